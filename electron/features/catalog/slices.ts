import type { Cancel } from '../../../shared/env.ts';
import type { FeatureParts } from '../../core/feature.ts';

/** What work in slices asks: the clock, and whether people are at the till. */
export type Pace = Pick<FeatureParts, 'env' | 'way'>;

/** How long one slice may hold the core: a sale that comes in between waits no longer than this. */
export const sliceMs = 8;
/** While people are at the till: half of it is added to every scan. */
const shortSliceMs = 3;

/** Steps between two looks at the clock take about as long, and are so many at most. */
const lookEveryMs = 0.2;
const stepsUnseenMax = 32;

/**
 * Counts a slice down, asked after each step: as many as time allows, at most `most`, so that a clock which
 * stands still ends it as well. Quick steps are counted several between two looks at the clock: to look after each row
 * was a twentieth of an import.
 */
export function sliceBudget({ env, way }: Pace, most: number): () => boolean {
  const began = env.monotonicMs();
  const allowed = way.isUsed ? shortSliceMs : sliceMs;
  let done = 0;
  let look = 1;
  let unseen = 1;
  return () => {
    done += 1;
    if (done >= most) return false;
    if (done < look) return true;
    const spent = env.monotonicMs() - began;
    // At most twice as many as before: of the first step the clock may have seen nothing.
    unseen = Math.max(1, Math.min(stepsUnseenMax, 2 * unseen, Math.floor((lookEveryMs * done) / spent)));
    look = done + unseen;
    return spent < allowed;
  };
}

/** What a slice leaves to be waited for: nothing, or what another thread is doing. */
export type Step = void | Promise<void>;

/** Work in slices: each `next()` does one and returns, and whatever waits is served before the following one. */
export type Slices = Iterator<Step>;

type Job = { readonly name: string; readonly slices: Slices; readonly failed: (error: unknown) => void };

/**
 * Does long work in the background, one job after the other, one slice per turn of the event loop, and none while
 * somebody at the till waits for an answer. Since jobs never overlap, no generation is built into a slot that is
 * still being cleared.
 */
export class BackgroundWork {
  readonly #pace: Pace;
  readonly #jobs: Job[] = [];
  #waiting: Cancel | null = null;
  readonly #restMs: () => number;

  constructor(pace: Pace) {
    this.#pace = pace;
    this.#restMs = pace.way.waiting();
  }

  /** Queues `slices`. A throw ends that job only; `failed` hears of it, and the log. */
  add(name: string, slices: Slices, failed: (error: unknown) => void = () => {}): void {
    this.#jobs.push({ name, slices, failed });
    if (!this.#waiting) this.#goOn();
  }

  /** Forgets what waits; a build that was under way is swept up at the next start. */
  stop(): void {
    this.#waiting?.();
    this.#jobs.length = 0;
  }

  #goOn(delayMs = 0): void {
    this.#waiting = this.#jobs.length === 0 ? null : this.#pace.env.after(delayMs, () => this.#turn());
  }

  #turn(): void {
    const job = this.#jobs[0];
    const restMs = this.#restMs();
    if (restMs > 0 || !job) this.#goOn(restMs);
    else this.#take(job, () => job.slices.next());
  }

  /** One slice, and in its time what follows it. */
  #take(job: Job, slice: () => IteratorResult<Step>): void {
    const step = this.#stepOf(job, slice);
    if (step instanceof Promise) {
      this.#waiting = () => {};
      step.then(
        () => this.#goOn(),
        error => (this.#jobs[0] === job ? this.#take(job, () => job.slices.throw!(error)) : this.#goOn()),
      );
      return;
    }
    if (step === 'ended') this.#jobs.shift();
    this.#goOn();
  }

  #stepOf(job: Job, slice: () => IteratorResult<Step>): Step | 'ended' {
    try {
      const { done, value } = slice();
      return done ? 'ended' : value;
    } catch (error) {
      this.#pace.env.log('error', 'catalog.work-failed', { job: job.name, error: String(error) });
      job.failed(error);
      return 'ended';
    }
  }
}
