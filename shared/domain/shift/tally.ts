import { type CartLine, givenUp } from '../cart.ts';
import type { ExchangeReturn } from '../facts/refunds.ts';
import type { Fact } from '../facts.ts';
import { type Minor, minor } from '../money.ts';
import { grossOf } from '../pricing.ts';
import type { Sale, ShiftId, StaffId, Tender } from '../sale.ts';
import type { MoneyBack, SaleRefund } from '../sale-refund.ts';
import type { TaxRow } from '../tax.ts';
import type { Wallet } from '../wallet-codes.ts';
import {
  both,
  type CashLedger,
  type CashMove,
  type Count,
  cashMoves,
  emptyLedger,
  none,
  once,
  plus,
} from './cash.ts';

/** One way of settling: cash, the shop's own code, a wallet through a channel, or goods that came back. */
export type TenderKey = {
  readonly kind: Tender['kind'];
  readonly wallet: Wallet | null;
  readonly channel: string | null;
};
export type TenderTally = TenderKey & { readonly taken: Count; readonly back: Count };

/** What one person did in a shift. */
export type CashierTally = { readonly staff: StaffId; readonly sales: Count; readonly refunds: Count };

/**
 * All that a shift's report says about its trade, as running sums; every fact of the shift is added to it
 * once. Amounts applied to sales count, never what was handed over (that is the ledger's).
 */
export type Tally = {
  readonly sales: Count;
  readonly pieces: number;
  readonly gross: Minor;
  readonly lineDiscount: Minor;
  readonly ticketDiscount: Minor;
  readonly net: Minor;
  readonly tax: Minor;
  /** Cash rounding (抹零) of sales, less what refunds mirrored of it. */
  readonly rounding: Minor;
  readonly refunds: Count;
  readonly voids: Count;
  /** Sales less what came back, highest rate first. */
  readonly taxRows: readonly TaxRow[];
  readonly tenders: readonly TenderTally[];
  readonly cashiers: readonly CashierTally[];
  readonly cash: CashLedger;
  readonly removedLines: Count;
  readonly voidedCarts: Count;
  /** Lines that were sold at a price set by hand, and what it took off them. */
  readonly overrides: Count;
  readonly reprints: number;
  readonly approvals: number;
  readonly offline: Count;
  readonly firstReceipt: string | null;
  readonly lastReceipt: string | null;
};

export const emptyTally: Tally = {
  sales: none,
  pieces: 0,
  gross: minor(0),
  lineDiscount: minor(0),
  ticketDiscount: minor(0),
  net: minor(0),
  tax: minor(0),
  rounding: minor(0),
  refunds: none,
  voids: none,
  taxRows: [],
  tenders: [],
  cashiers: [],
  cash: emptyLedger,
  removedLines: none,
  voidedCarts: none,
  overrides: none,
  reprints: 0,
  approvals: 0,
  offline: none,
  firstReceipt: null,
  lastReceipt: null,
};

/** The shift a fact belongs to: its own, the one that sells at the moment (`active`), or none. */
export function shiftOf(fact: Fact): ShiftId | 'active' | null {
  switch (fact.kind) {
    case 'sale-completed':
      return fact.body.sale.shift;
    case 'sale-refunded':
    case 'sale-voided':
      return fact.body.refund.shift;
    case 'exchange-returned':
    case 'shift-opened':
    case 'cash-moved':
    case 'drawer-opened':
    case 'line-removed':
    case 'cart-voided':
      return fact.body.shift;
    case 'receipt-reprinted':
    case 'approval-used':
      return 'active';
    default:
      return null;
  }
}

/** The tally with one more fact of its shift. */
export function withFact(tally: Tally, fact: Fact): Tally {
  switch (fact.kind) {
    case 'shift-opened':
      return withCash(tally, 'float', fact.body.float);
    case 'sale-completed':
      return withSale(tally, fact.body.sale);
    case 'sale-refunded':
    case 'sale-voided':
      return withRefund(tally, fact.body.refund);
    case 'exchange-returned':
      return withExchangeReturn(tally, fact.body);
    case 'cash-moved':
      return withCash(tally, fact.body.move, fact.body.amount);
    case 'drawer-opened':
      return withCash(tally, 'no-sale', minor(0));
    case 'receipt-reprinted':
      return { ...tally, reprints: tally.reprints + 1 };
    case 'approval-used':
      return { ...tally, approvals: tally.approvals + 1 };
    case 'line-removed':
      return { ...tally, removedLines: plus(tally.removedLines, worthOfLines([fact.body.line])) };
    case 'cart-voided':
      return { ...tally, voidedCarts: plus(tally.voidedCarts, worthOfLines(fact.body.cart.lines)) };
    default:
      return tally;
  }
}

/** Two tallies as one; for a day of several shifts. */
export function mergeTallies(one: Tally, other: Tally): Tally {
  const cash = Object.keys(cashMoves) as CashMove[];
  return {
    sales: both(one.sales, other.sales),
    pieces: one.pieces + other.pieces,
    gross: minor(one.gross + other.gross),
    lineDiscount: minor(one.lineDiscount + other.lineDiscount),
    ticketDiscount: minor(one.ticketDiscount + other.ticketDiscount),
    net: minor(one.net + other.net),
    tax: minor(one.tax + other.tax),
    rounding: minor(one.rounding + other.rounding),
    refunds: both(one.refunds, other.refunds),
    voids: both(one.voids, other.voids),
    taxRows: sumRows(one.taxRows, other.taxRows, 1),
    tenders: other.tenders.reduce(
      (all, each) => withTender(withTender(all, each, 'taken', each.taken), each, 'back', each.back),
      one.tenders,
    ),
    cashiers: other.cashiers.reduce(
      (all, each) =>
        withCashier(withCashier(all, each.staff, 'sales', each.sales), each.staff, 'refunds', each.refunds),
      one.cashiers,
    ),
    cash: Object.fromEntries(cash.map(move => [move, both(one.cash[move], other.cash[move])])) as CashLedger,
    removedLines: both(one.removedLines, other.removedLines),
    voidedCarts: both(one.voidedCarts, other.voidedCarts),
    overrides: both(one.overrides, other.overrides),
    reprints: one.reprints + other.reprints,
    approvals: one.approvals + other.approvals,
    offline: both(one.offline, other.offline),
    firstReceipt: one.firstReceipt ?? other.firstReceipt,
    lastReceipt: other.lastReceipt ?? one.lastReceipt,
  };
}

function withSale(tally: Tally, sale: Sale): Tally {
  const cash = sale.tenders.filter(tender => tender.kind === 'cash');
  const given = cash.reduce((all, each) => all + each.given, 0);
  const change = cash.reduce((all, each) => all + each.change, 0);
  let ledger = tally.cash;
  if (cash.length > 0) ledger = { ...ledger, sale: plus(ledger.sale, minor(given)) };
  if (change > 0) ledger = { ...ledger, change: plus(ledger.change, minor(change)) };
  return {
    ...tally,
    sales: plus(tally.sales, sale.total),
    pieces: tally.pieces + sale.pieces,
    gross: minor(tally.gross + sale.gross),
    lineDiscount: minor(tally.lineDiscount + sale.lineDiscount),
    ticketDiscount: minor(tally.ticketDiscount + sale.ticketDiscount),
    net: minor(tally.net + sale.net),
    tax: minor(tally.tax + sale.tax),
    rounding: minor(tally.rounding + sale.rounding),
    taxRows: sumRows(tally.taxRows, sale.taxRows, 1),
    tenders: sale.tenders.reduce(
      (all, tender) => withTender(all, keyOf(tender), 'taken', once(tender.amount)),
      tally.tenders,
    ),
    cashiers: withCashier(tally.cashiers, sale.cashier, 'sales', once(sale.total)),
    cash: ledger,
    overrides: sale.lines.reduce(
      (all, line) => (line.override ? plus(all, givenUp(line)) : all),
      tally.overrides,
    ),
    offline: sale.offline ? plus(tally.offline, sale.total) : tally.offline,
    firstReceipt: tally.firstReceipt ?? sale.receipt,
    lastReceipt: sale.receipt,
  };
}

function withRefund(tally: Tally, refund: SaleRefund): Tally {
  const kind = refund.kind === 'void' ? 'voids' : 'refunds';
  const cash = refund.back.filter(back => back.kind === 'cash').map(back => back.amount);
  return {
    ...tally,
    [kind]: plus(tally[kind], refund.total),
    rounding: minor(tally.rounding - refund.rounding),
    taxRows: sumRows(tally.taxRows, refund.taxRows, -1),
    tenders: refund.back.reduce(
      (all, back) => withTender(all, keyOf(back), 'back', once(back.amount)),
      tally.tenders,
    ),
    cashiers: withCashier(tally.cashiers, refund.cashier, 'refunds', once(refund.total)),
    cash: { ...tally.cash, refund: cash.reduce(plus, tally.cash.refund) },
  };
}

/** What was put down as given for an exchange goes another way after all; the refund itself is counted already. */
function withExchangeReturn(tally: Tally, { sale, amount, back }: ExchangeReturn): Tally {
  const cash = back.filter(each => each.kind === 'cash').map(each => each.amount);
  const lessExchanged = { count: sale === null ? -1 : 0, amount: minor(-amount) };
  return {
    ...tally,
    tenders: back.reduce(
      (all, each) => withTender(all, keyOf(each), 'back', once(each.amount)),
      withTender(tally.tenders, { kind: 'exchange', wallet: null, channel: null }, 'back', lessExchanged),
    ),
    cash: { ...tally.cash, refund: cash.reduce(plus, tally.cash.refund) },
  };
}

const worthOfLines = (lines: readonly CartLine[]): Minor =>
  minor(lines.reduce((all, line) => all + grossOf(line), 0));

const withCash = (tally: Tally, move: CashMove, amount: Minor): Tally => ({
  ...tally,
  cash: { ...tally.cash, [move]: plus(tally.cash[move], amount) },
});

function keyOf(settled: Tender | MoneyBack): TenderKey {
  return settled.kind === 'code'
    ? { kind: 'code', wallet: settled.wallet, channel: settled.channel }
    : { kind: settled.kind, wallet: null, channel: null };
}

const sameKey = (one: TenderKey, other: TenderKey): boolean =>
  one.kind === other.kind && one.wallet === other.wallet && one.channel === other.channel;

/** In the order of their names, so that two tallies of the same facts are the same text. */
const nameOfKey = ({ kind, wallet, channel }: TenderKey): string => `${kind} ${wallet} ${channel}`;

function withTender(
  tenders: readonly TenderTally[],
  key: TenderKey,
  way: 'taken' | 'back',
  more: Count,
): TenderTally[] {
  const known = tenders.find(each => sameKey(each, key)) ?? { ...key, taken: none, back: none };
  return [...tenders.filter(each => !sameKey(each, key)), { ...known, [way]: both(known[way], more) }].sort(
    (a, b) => (nameOfKey(a) < nameOfKey(b) ? -1 : 1),
  );
}

function withCashier(
  cashiers: readonly CashierTally[],
  staff: StaffId,
  what: 'sales' | 'refunds',
  more: Count,
): CashierTally[] {
  const known = cashiers.find(each => each.staff === staff) ?? { staff, sales: none, refunds: none };
  return [
    ...cashiers.filter(each => each.staff !== staff),
    { ...known, [what]: both(known[what], more) },
  ].sort((a, b) => (a.staff < b.staff ? -1 : 1));
}

function sumRows(rows: readonly TaxRow[], more: readonly TaxRow[], sign: 1 | -1): TaxRow[] {
  const rates = [...new Set([...rows, ...more].map(row => row.permille))].sort((a, b) => b - a);
  const of = (list: readonly TaxRow[], permille: number) => list.find(row => row.permille === permille);
  return rates.map(permille => {
    const before = of(rows, permille);
    const added = of(more, permille);
    return {
      permille,
      net: minor((before?.net ?? 0) + sign * (added?.net ?? 0)),
      tax: minor((before?.tax ?? 0) + sign * (added?.tax ?? 0)),
    };
  });
}
