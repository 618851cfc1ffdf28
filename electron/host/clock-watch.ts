import { type FeatureParts, systemActor } from '../core/feature.ts';

/** A clock that was set, not one that drifts. */
const movedMs = 120_000;

/**
 * Tells the journal when the wall clock has left the steady one. Looked at after each commit, so that it
 * stands right behind the first fact with the new time. A machine that slept looks the same on systems whose
 * steady clock sleeps too; the fact says by how much, and a person decides.
 */
export class ClockWatch {
  readonly #parts: FeatureParts;
  #aheadMs: number;

  constructor(parts: FeatureParts) {
    this.#parts = parts;
    this.#aheadMs = this.#nowAheadMs();
  }

  look(): void {
    const byMs = Math.round(this.#nowAheadMs() - this.#aheadMs);
    if (Math.abs(byMs) <= movedMs) return;
    this.#aheadMs += byMs;
    this.#parts.act(systemActor, tx => tx.record('clock-moved', { byMs, atStart: false }));
  }

  #nowAheadMs(): number {
    return this.#parts.env.wallMs() - this.#parts.env.monotonicMs();
  }
}
