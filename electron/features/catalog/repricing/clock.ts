import type { Cancel } from '../../../../shared/env.ts';
import { type FeatureParts, systemActor } from '../../../core/feature.ts';
import { beginDue } from './begin.ts';
import { comingCount } from './stored.ts';

/** The wall clock may be set meanwhile, so it is looked at this often at least while anything is to come. */
const lookEveryMs = 15_000;

/**
 * Lets repricings begin at their moment while nobody sells, and at the start those whose moment has passed while
 * the till was off. Whoever scans does not depend on it: a scan begins what is due in its own transaction.
 */
export class RepricingClock {
  readonly #parts: FeatureParts;
  #waiting: Cancel | null = null;

  constructor(parts: FeatureParts) {
    this.#parts = parts;
  }

  /** At the start, and after whatever may have changed what is to come. */
  look(): void {
    this.stop();
    const { env, db, act } = this.#parts;
    const { next } = comingCount(db);
    if (next !== null && next <= env.wallMs()) act(systemActor, beginDue);
    const { next: left } = comingCount(db);
    if (left === null) return;
    const wait = Math.max(0, Math.min(left - env.wallMs(), lookEveryMs));
    this.#waiting = env.after(wait, () => this.look());
  }

  stop(): void {
    this.#waiting?.();
    this.#waiting = null;
  }
}
