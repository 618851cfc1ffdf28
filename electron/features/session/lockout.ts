import type { StaffId } from '../../../shared/domain/sale.ts';
import type { FeatureParts, Tx } from '../../core/feature.ts';

const freeTries = 5;
const firstLockSeconds = 30;
const longestLockSeconds = 15 * 60;

/** Who is locked out: a person, or, for badges that are nobody's, whoever holds them to the scanner. */
export type Locked = StaffId | 'badge';

/** How long the n-th wrong try in a row locks: nothing for four, then 30 s, doubling to 15 min. */
export const lockSeconds = (failures: number): number =>
  failures < freeTries
    ? 0
    : Math.min(firstLockSeconds * 2 ** Math.min(failures - freeTries, 10), longestLockSeconds);

/**
 * Wrong PINs, codes and badges are counted together, in the journal, so a restart does not forgive them. The lock itself is measured
 * on the monotonic clock from the failure or, after a restart, from the start: turning the wall clock
 * forward or pulling the plug only makes it longer.
 */
export class Lockout {
  readonly #parts: FeatureParts;
  readonly #startedMs: number;
  readonly #failedMs = new Map<Locked, number>();

  constructor(parts: FeatureParts) {
    this.#parts = parts;
    this.#startedMs = parts.env.monotonicMs();
  }

  secondsLeft(staff: Locked): number {
    const since = this.#failedMs.get(staff) ?? this.#startedMs;
    const endMs = since + lockSeconds(this.#failures(staff)) * 1000;
    return Math.max(0, Math.ceil((endMs - this.#parts.env.monotonicMs()) / 1000));
  }

  failed(
    staff: Locked,
    by: 'pin' | 'badge' | 'code',
    tx: Tx,
  ): { readonly locked: boolean; readonly seconds: number; readonly triesLeft: number } {
    const failures = this.#failures(staff) + 1;
    const seconds = lockSeconds(failures);
    const nowMs = this.#parts.env.monotonicMs();
    tx.committed(() => this.#failedMs.set(staff, nowMs));
    tx.record('sign-in-failed', { staff, by, locked: seconds > 0 });
    return { locked: seconds > 0, seconds, triesLeft: Math.max(0, freeTries - failures) };
  }

  #failures(staff: Locked): number {
    return (
      this.#parts.db.get<{ failures: number }>('SELECT failures FROM pin_failures WHERE staff = ?', [staff])
        ?.failures ?? 0
    );
  }
}
