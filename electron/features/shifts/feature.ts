import type { ShiftId } from '../../../shared/domain/sale.ts';
import type { DayReport } from '../../../shared/domain/shift/day.ts';
import { suspectsOf } from '../../../shared/domain/shift/detective.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, type Feature, type FeatureParts, refuse } from '../../core/feature.ts';
import { factAt } from '../../core/journal.ts';
import type { ShiftReads } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import { closingCommands } from './closing.ts';
import { cashRows, evidenceOf } from './evidence.ts';
import { movingCommands } from './moving.ts';
import { goOnWithOwnShift, openingCommands } from './opening.ts';
import type { ShiftPorts } from './ports.ts';
import { shiftsProject } from './project.ts';
import { activeHead, activeRow, findShift, type Row } from './rows.ts';
import { setRules } from './rules.ts';
import { closingView, deskView, reportView, shiftRow, shiftView, soFarView } from './views.ts';

/** Drawers, shifts and business days: every sale belongs to a shift, whose figures run along in the same transaction. */
export function shiftsFeature(
  parts: FeatureParts,
  ports: ShiftPorts,
): { feature: Feature<'shifts'>; reads: ShiftReads } {
  const { db, env } = parts;
  const ofShift = <T>(id: ShiftId, tell: (row: Row) => T): Answer<T> => {
    const row = findShift(db, id);
    return row ? ok(tell(row)) : refuse('no-such-shift', {});
  };
  const feature: Feature<'shifts'> = {
    family: 'shifts',
    commands: {
      ...openingCommands(ports),
      ...movingCommands,
      ...closingCommands(ports),
      setRules: (rules, tx) => setRules(rules, tx, ports),
    },
    queries: {
      closing: ({ shift }) => ofShift(shift, row => closingView(row, ports)),
      soFar: ({ shift }) => ofShift(shift, row => soFarView(row, ports)),
      report: ({ shift }) => ofShift(shift, row => reportView(db, row, ports)),
      cash: ({ shift }) => ofShift(shift, row => cashRows(db, row, ports)),
      suspects: ({ shift }) => ofShift(shift, row => suspectsOf(evidenceOf(db, row, ports))),
      list: ({ before, limit }) => {
        const place = before === undefined ? Number.MAX_SAFE_INTEGER : (findShift(db, before)?.place ?? 0);
        const rows = db.all<Row>('SELECT * FROM shifts WHERE place < ? ORDER BY place DESC LIMIT +?', [
          place,
          limit,
        ]);
        return ok(rows.map(row => shiftRow(row, ports)));
      },
      day: ({ day }) => ok(dayReportOf(db, day)),
    },
    watches: {
      current: {
        topics: ['shift', 'setup'],
        read: () => {
          const row = activeRow(db);
          return row ? shiftView(row, env.wallMs(), ports) : null;
        },
      },
      desk: { topics: ['shift', 'setup'], read: () => deskView(db, env.wallMs(), ports) },
    },
    tables: ['shifts', 'closed_days'],
    project: shiftsProject,
    react: {
      'signed-in': ({ body }, tx) => goOnWithOwnShift(tx, body.staff),
      'shift-opened': (_fact, tx) => tx.touch('shift'),
      'shift-taken-up': (_fact, tx) => tx.touch('shift'),
      'shift-set-aside': (_fact, tx) => tx.touch('shift'),
      'cash-counted': (_fact, tx) => tx.touch('shift'),
      'cash-moved': (_fact, tx) => tx.touch('shift'),
      'shift-closed': (_fact, tx) => tx.touch('shift'),
      'day-closed': (_fact, tx) => tx.touch('shift'),
      'sale-completed': (_fact, tx) => tx.touch('shift'),
      'sale-refunded': (_fact, tx) => tx.touch('shift'),
      'sale-voided': (_fact, tx) => tx.touch('shift'),
      'exchange-returned': (_fact, tx) => tx.touch('shift'),
    },
  };
  return {
    feature,
    reads: {
      current: () => {
        const row = activeHead(db);
        return row ? { id: row.id, cashier: row.cashier } : null;
      },
      drawerPlace: () => {
        const row = activeHead(db);
        const { drawers } = ports.setup.shiftRules();
        return row ? drawers.findIndex(each => each.drawer === row.drawer) : null;
      },
      report: id => {
        const row = findShift(db, id);
        return row && reportView(db, row, ports);
      },
      day: day => dayReportOf(db, day),
    },
  };
}

function dayReportOf(db: ReadDb, day: string): DayReport | null {
  const row = db.get<{ seq: number }>('SELECT seq FROM closed_days WHERE day = ?', [day]);
  const fact = row && factAt(db, row.seq);
  return fact?.kind === 'day-closed' ? fact.body.report : null;
}
