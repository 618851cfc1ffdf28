import type { ShiftTotals, ShiftView } from '../../../shared/contract/shifts.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { ShiftId, StaffId } from '../../../shared/domain/sale.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Feature, type FeatureParts, refuse } from '../../core/feature.ts';
import type { SellingReads, SetupReads, ShiftReads } from '../../core/ports.ts';
import { type ShiftTenders, shiftsProject } from './project.ts';

type ShiftPorts = { readonly setup: SetupReads; readonly selling: () => SellingReads };

type Row = {
  id: ShiftId;
  cashier: StaffId;
  opened_at: number;
  float: Minor;
  closed_at: number | null;
  counted: Minor | null;
  sales: number;
  gross: Minor;
  discounts: Minor;
  net: Minor;
  tax: Minor;
  total: Minor;
  cash_expected: Minor;
  first_receipt: string | null;
  last_receipt: string | null;
  removed_lines: number;
  drawer_openings: number;
  /** JSON: `ShiftTenders`. */
  tenders: string;
};

/** Every sale belongs to a shift; its totals run along with it, in the same transaction. */
export function shiftsFeature(
  parts: FeatureParts,
  ports: ShiftPorts,
): { feature: Feature<'shifts'>; reads: ShiftReads } {
  const { db } = parts;
  const nameOf = (staff: StaffId) => ports.setup.staff(staff)?.name ?? '';
  const open = () => db.get<Row>('SELECT * FROM shifts WHERE closed_at IS NULL');
  const feature: Feature<'shifts'> = {
    family: 'shifts',
    commands: {
      open: ({ float }, tx) => {
        if (open()) return refuse('shift-already-open', {});
        if (!tx.actor.staff) return refuse('not-signed-in', {});
        tx.record('shift-opened', { shift: parts.env.newId() as ShiftId, cashier: tx.actor.staff, float });
        return ok(shiftView(open()!, nameOf));
      },
      close: ({ counted, carryHeld }, tx) => {
        const shift = open();
        if (!shift) return refuse('no-shift', {});
        const selling = ports.selling();
        const pieces = selling.currentCart().lines.length;
        if (pieces > 0) return refuse('shift-has-open-cart', { pieces });
        const held = selling.heldCarts();
        if (held > 0 && !carryHeld) return refuse('shift-has-held-carts', { count: held });
        tx.record('shift-closed', { shift: shift.id, expected: shift.cash_expected, counted });
        return ok(totals(db.get<Row>('SELECT * FROM shifts WHERE id = ?', [shift.id])!, nameOf));
      },
      openDrawer: ({ reason }, tx) => {
        tx.record('drawer-opened', { shift: open()?.id ?? null, reason });
        return ok({});
      },
    },
    queries: {
      list: ({ limit }) =>
        ok(
          db
            .all<Row>('SELECT * FROM shifts ORDER BY rowid DESC LIMIT ?', [limit])
            .map(row => totals(row, nameOf)),
        ),
      last: () =>
        ok(
          db.get<{ counted: Minor }>(
            'SELECT counted FROM shifts WHERE closed_at IS NOT NULL ORDER BY rowid DESC LIMIT 1',
          ) ?? null,
        ),
    },
    watches: {
      current: {
        topics: ['shift'],
        read: () => {
          const shift = open();
          return shift ? shiftView(shift, nameOf) : null;
        },
      },
    },
    tables: ['shifts'],
    project: shiftsProject,
    react: {
      'shift-opened': (_fact, tx) => tx.touch('shift'),
      'shift-closed': (_fact, tx) => tx.touch('shift'),
      'sale-completed': (_fact, tx) => tx.touch('shift'),
    },
  };
  return {
    feature,
    reads: {
      current: () => {
        const shift = open();
        return shift ? { id: shift.id, cashier: shift.cashier } : null;
      },
      totals: id => {
        const row = db.get<Row>('SELECT * FROM shifts WHERE id = ?', [id]);
        return row && totals(row, nameOf);
      },
    },
  };
}

const shiftView = (row: Row, nameOf: (staff: StaffId) => string): ShiftView => ({
  id: row.id,
  openedAt: row.opened_at,
  openedBy: nameOf(row.cashier),
  float: row.float,
  sales: row.sales,
});

function totals(row: Row, nameOf: (staff: StaffId) => string): ShiftTotals {
  return {
    shift: row.id,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    openedBy: nameOf(row.cashier),
    float: row.float,
    sales: row.sales,
    gross: row.gross,
    discounts: row.discounts,
    net: row.net,
    tax: row.tax,
    total: row.total,
    tenders: tendersOf(row),
    cashExpected: row.cash_expected,
    cashCounted: row.counted,
    firstReceipt: row.first_receipt,
    lastReceipt: row.last_receipt,
    removedLines: row.removed_lines,
    drawerOpenings: row.drawer_openings,
  };
}

/** In canonical order, which is that of the alphabet. */
const tendersOf = (row: Row): ShiftTotals['tenders'] =>
  Object.entries(JSON.parse(row.tenders) as ShiftTenders).map(([kind, taken]) => ({ kind, ...taken }));
