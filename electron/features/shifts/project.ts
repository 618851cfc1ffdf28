import type { Fact, FactKind } from '../../../shared/domain/facts.ts';
import { emptyTally, shiftOf, withFact } from '../../../shared/domain/shift/tally.ts';
import { canonicalJson, type Json } from '../../../shared/lib/canonical.ts';
import type { Project } from '../../core/feature.ts';
import type { WriteDb } from '../../db/open.ts';
import { activeRow, countsOf, findShift, type Row, type ShiftState, tallyOf, tallyText } from './rows.ts';

const tallied = [
  'sale-completed',
  'sale-refunded',
  'sale-voided',
  'exchange-returned',
  'cash-moved',
  'drawer-opened',
  'line-removed',
  'cart-voided',
  'receipt-reprinted',
  'approval-used',
] as const satisfies readonly FactKind[];

export const shiftsProject: Project = {
  ...Object.fromEntries(tallied.map(kind => [kind, add])),
  'shift-opened': (fact, db) => {
    const { shift, drawer, day, cashier, float, left } = fact.body;
    db.run("UPDATE shifts SET state = 'waiting' WHERE state = 'active'");
    db.run(
      `INSERT INTO shifts (id, drawer, day, cashier, opened_at, float, left_before, shift_before, state, tally, opened_seq)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'active', ?, ?)`,
      [
        shift,
        drawer,
        day,
        cashier,
        fact.at,
        float,
        left?.amount ?? null,
        left?.shift ?? null,
        tallyText(withFact(emptyTally, fact)),
        fact.seq,
      ],
    );
  },
  'shift-taken-up': ({ body }, db) => {
    db.run("UPDATE shifts SET state = 'waiting' WHERE state = 'active'");
    setState(db, body.shift, 'active');
  },
  'shift-set-aside': ({ body }, db) => setState(db, body.shift, 'aside'),
  'cash-counted': ({ body: { shift, counted, faces, by } }, db) => {
    const row = findShift(db, shift);
    if (!row) return;
    const counts = [...countsOf(row), { counted, faces, by }];
    db.run("UPDATE shifts SET counts = ?, state = 'aside' WHERE id = ?", [text(counts), shift]);
  },
  'shift-signed': ({ body }, db) => {
    db.run('UPDATE shifts SET signed_by = ? WHERE id = ?', [body.by, body.shift]);
  },
  'shift-closed': ({ body: { shift, report }, seq, at }, db) => {
    const { z, leftAsFloat } = report.closing!;
    db.run(
      "UPDATE shifts SET state = 'closed', closed_at = ?, closed_seq = ?, z = ?, left_as_float = ? WHERE id = ?",
      [at, seq, z, leftAsFloat, shift],
    );
  },
  'day-closed': ({ body, seq }, db) => {
    db.run('INSERT INTO closed_days (day, number, seq) VALUES (?, ?, ?)', [
      body.day,
      body.report.number,
      seq,
    ]);
  },
  'variance-explained': ({ body: { shift, cause, note, settled } }, db) => {
    db.run('UPDATE shifts SET explained = ? WHERE id = ?', [text({ cause, note, settled }), shift]);
  },
};

function add(fact: Fact, db: WriteDb): void {
  const of = shiftOf(fact);
  const row: Row | undefined = of === 'active' ? activeRow(db) : of === null ? undefined : findShift(db, of);
  if (!row) return; // A drawer opened while no shift was: it is in the journal, and in no shift's figures.
  db.run('UPDATE shifts SET tally = ? WHERE place = ?', [tallyText(withFact(tallyOf(row), fact)), row.place]);
}

function setState(db: WriteDb, shift: Row['id'], state: ShiftState): void {
  db.run('UPDATE shifts SET state = ? WHERE id = ?', [state, shift]);
}

/** As `tallyText`. */
const text = (value: unknown): string => canonicalJson(value as Json);
