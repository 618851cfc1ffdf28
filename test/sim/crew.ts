import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StoryResult } from './story.ts';

const worker = fileURLToPath(new URL('worker.ts', import.meta.url));
/** Stories handed to a worker at once: few, for a hunt that has caught its mutant still hears the handfuls out. */
const handful = 5;

export type CrewOrder = {
  readonly seeds: readonly number[];
  readonly workers: number;
  readonly mutant?: string;
  /** Takes a story's result; false where that was enough. */
  readonly onResult: (result: StoryResult) => boolean;
};

/** Has stories told by several processes. Rejects where one of them breaks, which no story may bring about. */
export async function tellStories({ seeds, workers, mutant, onResult }: CrewOrder): Promise<void> {
  const left = [...seeds];
  let isOver = false;
  const work = (child: ChildProcess) =>
    new Promise<void>((resolve, reject) => {
      const next = () => {
        const some = left.splice(0, handful);
        if (some.length === 0 || isOver) return resolve();
        child.send(some);
      };
      child.on('message', (message: 'ready' | readonly StoryResult[]) => {
        if (message !== 'ready') for (const result of message) isOver = !onResult(result) || isOver;
        next();
      });
      child.on('error', reject);
      child.on('exit', code => reject(new Error(`a worker ended with ${code}`)));
    }).finally(() => child.kill());
  const count = Math.min(workers, Math.ceil(seeds.length / handful));
  await Promise.all(Array.from({ length: count }, () => work(fork(worker, mutant ? [mutant] : []))));
}
