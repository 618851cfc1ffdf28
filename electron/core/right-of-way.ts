import type { Env } from '../../shared/env.ts';

/** From a word at the till until its answer has been drawn, on a slow machine. */
export const answerMs = 40;
/** So long after their last word people count as being at the till: the next one can come at any moment. */
const lingerMs = 2_000;
/** A till at which a word follows the other without end still gets on with its own work. */
export const restMaxMs = 200;

/**
 * Whoever stands at the till goes first. Long work (an import, an upload, a backup) asks before each piece, rests
 * while somebody waits for an answer, and does smaller pieces while people are at the till at all.
 */
export class RightOfWay {
  readonly #env: Env;
  #takenMs = Number.NEGATIVE_INFINITY;
  /** How often it was taken, for work in other threads, which has no other way of asking. */
  readonly taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  constructor(env: Env) {
    this.#env = env;
  }

  /** Somebody said a word. */
  take(): void {
    this.#takenMs = this.#env.monotonicMs();
    Atomics.add(this.taken, 0, 1);
  }

  /** For one kind of long work: asked before each piece, it gives the ms to wait and ask again; 0: begin. */
  waiting(): () => number {
    let sinceMs: number | null = null;
    return () => {
      const nowMs = this.#env.monotonicMs();
      sinceMs ??= nowMs;
      const restMs = Math.min(this.#takenMs + answerMs, sinceMs + restMaxMs) - nowMs;
      if (restMs > 0) return restMs;
      sinceMs = null;
      return 0;
    };
  }

  /** People are at the till: pieces are to be small. */
  get isUsed(): boolean {
    return this.#env.monotonicMs() - this.#takenMs < lingerMs;
  }
}
