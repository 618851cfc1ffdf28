import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { buildIfStale } from './build.ts';
import { writeStubRuntime } from './pack-stub.ts';
import { root } from './root.ts';

// `npm run pack:check`: packs the desktop for Linux with a stub in place of the Electron runtime, and looks
// at what is and what is not inside, at the fuses, and whether everything that is imported was packed.

const needed = [
  'package.json',
  'out/renderer/index.html',
  'out/renderer/customer-display/index.html',
  'out/node/electron/desktop/main.js',
  'out/node/electron/desktop/preload.cjs',
  'out/node/electron/desktop/core-process.js',
  'out/node/electron/devices/device-process.js',
  'out/node/electron/db/migrations/0001-core.sql',
  'out/node/resources/demo-shop.json',
  'out/node/gateway/main.js',
];
const unwanted: readonly [what: string, pattern: RegExp][] = [
  ['sources', /\.(ts|tsx|mts|cts)$/],
  ['source maps', /\.map$/],
  ['tests', /(^|\/)(test|tests|__tests__)\/|\.test\.[cm]?js$/],
  [
    'the page twice',
    /^node_modules\/(react|react-dom|zustand|@tanstack|@fontsource-variable|react-aria-components)\//,
  ],
  [
    'tools',
    /^node_modules\/(vite|vitest|playwright-core|typescript|electron|electron-builder|@biomejs|oxlint)\//,
  ],
  ['a Node of its own', /^node_modules\/node-(linux|darwin|win)-/],
  [
    'prebuilds of other systems',
    /prebuilds\/(android|darwin|win32|linuxmusl|linux-arm|linux-ia32)|musl[^/]*\.node$/,
  ],
];
const native = ['better-sqlite3', '@serialport/bindings-cpp', '@node-rs/argon2-linux-x64-gnu'];
const fuses: readonly [FuseV1Options, boolean][] = [
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
];

const folder = mkdtempSync(path.join(tmpdir(), 'evertill-pack-'));
const wrong: string[] = [];
const expect = (holds: boolean, what: string) => {
  if (!holds) wrong.push(what);
};
try {
  await buildIfStale('page');
  await buildIfStale('desktop');
  const app = pack();
  checkFiles(path.join(app, 'resources'));
  await checkFuses(path.join(app, 'evertill'));
  checkImports(path.join(app, 'resources/app.asar'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const what of wrong) console.error(`✗ ${what}`);
console.log(wrong.length === 0 ? 'pack:check passed' : `pack:check found ${wrong.length} faults`);
process.exit(wrong.length === 0 ? 0 : 1);

/** Gives the folder of the unpacked application. */
function pack(): string {
  const { version } = JSON.parse(
    readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'),
  ) as { version: string };
  const runtime = path.join(folder, 'runtime');
  writeStubRuntime(runtime, version);
  const output = path.join(folder, 'release');
  const cli = path.join(root, 'node_modules/electron-builder/cli.js');
  const settings = [`electronDist=${runtime}`, `electronVersion=${version}`, `directories.output=${output}`];
  const args = [
    cli,
    '--linux',
    '--x64',
    '--dir',
    '--publish=never',
    ...settings.map(setting => `-c.${setting}`),
  ];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`electron-builder ended with ${status}`);
  return path.join(output, 'linux-unpacked');
}

function checkFiles(resources: string): void {
  const names = listPackage(path.join(resources, 'app.asar'), { isPack: false }).map(name =>
    name.replace(/^[/\\]/, '').replaceAll('\\', '/'),
  );
  for (const name of needed) expect(names.includes(name), `missing: ${name}`);
  for (const [what, pattern] of unwanted) {
    const found = names.filter(name => pattern.test(name));
    expect(found.length === 0, `${what}: ${found.slice(0, 3).join(', ')} (${found.length})`);
  }
  const unpacked = globSync('**/*.node', { cwd: path.join(resources, 'app.asar.unpacked') }).map(name =>
    name.replaceAll('\\', '/'),
  );
  for (const name of native) {
    expect(
      unpacked.some(file => file.includes(`node_modules/${name}/`)),
      `not unpacked: ${name}`,
    );
  }
  console.error(`${names.length} files packed, ${unpacked.length} native ones beside`);
}

async function checkFuses(program: string): Promise<void> {
  const wire = await getCurrentFuseWire(program);
  for (const [fuse, on] of fuses) {
    const wanted = on ? FuseState.ENABLE : FuseState.DISABLE;
    expect(wire[fuse] === wanted, `fuse ${FuseV1Options[fuse]} is not ${on ? 'on' : 'off'}`);
  }
}

/** Loads the core out of the package, far from this checkout, where only what was packed can be found. */
function checkImports(asar: string): void {
  const taken = path.join(folder, 'taken');
  extractAll(asar, taken);
  if (existsSync(`${asar}.unpacked`)) cpSync(`${asar}.unpacked`, taken, { recursive: true });
  for (const program of [
    'electron/host/boot.js',
    'electron/host/local.js',
    'electron/host/wire.js',
    'electron/devices/device-host.js',
    'gateway/server.js',
  ]) {
    const url = pathToFileURL(path.join(taken, 'out/node', program)).href;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', `await import(${JSON.stringify(url)}); process.exit(0)`],
      { encoding: 'utf8' },
    );
    expect(
      status === 0,
      `${program} does not load from the package: ${stderr.split('\n').find(line => /Error/.test(line)) ?? stderr}`,
    );
  }
}
