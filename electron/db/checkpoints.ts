import type { Env } from '../../shared/env.ts';
import type { WriteDb } from './open.ts';

/** Nobody has sold for this long: a moment to carry the log into the file. */
const idleMs = 400;
/** After so many commits without an idle moment it is done all the same, before the log grows without end. */
const commitsMax = 2_000;

/**
 * Carries the write-ahead log into the database file when the till is idle. SQLite's own checkpoint
 * would run inside a sale, and be that sale's slowness.
 */
export class Checkpoints {
  readonly #db: WriteDb;
  readonly #env: Env;
  readonly #alsoIdle: () => void;
  #commits = 0;
  #lastMs = 0;
  #watching = false;
  #stopped = false;

  /** `alsoIdle`: other housekeeping that no sale should pay for. */
  constructor(db: WriteDb, env: Env, alsoIdle: () => void) {
    this.#db = db;
    this.#env = env;
    this.#alsoIdle = alsoIdle;
  }

  /** After every commit; costs next to nothing. */
  committed(): void {
    this.#commits += 1;
    this.#lastMs = this.#env.monotonicMs();
    if (!this.#watching) this.#watch(idleMs);
  }

  stop(): void {
    this.#stopped = true;
  }

  #watch(delayMs: number): void {
    this.#watching = true;
    this.#env.after(delayMs, () => {
      if (this.#stopped) return;
      const quietMs = this.#env.monotonicMs() - this.#lastMs;
      if (quietMs < idleMs && this.#commits < commitsMax) return this.#watch(idleMs - quietMs);
      this.#watching = false;
      this.#commits = 0;
      this.#alsoIdle();
      this.#db.checkpoint();
    });
  }
}
