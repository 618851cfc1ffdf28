import type { BusinessDay } from '../business-day.ts';
import type { Minor } from '../money.ts';
import type { ShiftId, StaffId } from '../sale.ts';
import type { CashCount } from '../shift/cash-count.ts';
import type { DayReport } from '../shift/day.ts';
import type { ShiftReport } from '../shift/report.ts';

/** Shifts, and the cash in the drawer. */
export type DrawerFacts = {
  'shift-opened': {
    readonly shift: ShiftId;
    readonly drawer: string;
    readonly day: BusinessDay;
    readonly cashier: StaffId;
    readonly float: Minor;
    readonly faces: CashCount | null;
    /** What the close before had left in this drawer, and whose it was; a difference is booked here, at once. */
    readonly left: { readonly amount: Minor; readonly shift: ShiftId } | null;
  };
  /** Another open shift of this till is the one that sells now. */
  'shift-taken-up': { readonly shift: ShiftId };
  /** The drawer's box was changed (换钱箱): this shift sells no more, and is counted later. */
  'shift-set-aside': { readonly shift: ShiftId };
  /** `exchange`: notes for coins of the same worth, nothing more and nothing less. */
  'cash-moved': {
    readonly shift: ShiftId;
    readonly drawer: string;
    readonly move: 'paid-in' | 'paid-out' | 'drop' | 'exchange';
    readonly amount: Minor;
    readonly reason: string;
  };
  'drawer-opened': { readonly shift: ShiftId | null; readonly reason: string };
  /** Round 1 is frozen; round 2 is the one recount. */
  'cash-counted': {
    readonly shift: ShiftId;
    readonly round: 1 | 2;
    readonly counted: Minor;
    readonly faces: CashCount | null;
    readonly by: StaffId;
  };
  /** A second person saw the count. */
  'shift-signed': { readonly shift: ShiftId; readonly by: StaffId };
  /** The Z itself, for ever; `hash` is SHA-256 over its canonical JSON, hex. */
  'shift-closed': { readonly shift: ShiftId; readonly report: ShiftReport; readonly hash: string };
  'day-closed': { readonly day: BusinessDay; readonly report: DayReport; readonly hash: string };
  /** Open until the provider's statement is in: only then is it `settled`. */
  'variance-explained': {
    readonly shift: ShiftId;
    readonly cause: string;
    readonly note: string;
    readonly settled: boolean;
  };
};
