import { z } from 'zod';
import type { BusinessDay } from '../domain/business-day.ts';
import type { Minor } from '../domain/money.ts';
import type { ShiftId, StaffId } from '../domain/sale.ts';
import type { CashLedger } from '../domain/shift/cash.ts';
import type { CashCount } from '../domain/shift/cash-count.ts';
import type { DayReport } from '../domain/shift/day.ts';
import type { Suspect } from '../domain/shift/detective.ts';
import type { Carried, ShiftReport } from '../domain/shift/report.ts';
import type { Tally, TenderTally } from '../domain/shift/tally.ts';
import { Amount, Id, Label, NameField, None, ShiftIdField } from './fields.ts';
import { command, query, watch } from './word.ts';

/** The shift that sells now. */
export type ShiftView = {
  readonly id: ShiftId;
  readonly drawer: string;
  readonly day: BusinessDay;
  /** The shop's business day is another by now: yesterday was never closed. */
  readonly dayIsOver: boolean;
  readonly cashier: StaffId;
  readonly openedAt: number;
  readonly openedBy: string;
  readonly float: Minor;
  readonly sales: number;
  /** More cash than the shop wants in a drawer: some of it belongs in the safe. How much is not told. */
  readonly drawerFull: boolean;
};

/** A drawer as whoever opens a shift sees it. */
export type DrawerView = {
  readonly drawer: string;
  readonly name: string;
  /** The open shift that has it. */
  readonly shift: ShiftId | null;
  /** What the last close left in it; null before the first. */
  readonly left: {
    readonly amount: Minor;
    readonly faces: CashCount | null;
    readonly by: string;
    readonly at: number;
  } | null;
};

/** An open shift that does not sell: another drawer's, or one whose box was changed. */
export type OtherShiftView = {
  readonly shift: ShiftId;
  readonly drawer: string;
  readonly name: string;
  readonly by: string;
  readonly openedAt: number;
  readonly setAside: boolean;
};

export type ShiftRules = {
  /** Until this hour a sale belongs to the day before; 0 is midnight. */
  readonly cutOffHour: number;
  /** A difference up to this is not counted again, in minor units. */
  readonly tolerance: Minor;
  /** From this much cash on, the till reminds of the safe. */
  readonly drawerLimit: Minor;
  /** One name per drawer of this till, the first is the usual one. */
  readonly drawers: readonly { readonly drawer: string; readonly name: string }[];
};

export type ShiftDesk = {
  readonly today: BusinessDay;
  readonly drawers: readonly DrawerView[];
  readonly others: readonly OtherShiftView[];
  /** Days with closed shifts and no close of their own, oldest first. */
  readonly openDays: readonly BusinessDay[];
  readonly rules: ShiftRules;
};

/** What is still open before a close, and how far its count has got; nothing of what is expected. */
export type ClosingView = {
  readonly pieces: number;
  readonly carried: Carried;
  readonly refundsUnderWay: number;
  readonly rounds: 0 | 1 | 2;
  /** The count holds; the shift can be closed. */
  readonly counted: Minor | null;
  readonly faces: CashCount | null;
  readonly signedBy: string | null;
};

/** A report with the names that its journal row does not hold. */
export type ReportView = ShiftReport & {
  readonly names: Readonly<Record<string, string>>;
  readonly hash: string | null;
};

/** A shift's trade for whoever will count its drawer: no sum from which the cash could be worked out. */
export type SoFarView = Pick<
  Tally,
  'pieces' | 'removedLines' | 'voidedCarts' | 'overrides' | 'reprints' | 'firstReceipt' | 'lastReceipt'
> & {
  readonly openedAt: number;
  readonly by: string;
  readonly sales: number;
  readonly refunds: number;
  /** Without cash. */
  readonly tenders: readonly TenderTally[];
};

/** A shift in a list. */
export type ShiftRow = {
  readonly shift: ShiftId;
  readonly z: number | null;
  readonly day: BusinessDay;
  readonly drawer: string;
  readonly by: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly sales: number;
  readonly total: Minor;
  readonly variance: Minor | null;
  readonly explained: Explanation | null;
};
export type Explanation = {
  readonly cause: string;
  readonly note: string;
  readonly settled: boolean;
};

export type CashRow = {
  readonly at: number;
  readonly by: string;
  readonly move: keyof CashLedger;
  readonly amount: Minor;
  readonly reason: string;
};

/** Faces in minor units, counts as typed; the domain refuses what can't be, by name. */
const Faces = z.record(z.string().regex(/^\d{1,8}$/), z.int().min(0).max(99_999)) as unknown as z.ZodType<
  CashCount,
  Record<string, number>
>;
const Drawer = z.string().regex(/^[\w-]{1,20}$/);
const Day = z.iso.date() as unknown as z.ZodType<BusinessDay, string>;
const Shift = z.object({ shift: ShiftIdField });

export const shifts = {
  current: watch('open', None).returns<ShiftView | null>(),
  desk: watch('open', None).returns<ShiftDesk>(),
  /** Where `faces` are told, they must be worth `float`. `trustClock`: the till's clock was asked about, and is right. */
  open: command(
    'open-shift',
    z.object({
      float: Amount,
      faces: Faces.optional(),
      drawer: Drawer.optional(),
      trustClock: z.boolean().optional(),
    }),
  ).returns<ShiftView>(),
  /** Makes another open shift of this till the one that sells. */
  takeUp: command('sell', Shift).returns<Record<string, never>>(),
  /** The box goes to the back office as it is; the next cashier opens with a box of their own. */
  setAside: command('close-shift', None).returns<Record<string, never>>(),
  moveCash: command(
    'move-cash',
    z.object({ move: z.enum(['paid-in', 'paid-out']), amount: Amount, reason: NameField(40) }),
  ).returns<Record<string, never>>(),
  /** To the safe. */
  drop: command('sell', z.object({ amount: Amount, reason: Label(40) })).returns<Record<string, never>>(),
  /** Notes for coins of the same worth. */
  exchange: command('sell', z.object({ amount: Amount, reason: Label(40) })).returns<Record<string, never>>(),
  openDrawer: command('open-drawer', z.object({ reason: Label(60) })).returns<Record<string, never>>(),

  closing: query('close-shift', Shift).returns<ClosingView>(),
  /** Without sight of the expected sum. `again`: off by more than the tolerance; how much and which way is not told. */
  count: command(
    'close-shift',
    z.object({ shift: ShiftIdField, counted: Amount, faces: Faces.optional() }),
  ).returns<{ again: boolean }>(),
  /** A second person has seen the count: whoever may, or whoever gives leave for it on the spot. */
  sign: command('sign-count', Shift).returns<{ by: string }>(),
  /** `carried` is what the screen showed: if it is another by now, it is shown again. */
  close: command(
    'close-shift',
    z.object({
      shift: ShiftIdField,
      carried: z.object({ held: z.int().min(0), unknown: z.int().min(0), unverified: z.int().min(0) }),
      left: Amount,
      bag: Label(30),
    }),
  ).returns<ReportView>(),
  closeDay: command('close-day', z.object({ day: Day })).returns<DayReport>(),

  /** 当班查询 without the drawer, for whoever will count it. */
  soFar: query('close-shift', Shift).returns<SoFarView>(),
  /** X while the shift goes on, Z afterwards. */
  report: query('view-reports', Shift).returns<ReportView>(),
  cash: query('view-reports', Shift).returns<readonly CashRow[]>(),
  list: query(
    'view-reports',
    z.object({ before: ShiftIdField.optional(), limit: z.int().min(1).max(100) }),
  ).returns<readonly ShiftRow[]>(),
  day: query('view-reports', z.object({ day: Day })).returns<DayReport | null>(),
  /** What could explain a difference, the likeliest first. */
  suspects: query('view-reports', Shift).returns<readonly Suspect[]>(),
  explain: command(
    'explain-variance',
    z.object({ shift: ShiftIdField, cause: Id, note: Label(200), settled: z.boolean() }),
  ).returns<Record<string, never>>(),
  setRules: command(
    'manage-settings',
    z.object({
      cutOffHour: z.int().min(0).max(12),
      tolerance: Amount,
      drawerLimit: Amount,
      drawers: z
        .array(z.object({ drawer: Drawer, name: Label(20) }))
        .min(1)
        .max(4),
    }),
  ).returns<Record<string, never>>(),
};
