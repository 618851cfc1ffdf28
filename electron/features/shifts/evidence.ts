import type { CashRow } from '../../../shared/contract/shifts.ts';
import type { CartLine } from '../../../shared/domain/cart.ts';
import type { Fact } from '../../../shared/domain/facts.ts';
import { type Minor, minor, sum } from '../../../shared/domain/money.ts';
import { grossOf } from '../../../shared/domain/pricing.ts';
import type { ShiftId, StaffId } from '../../../shared/domain/sale.ts';
import type { EventHint, Evidence, TicketHint } from '../../../shared/domain/shift/detective.ts';
import { shiftOf } from '../../../shared/domain/shift/tally.ts';
import { facts, journalHead } from '../../core/journal.ts';
import type { ReadDb } from '../../db/open.ts';
import type { ShiftPorts } from './ports.ts';
import { lastOfDrawer, type Row, reportOf, shiftsOfDay } from './rows.ts';

type Settled = { readonly kind: string; readonly amount: Minor };
type NameOf = (staff: string) => string;

/** The shift's own facts, in their order; others of the same hours are passed over. */
export function* factsOf(db: ReadDb, row: Row): Generator<Fact> {
  const last = row.closed_seq ?? journalHead(db).seq;
  for (const fact of facts(db, row.opened_seq - 1)) {
    if (fact.seq > last) return;
    if (shiftOf(fact) === (row.id as ShiftId)) yield fact;
  }
}

/** Every row of the drawer's ledger, oldest first; with sales and refunds as they were paid. */
export function cashRows(db: ReadDb, row: Row, ports: ShiftPorts): CashRow[] {
  const nameOf = namesFrom(ports);
  return [...factsOf(db, row)].flatMap(fact => {
    const entry = (move: CashRow['move'], amount: Minor, reason: string): CashRow => ({
      at: fact.at,
      by: nameOf(fact.actor),
      move,
      amount,
      reason,
    });
    return movesOf(fact).map(([move, amount, reason]) => entry(move, amount, reason));
  });
}

function movesOf(fact: Fact): (readonly [CashRow['move'], Minor, string])[] {
  switch (fact.kind) {
    case 'shift-opened':
      return [['float', fact.body.float, '']];
    case 'cash-moved':
      return [[fact.body.move, fact.body.amount, fact.body.reason]];
    case 'drawer-opened':
      return [['no-sale', minor(0), fact.body.reason]];
    case 'sale-completed': {
      const { sale } = fact.body;
      const cash = sale.tenders.filter(tender => tender.kind === 'cash');
      return cash.flatMap(({ given, change }) => [
        ['sale', given, sale.receipt] as const,
        ...(change > 0 ? [['change', change, sale.receipt] as const] : []),
      ]);
    }
    case 'sale-refunded':
    case 'sale-voided': {
      const { refund } = fact.body;
      return refund.back
        .filter(back => back.kind === 'cash')
        .map(back => ['refund', back.amount, refund.receipt] as const);
    }
    case 'exchange-returned':
      return fact.body.back
        .filter(back => back.kind === 'cash')
        .map(back => ['refund', back.amount, fact.body.refund.receipt] as const);
    default:
      return [];
  }
}

/** All that could explain the difference of a closed shift. */
export function evidenceOf(db: ReadDb, row: Row, ports: ShiftPorts): Evidence {
  const { report } = reportOf(db, row);
  const nameOf = namesFrom(ports);
  const own = [...factsOf(db, row)];
  const before = row.shift_before ? lastOfDrawer(db, row.drawer) : undefined;
  const ofDay = shiftsOfDay(db, row.day).filter(each => each.id !== row.id && each.state === 'closed');
  return {
    variance: report.variance ?? minor(0),
    openingVariance: report.openingVariance,
    varianceBefore: before && before.id !== row.id ? reportOf(db, before).report.variance : null,
    tickets: own.flatMap(fact => ticketOf(fact, nameOf)),
    typed: cashRows(db, row, ports)
      .filter(({ move }) => ['float', 'paid-in', 'paid-out', 'drop'].includes(move))
      .map(({ at, by, move, amount, reason }) => ({ at, by, amount, what: reason || move })),
    voids: own.flatMap(fact => voidOf(fact, nameOf)),
    openings: own
      .filter(fact => fact.kind === 'drawer-opened')
      .map(({ at, actor }) => ({ at, by: nameOf(actor), amount: minor(0) })),
    others: ofDay.map(each => ({
      name: `${each.drawer} Z${each.z}`,
      variance: reportOf(db, each).report.variance ?? minor(0),
    })),
  };
}

function ticketOf(fact: Fact, nameOf: NameOf): TicketHint[] {
  if (fact.kind === 'sale-completed') {
    const { receipt, at, cashier, tenders, change } = fact.body.sale;
    return [{ receipt, at, by: nameOf(cashier), kind: 'sale', change, ...byKind(tenders) }];
  }
  if (fact.kind === 'sale-refunded' || fact.kind === 'sale-voided') {
    const { receipt, at, cashier, back, kind } = fact.body.refund;
    return [
      {
        receipt,
        at,
        by: nameOf(cashier),
        kind: kind === 'void' ? 'void' : 'refund',
        change: minor(0),
        ...byKind(back),
      },
    ];
  }
  if (fact.kind === 'exchange-returned') {
    const { refund, cashier, back } = fact.body;
    const { receipt } = refund;
    return [{ receipt, at: fact.at, by: nameOf(cashier), kind: 'refund', change: minor(0), ...byKind(back) }];
  }
  return [];
}

function byKind(settled: readonly Settled[]): Pick<TicketHint, 'cash' | 'code' | 'unverified'> {
  const of = (kind: string) => sum(settled.filter(each => each.kind === kind).map(each => each.amount));
  return { cash: of('cash'), code: of('code'), unverified: of('store-code') };
}

function voidOf({ kind, body, at, actor }: Fact, nameOf: NameOf): EventHint[] {
  if (kind === 'line-removed') return [{ at, by: nameOf(actor), amount: worthOf([body.line]) }];
  return kind === 'cart-voided' ? [{ at, by: nameOf(actor), amount: worthOf(body.cart.lines) }] : [];
}

const worthOf = (lines: readonly CartLine[]): Minor => sum(lines.map(line => grossOf(line)));

const namesFrom =
  ({ setup }: ShiftPorts): NameOf =>
  staff =>
    setup.staff(staff as StaffId)?.name ?? staff;
