import type { Cancel, Env } from '../../../shared/env.ts';

/** How long one slice may hold the core: a sale that comes in between waits no longer than this. */
export const sliceMs = 8;

/**
 * Counts a slice down, asked after each step: as many as time allows, at most `most`, so that a clock which
 * stands still ends it as well.
 */
export function sliceBudget(env: Env, most: number): () => boolean {
  const end = env.monotonicMs() + sliceMs;
  let done = 0;
  return () => {
    done += 1;
    return done < most && env.monotonicMs() < end;
  };
}

/** Work in slices: each `next()` does one and returns, and whatever waits is served before the following one. */
export type Slices = Iterator<void>;

type Job = { readonly name: string; readonly slices: Slices; readonly failed: (error: unknown) => void };

/**
 * Does long work in the background, one job after the other, one slice per turn of the event loop. Since
 * jobs never overlap, no generation is built into a slot that is still being cleared.
 */
export class BackgroundWork {
  readonly #env: Env;
  readonly #jobs: Job[] = [];
  #waiting: Cancel | null = null;

  constructor(env: Env) {
    this.#env = env;
  }

  /** Queues `slices`. A throw ends that job only; `failed` hears of it, and the log. */
  add(name: string, slices: Slices, failed: (error: unknown) => void = () => {}): void {
    this.#jobs.push({ name, slices, failed });
    this.#waiting ??= this.#env.after(0, () => this.#turn());
  }

  /** Forgets what waits; a build that was under way is swept up at the next start. */
  stop(): void {
    this.#waiting?.();
    this.#jobs.length = 0;
  }

  #turn(): void {
    this.#waiting = null;
    const job = this.#jobs[0];
    if (!job) return;
    if (this.#ended(job)) this.#jobs.shift();
    if (this.#jobs.length > 0) this.#waiting = this.#env.after(0, () => this.#turn());
  }

  #ended(job: Job): boolean {
    try {
      return job.slices.next().done === true;
    } catch (error) {
      this.#env.log('error', 'catalog.work-failed', { job: job.name, error: String(error) });
      job.failed(error);
      return true;
    }
  }
}
