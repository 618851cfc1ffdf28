import { z } from 'zod';
import type { Minor } from '../domain/money.ts';
import type { ShiftId } from '../domain/sale.ts';
import { Amount, Label, None } from './fields.ts';
import { command, query, watch } from './word.ts';

export type ShiftView = {
  readonly id: ShiftId;
  readonly openedAt: number;
  readonly openedBy: string;
  readonly float: Minor;
  readonly sales: number;
};

/** Totals of a shift; live (X) and closed (Z) come from the same rows. */
export type ShiftTotals = {
  readonly shift: ShiftId;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly openedBy: string;
  readonly float: Minor;
  readonly sales: number;
  readonly gross: Minor;
  readonly discounts: Minor;
  readonly net: Minor;
  readonly tax: Minor;
  readonly total: Minor;
  readonly tenders: readonly { readonly kind: string; readonly count: number; readonly amount: Minor }[];
  readonly cashExpected: Minor;
  readonly cashCounted: Minor | null;
  readonly firstReceipt: string | null;
  readonly lastReceipt: string | null;
  readonly removedLines: number;
  readonly drawerOpenings: number;
};

export const shifts = {
  current: watch('open', None).returns<ShiftView | null>(),
  open: command('open-shift', z.object({ float: Amount })).returns<ShiftView>(),
  /** Counts are taken without sight of the expected sum; the answer tells both. */
  close: command(
    'close-shift',
    z.object({ counted: Amount, carryHeld: z.boolean().optional() }),
  ).returns<ShiftTotals>(),
  openDrawer: command('open-drawer', z.object({ reason: Label(60) })).returns<Record<string, never>>(),
  list: query('view-reports', z.object({ limit: z.int().min(1).max(100) })).returns<readonly ShiftTotals[]>(),
  last: query('open-shift', None).returns<{ counted: Minor } | null>(),
};
