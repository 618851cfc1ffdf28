import type { BusinessDay } from '../../../shared/domain/business-day.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { ShiftId, StaffId } from '../../../shared/domain/sale.ts';
import {
  type Counting,
  type ShiftHead,
  type ShiftReport,
  shiftReport,
} from '../../../shared/domain/shift/report.ts';
import type { Tally } from '../../../shared/domain/shift/tally.ts';
import { canonicalJson, type Json } from '../../../shared/lib/canonical.ts';
import { lastParsed } from '../../../shared/lib/last-parsed.ts';
import { factAt } from '../../core/journal.ts';
import type { ReadDb } from '../../db/open.ts';

/** `active` sells; `waiting` is another drawer's; `aside` is to be counted; counting sets a shift aside too. */
export type ShiftState = 'active' | 'waiting' | 'aside' | 'closed';

export type Row = {
  readonly place: number;
  readonly id: ShiftId;
  readonly drawer: string;
  readonly day: BusinessDay;
  readonly cashier: StaffId;
  readonly opened_at: number;
  readonly float: Minor;
  readonly left_before: Minor | null;
  readonly shift_before: ShiftId | null;
  readonly state: ShiftState;
  readonly tally: string;
  readonly counts: string;
  readonly signed_by: StaffId | null;
  readonly opened_seq: number;
  readonly closed_seq: number | null;
  readonly closed_at: number | null;
  readonly z: number | null;
  readonly left_as_float: Minor | null;
  readonly explained: string | null;
};

/** Who sells on which drawer. Asked several times in a sale, which does not want to carry the figures each time. */
export const activeHead = (db: ReadDb): Pick<Row, 'id' | 'cashier' | 'drawer'> | undefined =>
  db.get("SELECT id, cashier, drawer FROM shifts WHERE state = 'active'");

export const activeRow = (db: ReadDb): Row | undefined =>
  db.get<Row>("SELECT * FROM shifts WHERE state = 'active'");

export const findShift = (db: ReadDb, id: ShiftId): Row | undefined =>
  db.get<Row>('SELECT * FROM shifts WHERE id = ?', [id]);

/** Everything that is not closed yet, oldest first. */
export const openRows = (db: ReadDb): Row[] =>
  db.all<Row>("SELECT * FROM shifts WHERE state IN ('active', 'waiting', 'aside') ORDER BY place");

export const lastOfDrawer = (db: ReadDb, drawer: string): Row | undefined =>
  db.get<Row>("SELECT * FROM shifts WHERE drawer = ? AND state = 'closed' ORDER BY z DESC LIMIT 1", [drawer]);

export const lastClosed = (db: ReadDb): Row | undefined =>
  db.get<Row>('SELECT * FROM shifts WHERE z IS NOT NULL ORDER BY z DESC LIMIT 1');

export const shiftsOfDay = (db: ReadDb, day: BusinessDay): Row[] =>
  db.all<Row>('SELECT * FROM shifts WHERE day = ? ORDER BY place', [day]);

const tallies = lastParsed<Tally>();
export const tallyOf = (row: Row): Tally => tallies.of(row.tally);
/** Canonical, so that a fact read back from the journal writes the very text that the live one wrote. */
export const tallyText = (tally: Tally): string =>
  tallies.written(canonicalJson(tally as unknown as Json), tally);

export const countsOf = (row: Row): Counting[] => JSON.parse(row.counts) as Counting[];

export const headOf = (row: Row): ShiftHead => ({
  shift: row.id,
  drawer: row.drawer,
  day: row.day,
  cashier: row.cashier,
  openedAt: row.opened_at,
  float: row.float,
  left: row.left_before,
});

/** The shift's figures now, or its Z as it was written. */
export function reportOf(
  db: ReadDb,
  row: Row,
): { readonly report: ShiftReport; readonly hash: string | null } {
  if (row.closed_seq === null) return { report: shiftReport(headOf(row), tallyOf(row), null), hash: null };
  const fact = factAt(db, row.closed_seq);
  if (fact?.kind !== 'shift-closed') throw new Error(`row ${row.closed_seq} is no close of a shift`);
  return fact.body;
}
