import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { buildIfStale } from '../../tools/build.ts';
import { root } from '../../tools/root.ts';
import type { Wish } from './stand-in-run.ts';

export type Note = { readonly what: string; readonly detail?: unknown };
export type Desk = {
  readonly data: string;
  notes(what: string): Promise<unknown[]>;
  /** In the page of the first window, or of the second (1). */
  evaluate<T>(script: string, window?: number): Promise<T>;
  wish(wish: Wish): Promise<unknown>;
  /** What it has said on its standard error. */
  said(): string;
  /** Ends when the program has ended; gives its exit code. */
  ended: Promise<number | null>;
  close(): void;
};

/**
 * The built main process and preload, run by a stand-in Electron on a page that does nothing but watch; on a
 * new data folder, in the language of this machine and on one display, unless others are named.
 */
export async function openDesk(
  options: { data?: string; language?: string; displays?: number } = {},
): Promise<Desk> {
  await buildIfStale('desktop');
  const folder = mkdtempSync(path.join(tmpdir(), 'evertill-desk-'));
  await buildPage(path.join(folder, 'out/renderer'));
  const data = options.data ?? path.join(folder, 'data');
  const main = path.join(root, 'out/node/electron/desktop/main.js');
  const child = fork(path.join(root, 'test/hosts/stand-in-run.ts'), [main, '--data', data], {
    env: {
      ...process.env,
      STAND_IN_ROOT: folder,
      STAND_IN_DISPLAYS: String(options.displays ?? 1),
      ...(options.language === undefined ? {} : { LC_ALL: options.language }),
    },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    process.stderr.write(text);
  });
  const wish = asking(child);
  const desk: Desk = {
    data,
    wish,
    said: () => said,
    notes: async what =>
      ((await wish({ do: 'notes' })) as Note[]).filter(note => note.what === what).map(note => note.detail),
    evaluate: async <T>(script: string, window = 0) => (await wish({ do: 'evaluate', script, window })) as T,
    ended: new Promise(resolve => child.once('exit', resolve)),
    close: () => {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return desk;
}

async function buildPage(outDir: string): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: path.join(root, 'test/hosts/desk-page.ts'),
        output: { entryFileNames: 'assets/desk.js' },
      },
    },
  });
  const html = '<!doctype html><title>desk</title><script type="module" src="/assets/desk.js"></script>';
  writeFileSync(path.join(outDir, 'index.html'), html);
  mkdirSync(path.join(outDir, 'customer-display'));
  writeFileSync(path.join(outDir, 'customer-display/index.html'), html);
}

function asking(child: ChildProcess): (wish: Wish) => Promise<unknown> {
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  let serial = 0;
  child.on('message', ({ number, value, error }: { number: number; value?: unknown; error?: string }) => {
    if (error === undefined) open.get(number)?.resolve(value);
    else open.get(number)?.reject(new Error(error));
    open.delete(number);
  });
  child.once('exit', code => {
    for (const { reject } of open.values()) reject(new Error(`the desktop ended with ${code}`));
  });
  return wish => {
    serial += 1;
    const answer = Promise.withResolvers<unknown>();
    open.set(serial, answer);
    if (child.connected) child.send({ number: serial, wish });
    else answer.reject(new Error('the desktop has ended'));
    return answer.promise;
  };
}
