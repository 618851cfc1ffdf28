import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./minisearch.ts', import.meta.url));
/** Beside the till and the lists of the bench; a million goods need about a quarter of it. */
const heapMegabytes = 12_000;
/** With fewer goods than this nothing is worth comparing. */
const goodsLeast = 1_000;

export type SearchPeer = {
  /** How many goods it holds: all, or as many as its memory took. */
  readonly goods: number;
  /** How long it takes over `text`, in ms, and how many goods it finds. */
  ask(text: string): Promise<{ readonly ms: number; readonly found: number }>;
  stop(): void;
};

/** MiniSearch with `count` goods of the list of `seed`, or half as many as often as it runs out of memory. */
export async function openMiniSearch(count: number, seed: number, limit: number): Promise<SearchPeer> {
  const child = fork(script, [count, seed, limit].map(String), {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
  });
  if (!(await isReady(child))) {
    if (count / 2 < goodsLeast) throw new Error('MiniSearch did not start');
    return openMiniSearch(Math.floor(count / 2), seed, limit);
  }
  return {
    goods: count,
    ask: async text => {
      child.send(text);
      const [answer] = (await once(child, 'message')) as [{ ms: number; found: number }];
      return answer;
    },
    stop: () => child.disconnect(),
  };
}

const isReady = (child: ChildProcess): Promise<boolean> =>
  new Promise(resolve => {
    child.once('message', () => resolve(true));
    child.once('exit', () => resolve(false));
  });
