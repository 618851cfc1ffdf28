import type { BusinessDay } from '../business-day.ts';
import { type Minor, minor } from '../money.ts';
import type { ShiftId, StaffId } from '../sale.ts';
import { expectedCash } from './cash.ts';
import type { CashCount } from './cash-count.ts';
import type { Tally } from './tally.ts';

/** Who had which drawer, and when; times are wall ms. */
export type ShiftHead = {
  readonly shift: ShiftId;
  readonly drawer: string;
  readonly day: BusinessDay;
  readonly cashier: StaffId;
  readonly openedAt: number;
  readonly float: Minor;
  /** What the close before had left in this drawer; null for a drawer's first shift. */
  readonly left: Minor | null;
};

/** One count of a drawer, taken without sight of what is expected. */
export type Counting = {
  readonly counted: Minor;
  readonly faces: CashCount | null;
  /** Who counted it. */
  readonly by: StaffId;
};

/** Payments that nobody could settle before the close; they stay on the desk, whatever the paper says. */
export type Carried = { readonly held: number; readonly unknown: CountOf; readonly unverified: CountOf };
type CountOf = { readonly count: number; readonly amount: Minor };

/** How a shift ended. */
export type Closing = {
  readonly z: number;
  readonly closedAt: number;
  readonly first: Counting;
  readonly second: Counting | null;
  /** Left in the drawer for the next shift; the rest goes to the bank, in this bag. */
  readonly leftAsFloat: Minor;
  readonly bag: string;
  readonly signedBy: StaffId | null;
  readonly carried: Carried;
  /** Sales less refunds of all closed shifts before this one, and with it. */
  readonly grandTotalBefore: Minor;
  readonly grandTotal: Minor;
  /** The journal's head before this report: place and hash. */
  readonly head: { readonly seq: number; readonly hash: string };
  readonly software: string;
};

/** X and Z are this one thing: a shift's figures, and how it ended, or null while it goes on. */
export type ShiftReport = {
  readonly head: ShiftHead;
  readonly tally: Tally;
  readonly expected: Minor;
  /** What counts as counted: the last count. */
  readonly counted: Minor | null;
  /** Counted less expected: positive is over (长款), negative short (短款). Never netted over shifts. */
  readonly variance: Minor | null;
  /** Float less what the close before had left: it belongs to the shift before. */
  readonly openingVariance: Minor;
  /** Sales less what came back. */
  readonly total: Minor;
  readonly closing: Closing | null;
};

/** The report of a shift: X while `closing` is null, Z with it. */
export function shiftReport(head: ShiftHead, tally: Tally, closing: Closing | null): ShiftReport {
  const expected = expectedCash(tally.cash);
  const counted = closing ? (closing.second ?? closing.first).counted : null;
  return {
    head,
    tally,
    expected,
    counted,
    variance: counted === null ? null : minor(counted - expected),
    openingVariance: minor(head.left === null ? 0 : head.float - head.left),
    total: totalOf(tally),
    closing,
  };
}

/** Sales less refunds and voids. */
export const totalOf = (tally: Tally): Minor =>
  minor(tally.sales.amount - tally.refunds.amount - tally.voids.amount);
