import { createHash } from 'node:crypto';
import type { ReportView } from '../../../shared/contract/shifts.ts';
import { dayReport } from '../../../shared/domain/shift/day.ts';
import { type Carried, shiftReport, totalOf } from '../../../shared/domain/shift/report.ts';
import { isOff } from '../../../shared/domain/shift/tolerance.ts';
import { canonicalJson, type Json } from '../../../shared/lib/canonical.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, type Feature, refuse, type Tx } from '../../core/feature.ts';
import { journalHead } from '../../core/journal.ts';
import { disputed } from './counted.ts';
import type { ShiftPorts } from './ports.ts';
import { countsOf, findShift, headOf, lastClosed, type Row, reportOf, shiftsOfDay, tallyOf } from './rows.ts';
import { reportView } from './views.ts';

type CloseCommands = Pick<Feature<'shifts'>['commands'], 'count' | 'sign' | 'close' | 'closeDay' | 'explain'>;
type CloseInput = Parameters<CloseCommands['close']>[0];

export function closingCommands(ports: ShiftPorts): CloseCommands {
  return {
    count: (input, tx) => count(input, tx, ports),
    sign: ({ shift }, tx) => {
      const row = findShift(tx.db, shift);
      if (!row || row.state === 'closed') return refuse('no-such-shift', {});
      const last = countsOf(row).at(-1);
      if (!last) return refuse('not-counted-yet', {});
      const by = tx.approvedBy ?? tx.actor.staff;
      if (!by || by === last.by) return refuse('needs-second-person', {});
      tx.record('shift-signed', { shift, by });
      return ok({ by: ports.setup.staff(by)?.name ?? '' });
    },
    close: (input, tx) => close(input, tx, ports),
    closeDay: ({ day }, tx) => {
      const rows = shiftsOfDay(tx.db, day);
      if (rows.length === 0) return refuse('no-such-day', {});
      if (tx.db.get('SELECT 1 FROM closed_days WHERE day = ?', [day]))
        return refuse('day-already-closed', {});
      const open = rows.filter(row => row.state !== 'closed').length;
      if (open > 0) return refuse('day-has-open-shifts', { count: open });
      const number =
        1 + (tx.db.get<{ last: number | null }>('SELECT max(number) AS last FROM closed_days')?.last ?? 0);
      const report = dayReport(
        day,
        number,
        rows.map(row => reportOf(tx.db, row).report),
      );
      tx.record('day-closed', { day, report, hash: hashOf(report) });
      return ok(report);
    },
    explain: ({ shift, cause, note, settled }, tx) => {
      if (findShift(tx.db, shift)?.state !== 'closed') return refuse('no-such-shift', {});
      tx.record('variance-explained', { shift, cause, note, settled });
      return ok({});
    },
  };
}

/** The first count is frozen; one that is off is taken once more, and nobody is told by how much or which way. */
function count(
  { shift, counted, faces }: Parameters<CloseCommands['count']>[0],
  tx: Tx,
  ports: ShiftPorts,
): Answer<{ again: boolean }> {
  const by = tx.actor.staff;
  if (!by) return refuse('not-signed-in', {});
  const row = findShift(tx.db, shift);
  if (!row || row.state === 'closed') return refuse('no-such-shift', {});
  const dispute = disputed(counted, faces, ports.setup.settings().currency);
  if (dispute) return dispute;
  const pieces = row.state === 'active' ? ports.selling().currentCart().lines.length : 0;
  if (pieces > 0) return refuse('shift-has-open-cart', { pieces });
  const credit = ports.refunds().credit();
  if (credit) return refuse('exchange-open', { receipt: credit.receipt });
  const rounds = countsOf(row).length;
  if (rounds > 0 && !wantsRecount(row, ports)) return refuse('count-frozen', {});
  tx.record('cash-counted', { shift, round: rounds === 0 ? 1 : 2, counted, faces: faces ?? null, by });
  return ok({ again: wantsRecount(findShift(tx.db, shift)!, ports) });
}

/** Whether the one recount is still to come: there is one count, and it is off by more than the shop lets pass. */
export function wantsRecount(row: Row, ports: ShiftPorts): boolean {
  const counts = countsOf(row);
  const { expected } = shiftReport(headOf(row), tallyOf(row), null);
  return counts.length === 1 && isOff(counts[0]!.counted, expected, ports.setup.shiftRules().tolerance);
}

function close(input: CloseInput, tx: Tx, ports: ShiftPorts): Answer<ReportView> {
  const row = findShift(tx.db, input.shift);
  if (!row) return refuse('no-such-shift', {});
  if (row.state === 'closed') return refuse('shift-already-closed', {});
  const [first, second] = countsOf(row);
  if (!first) return refuse('not-counted-yet', {});
  if (wantsRecount(row, ports)) return refuse('recount-first', {});
  const credit = ports.refunds().credit();
  if (credit) return refuse('exchange-open', { receipt: credit.receipt });
  const carried = carriedOver(ports);
  const { held, unknown, unverified } = input.carried;
  if (carried.held !== held || carried.unknown.count !== unknown || carried.unverified.count !== unverified)
    return refuse('closing-changed', {});
  const counted = (second ?? first).counted;
  if (input.left > counted) return refuse('left-too-much', { counted });
  const before = lastClosed(tx.db);
  const grandTotalBefore = before
    ? reportOf(tx.db, before).report.closing!.grandTotal
    : (0 as typeof input.left);
  const tally = tallyOf(row);
  const report = shiftReport(headOf(row), tally, {
    z: (before?.z ?? 0) + 1,
    closedAt: tx.at,
    first,
    second: second ?? null,
    leftAsFloat: input.left,
    bag: input.bag,
    signedBy: row.signed_by,
    carried,
    grandTotalBefore,
    grandTotal: (grandTotalBefore + totalOf(tally)) as typeof input.left,
    head: journalHead(tx.db),
    software: ports.software,
  });
  tx.record('shift-closed', { shift: row.id, report, hash: hashOf(report) });
  return ok(reportView(tx.db, findShift(tx.db, row.id)!, ports));
}

/** What goes on after the close, as it stands now. */
export function carriedOver(ports: ShiftPorts): Carried {
  const { unknown, unverified } = ports.payments().unsettled();
  return { held: ports.selling().heldCarts(), unknown, unverified };
}

const hashOf = (report: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(report as Json), 'utf8')
    .digest('hex');
