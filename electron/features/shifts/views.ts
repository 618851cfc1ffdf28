import type {
  ClosingView,
  Explanation,
  ReportView,
  ShiftDesk,
  ShiftRow,
  ShiftView,
  SoFarView,
} from '../../../shared/contract/shifts.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { expectedCash } from '../../../shared/domain/shift/cash.ts';
import type { Counting } from '../../../shared/domain/shift/report.ts';
import { totalOf } from '../../../shared/domain/shift/report.ts';
import type { ReadDb } from '../../db/open.ts';
import { carriedOver, wantsRecount } from './closing.ts';
import { today } from './opening.ts';
import type { ShiftPorts } from './ports.ts';
import { countsOf, lastOfDrawer, openRows, type Row, reportOf, tallyOf } from './rows.ts';

const nameOf = (ports: ShiftPorts, staff: StaffId): string => ports.setup.staff(staff)?.name ?? '';

export function shiftView(row: Row, atMs: number, ports: ShiftPorts): ShiftView {
  const tally = tallyOf(row);
  return {
    id: row.id,
    drawer: row.drawer,
    day: row.day,
    dayIsOver: today(ports, atMs) > row.day,
    cashier: row.cashier,
    openedAt: row.opened_at,
    openedBy: nameOf(ports, row.cashier),
    float: row.float,
    sales: tally.sales.count,
    drawerFull: expectedCash(tally.cash) > ports.setup.shiftRules().drawerLimit,
  };
}

export function deskView(db: ReadDb, atMs: number, ports: ShiftPorts): ShiftDesk {
  const rules = ports.setup.shiftRules();
  const open = openRows(db);
  const nameOfDrawer = (drawer: string) => rules.drawers.find(each => each.drawer === drawer)?.name ?? drawer;
  return {
    today: today(ports, atMs),
    drawers: rules.drawers.map(({ drawer, name }) => ({
      drawer,
      name,
      shift: open.find(row => row.drawer === drawer && row.state !== 'aside')?.id ?? null,
      left: leftIn(db, drawer, ports),
    })),
    others: open
      .filter(row => row.state !== 'active')
      .map(row => ({
        shift: row.id,
        drawer: row.drawer,
        name: nameOfDrawer(row.drawer),
        by: nameOf(ports, row.cashier),
        openedAt: row.opened_at,
        setAside: row.state === 'aside',
      })),
    openDays: openDays(db),
    rules,
  };
}

/** Faces are known only where everything that was counted was left. */
function leftIn(db: ReadDb, drawer: string, ports: ShiftPorts): ShiftDesk['drawers'][number]['left'] {
  const row = lastOfDrawer(db, drawer);
  if (!row) return null;
  const last: Counting | undefined = countsOf(row).at(-1);
  const amount = row.left_as_float!;
  return {
    amount,
    faces: last && last.counted === amount ? last.faces : null,
    by: nameOf(ports, row.cashier),
    at: row.closed_at!,
  };
}

/** Days that have traded, are wholly closed by shift, and have no close of their own. */
const openDays = (db: ReadDb): ShiftDesk['openDays'] =>
  db
    .all<{ day: ShiftDesk['today'] }>(
      `SELECT day FROM shifts GROUP BY day
       HAVING min(state = 'closed') = 1 AND day NOT IN (SELECT day FROM closed_days) ORDER BY day LIMIT 40`,
    )
    .map(row => row.day);

export function closingView(row: Row, ports: ShiftPorts): ClosingView {
  const counts = countsOf(row);
  const holds = counts.length > 0 && !wantsRecount(row, ports);
  return {
    pieces: row.state === 'active' ? ports.selling().currentCart().lines.length : 0,
    carried: carriedOver(ports),
    refundsUnderWay: ports.payments().unsettled().refundsUnderWay,
    rounds: counts.length as ClosingView['rounds'],
    counted: holds ? counts.at(-1)!.counted : null,
    faces: holds ? counts.at(-1)!.faces : null,
    signedBy: row.signed_by && nameOf(ports, row.signed_by),
  };
}

export function reportView(db: ReadDb, row: Row, ports: ShiftPorts): ReportView {
  const { report, hash } = reportOf(db, row);
  const staff = [row.cashier, row.signed_by, ...report.tally.cashiers.map(each => each.staff)];
  const names = staff.flatMap(id => (id ? [[id, nameOf(ports, id)] as const] : []));
  return { ...report, hash, names: Object.fromEntries(names) };
}

export function soFarView(row: Row, ports: ShiftPorts): SoFarView {
  const { pieces, removedLines, voidedCarts, overrides, reprints, firstReceipt, lastReceipt, ...tally } =
    tallyOf(row);
  return {
    pieces,
    removedLines,
    voidedCarts,
    overrides,
    reprints,
    firstReceipt,
    lastReceipt,
    openedAt: row.opened_at,
    by: nameOf(ports, row.cashier),
    sales: tally.sales.count,
    refunds: tally.refunds.count,
    tenders: tally.tenders.filter(tender => tender.kind !== 'cash'),
  };
}

export function shiftRow(row: Row, ports: ShiftPorts): ShiftRow {
  const tally = tallyOf(row);
  const counted = countsOf(row).at(-1)?.counted;
  return {
    shift: row.id,
    z: row.z,
    day: row.day,
    drawer: row.drawer,
    by: nameOf(ports, row.cashier),
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    sales: tally.sales.count,
    total: totalOf(tally),
    variance:
      row.state === 'closed' && counted !== undefined
        ? ((counted - expectedCash(tally.cash)) as ShiftRow['total'])
        : null,
    explained: row.explained === null ? null : (JSON.parse(row.explained) as Explanation),
  };
}
