import { facts, journalHead } from '../../electron/core/journal.ts';
import type { ReadDb } from '../../electron/db/open.ts';
import { expectedCash } from '../../shared/domain/shift/cash.ts';
import type { Counting } from '../../shared/domain/shift/report.ts';
import type { Tally } from '../../shared/domain/shift/tally.ts';

export type ShiftFigures = {
  readonly shift: string;
  readonly sales: number;
  readonly total: number;
  readonly discounts: number;
  readonly removedLines: number;
  readonly cashExpected: number;
  readonly cashCounted: number | null;
  readonly z: number | null;
};

export type Figures = {
  readonly sales: number;
  readonly tenders: number;
  readonly offlineSales: number;
  readonly total: number;
  readonly journalRows: number;
  readonly holds: number;
  readonly recalls: number;
  /** Goods that came back, and what their customers got for them, in fen. */
  readonly refunds: { readonly count: number; readonly total: number };
  /** Tenders by customers' codes, in fen. */
  readonly codes: { readonly sales: number; readonly captured: number; readonly refunded: number };
  readonly shifts: readonly ShiftFigures[];
};

type Running = { -readonly [Key in keyof ShiftFigures]: ShiftFigures[Key] };

/** The day's figures from the journal alone: every fact read once, nothing taken from a table of totals. */
export function recount(db: ReadDb): Figures {
  const shifts = new Map<string, Running>();
  const ids = { sales: new Set<string>(), tenders: new Set<string>() };
  const codes: number[] = [];
  const refunds = { count: 0, total: 0 };
  let refunded = 0;
  let [offlineSales, total, journalRows, holds, recalls] = [0, 0, 0, 0, 0];
  for (const fact of facts(db)) {
    journalRows += 1;
    switch (fact.kind) {
      case 'shift-opened':
        shifts.set(fact.body.shift, {
          shift: fact.body.shift,
          sales: 0,
          total: 0,
          discounts: 0,
          removedLines: 0,
          cashExpected: fact.body.float,
          cashCounted: null,
          z: null,
        });
        break;
      case 'sale-completed': {
        const { sale } = fact.body;
        const shift = shifts.get(sale.shift)!;
        ids.sales.add(sale.id);
        for (const tender of sale.tenders) {
          ids.tenders.add(tender.id);
          if (tender.kind === 'cash') shift.cashExpected += tender.given - tender.change;
          if (tender.kind === 'code') codes.push(tender.amount);
        }
        offlineSales += sale.offline ? 1 : 0;
        total += sale.total;
        shift.sales += 1;
        shift.total += sale.rounding + sale.lines.reduce((all, line) => all + line.net + line.tax, 0);
        shift.discounts += sale.lines.reduce((all, line) => all + line.lineDiscount + line.ticketShare, 0);
        break;
      }
      case 'refund-moved':
        if (fact.body.state.name === 'refunded') refunded += fact.body.amount;
        break;
      case 'sale-refunded':
      case 'sale-voided': {
        const { shift, back, total: returned } = fact.body.refund;
        refunds.count += 1;
        refunds.total += returned;
        for (const { kind, amount } of back) if (kind === 'cash') shifts.get(shift)!.cashExpected -= amount;
        break;
      }
      case 'cash-moved': {
        const { shift, move, amount } = fact.body;
        if (move === 'paid-in') shifts.get(shift)!.cashExpected += amount;
        else if (move !== 'exchange') shifts.get(shift)!.cashExpected -= amount;
        break;
      }
      case 'line-removed':
        shifts.get(fact.body.shift)!.removedLines += 1;
        break;
      case 'cart-held':
        holds += 1;
        break;
      case 'cart-recalled':
        recalls += 1;
        break;
      case 'shift-closed':
        shifts.get(fact.body.shift)!.z = fact.body.report.closing!.z;
        break;
      case 'cash-counted':
        shifts.get(fact.body.shift)!.cashCounted = fact.body.counted;
        break;
      default:
    }
  }
  return {
    sales: ids.sales.size,
    tenders: ids.tenders.size,
    offlineSales,
    total,
    journalRows,
    holds,
    recalls,
    refunds,
    codes: { sales: codes.length, captured: codes.reduce((sum, amount) => sum + amount, 0), refunded },
    shifts: [...shifts.values()],
  };
}

/** The same figures as the live tables have them. */
export function liveFigures(db: ReadDb): Omit<Figures, 'offlineSales' | 'holds' | 'recalls' | 'codes'> {
  const one = (sql: string) => db.get<{ value: number }>(sql)!.value;
  return {
    sales: one('SELECT count(*) AS value FROM sales'),
    tenders: one(
      "SELECT coalesce(sum(kind.value ->> '$.taken.count'), 0) AS value FROM shifts, json_each(tally, '$.tenders') AS kind",
    ),
    total: one('SELECT coalesce(sum(total), 0) AS value FROM sales'),
    refunds: {
      count: one('SELECT count(*) AS value FROM refunds'),
      total: one('SELECT coalesce(sum(amount), 0) AS value FROM refunds'),
    },
    journalRows: journalHead(db).seq,
    shifts: db.all<TallyRow>('SELECT id, tally, counts, z FROM shifts ORDER BY place').map(shiftFigures),
  };
}

type TallyRow = { id: string; tally: string; counts: string; z: number | null };

function shiftFigures({ id, tally, counts, z }: TallyRow): ShiftFigures {
  const { sales, lineDiscount, ticketDiscount, removedLines, cash } = JSON.parse(tally) as Tally;
  return {
    shift: id,
    sales: sales.count,
    total: sales.amount,
    discounts: lineDiscount + ticketDiscount,
    removedLines: removedLines.count,
    cashExpected: expectedCash(cash),
    cashCounted: (JSON.parse(counts) as Counting[]).at(-1)?.counted ?? null,
    z,
  };
}

/** Receipts that came out of the printer, and journal rows the gateway has not acknowledged. */
export function sideFigures(db: ReadDb): { readonly receipts: number; readonly pendingAtEnd: number } {
  const receipts = db.get<{ count: number }>(
    "SELECT count(*) AS count FROM print_jobs WHERE kind = 'receipt' AND state IN ('sent', 'printed')",
  )!.count;
  const acked = db.get<{ acked: number }>('SELECT acked_through AS acked FROM sync_state')?.acked ?? 0;
  return { receipts, pendingAtEnd: journalHead(db).seq - acked };
}
