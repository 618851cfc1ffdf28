import { cpSync, globSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

// The privileged side for the desktop. Electron can't run TypeScript, so it gets the same tree as
// JavaScript, file by file (`preserveModules`): an error's stack names the file that a reader knows, and
// what lies beside a file (SQL, another program's entry) is beside it in the package too. Packages stay
// packages: native ones can't be bundled, and electron-builder packs the production dependencies. Only
// the preload is one file, in CommonJS, because a sandboxed preload can load nothing but `electron`.

const outDir = 'out/node';
const programs = [
  'electron/desktop/main.ts',
  'electron/desktop/core-process.ts',
  'electron/devices/device-process.ts',
  'gateway/main.ts',
];
const workers = globSync('{electron,gateway}/**/*-worker.ts');
const isPackage = (id: string): boolean =>
  !id.startsWith('.') && !path.isAbsolute(id) && !id.startsWith('\0');

const build = (input: string[], format: 'es' | 'cjs'): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { external: true },
  build: {
    outDir,
    emptyOutDir: false,
    copyPublicDir: false,
    ssr: true,
    sourcemap: false,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input,
      external: isPackage,
      output:
        format === 'es'
          ? { format, preserveModules: true, preserveModulesRoot: '.', entryFileNames: '[name].js' }
          : { format, entryFileNames: 'electron/desktop/[name].cjs' },
    },
  },
});

/** `new URL('./x.ts', import.meta.url)` means a file beside this one: in the build it is called `.js`. */
const entriesBeside = (): Plugin => ({
  name: 'entries-beside',
  transform: code => code.replaceAll(/(new URL\(\s*['"]\.[^'"]*)\.ts(['"],\s*import\.meta\.url)/g, '$1.js$2'),
});

/** The files that are read and not imported. */
const filesBeside = (): Plugin => ({
  name: 'files-beside',
  closeBundle: () => {
    for (const folder of ['electron/db/migrations', 'resources']) {
      cpSync(folder, `${outDir}/${folder}`, { recursive: true });
    }
  },
});

export default defineConfig({
  plugins: [entriesBeside(), filesBeside()],
  environments: {
    main: build([...programs, ...workers], 'es'),
    preload: build(['electron/desktop/preload.ts'], 'cjs'),
  },
  builder: {
    buildApp: async builder => {
      await builder.build(builder.environments.main!);
      await builder.build(builder.environments.preload!);
    },
  },
});
