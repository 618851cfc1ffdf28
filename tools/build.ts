import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, createBuilder } from 'vite';
import { root } from './root.ts';

type Part = 'page' | 'desktop';

/**
 * The till's page, the customer's screen, and the kit on a sheet for who builds with it: what both hosts serve. Each is
 * built apart from the others: built together they share, and so each came in fifteen files that were opened one by one.
 */
const pages = ['index.html', 'customer-display/index.html', 'kit-page/index.html'];

/** What each part is made of, and what must be there when it is built. */
const recipes: Readonly<Record<Part, { sources: string[]; result: string; make(): Promise<void> }>> = {
  page: {
    sources: [
      'renderer/**/*',
      'shared/**/*.ts',
      'tools/compile-at-once.ts',
      'vite.config.ts',
      'package-lock.json',
    ],
    result: 'out/renderer/index.html',
    make: async () => {
      rmSync(path.join(root, 'out/renderer'), { recursive: true, force: true });
      const folder = path.join(root, 'renderer');
      for (const page of pages) {
        await build({
          configFile: path.join(root, 'vite.config.ts'),
          root: folder,
          logLevel: 'warn',
          build: { rolldownOptions: { input: path.join(folder, page) } },
        });
      }
    },
  },
  desktop: {
    sources: [
      'electron/**/*',
      'gateway/**/*',
      'resources/**/*',
      'shared/**/*.ts',
      'vite.node.config.ts',
      'package-lock.json',
    ],
    result: 'out/node/electron/desktop/preload.cjs',
    make: async () => {
      rmSync(path.join(root, 'out/node'), { recursive: true, force: true });
      const builder = await createBuilder({
        configFile: path.join(root, 'vite.node.config.ts'),
        root,
        logLevel: 'warn',
      });
      await builder.buildApp();
    },
  },
};

/**
 * Builds `part` where its sources have changed since it was last built (by content, so a checkout's file
 * times don't matter) or its result is gone. Gives whether it had to.
 */
export async function buildIfStale(part: Part): Promise<boolean> {
  const { sources, result, make } = recipes[part];
  const stamp = path.join(root, 'out', 'stamps', part);
  const now = digest(sources);
  if (existsSync(path.join(root, result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now)
    return false;
  rmSync(stamp, { force: true });
  await asForPeople(make);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

/**
 * Runs `make` as in production, whoever runs it: a page that a test's own till had built under NODE_ENV=test would
 * hold React's development build, twice as large and slow, and be found up to date ever after.
 */
export async function asForPeople<T>(make: () => Promise<T>): Promise<T> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    return await make();
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

function digest(sources: string[]): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root, withFileTypes: true, exclude: ['**/*.test.*'] })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

if (import.meta.main) {
  for (const part of ['page', 'desktop'] as const) {
    const startMs = performance.now();
    const made = await buildIfStale(part);
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
    console.error(`${part}: ${made ? `构建完成 built (${seconds} s)` : '无需构建 up to date'}`);
  }
}
