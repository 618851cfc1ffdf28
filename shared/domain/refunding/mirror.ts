import { no, ok, type Result } from '../../lib/result.ts';
import type { LineId } from '../cart.ts';
import { isWeighed } from '../item.ts';
import { type Minor, minor, sum } from '../money.ts';
import { type PricedLine, piecesOf } from '../pricing.ts';
import { type Quantity, quantity } from '../quantity.ts';
import type { Sale } from '../sale.ts';
import type { GoodsBack, RefundedLine, SaleRefund } from '../sale-refund.ts';
import { taxRows } from '../tax.ts';

/** What the customer brings back of a line, and where the goods go. */
export type RefundPick = { readonly line: LineId; readonly quantity: Quantity; readonly goods: GoodsBack };

/** How much of each line has come back before; a line that is not in it has not. */
export type Refunded = ReadonlyMap<LineId, Quantity>;

export type RefundFault =
  | { readonly code: 'nothing-picked' }
  | { readonly code: 'no-such-line' }
  | { readonly code: 'more-than-sold'; readonly name: string; readonly left: Quantity }
  | { readonly code: 'quantity-not-whole'; readonly name: string };

/** The goods and the money of a refund; what is missing is who, when, why and how the money goes back. */
export type Mirrored = {
  readonly lines: readonly RefundedLine[];
} & { readonly [Field in MoneyField]: SaleRefund[Field] };
type MoneyField =
  | 'pieces'
  | 'gross'
  | 'lineDiscount'
  | 'ticketDiscount'
  | 'net'
  | 'tax'
  | 'taxRows'
  | 'rounding'
  | 'total';

/**
 * A refund of these picks as the mirror of the stored sale: nothing is priced or taxed again. Every sum has a
 * share that belongs to the first so many thousandths of a line, and a refund is the difference of two such
 * shares; so partial refunds in any order end, to the fen, at minus the sale.
 */
export function mirror(
  sale: Sale,
  before: Refunded,
  picks: readonly RefundPick[],
): Result<Mirrored, RefundFault> {
  if (picks.length === 0) return no({ code: 'nothing-picked' });
  const after = new Map(before);
  const lines: RefundedLine[] = [];
  for (const pick of picks) {
    const line = sale.lines.find(each => each.id === pick.line);
    if (!line) return no({ code: 'no-such-line' });
    const from = after.get(line.id) ?? quantity(0);
    const left = quantity(line.quantity - from);
    if (pick.quantity > left) return no({ code: 'more-than-sold', name: line.name, left });
    if (!isWeighed(line.unit) && pick.quantity % 1000 !== 0)
      return no({ code: 'quantity-not-whole', name: line.name });
    const to = quantity(from + pick.quantity);
    after.set(line.id, to);
    lines.push(part(sale, line, from, to, pick.goods));
  }
  const net = sum(lines.map(line => line.net));
  const tax = sum(lines.map(line => line.tax));
  const rounding = roundingBetween(sale, before, after);
  return ok({
    lines,
    pieces: piecesThrough(sale, after) - piecesThrough(sale, before),
    gross: sum(lines.map(line => line.gross)),
    lineDiscount: sum(lines.map(line => line.lineDiscount)),
    ticketDiscount: sum(lines.map(line => line.ticketShare)),
    net,
    tax,
    taxRows: taxRows(lines),
    rounding,
    total: minor(net + tax + rounding),
  });
}

/** What is left of each line, as picks; for a refund of everything. */
export const everythingLeft = (sale: Sale, before: Refunded, goods: GoodsBack): RefundPick[] =>
  sale.lines
    .map(line => ({ line: line.id, quantity: leftOf(line, before), goods }))
    .filter(pick => pick.quantity > 0);

export const leftOf = (line: PricedLine, before: Refunded): Quantity =>
  quantity(line.quantity - (before.get(line.id) ?? 0));

/** What belongs to the first `part` of `whole`: exact, rounded towards nothing, and never less for a larger part. */
const share = (amount: number, part: number, whole: number): number =>
  whole === 0 ? 0 : Number((BigInt(amount) * BigInt(part)) / BigInt(whole));

type LineMoney = Pick<PricedLine, 'gross' | 'lineDiscount' | 'ticketShare' | 'amount' | 'net' | 'tax'>;

/**
 * The money of the first `back` thousandths of a line. The quantity shares out the gross; what is within it is
 * shared by it in turn, step by step, so that a part is never more than its whole: two of three at 3.50 are 7.00,
 * and no discount or tax is ever larger than what it is of.
 */
function through(line: PricedLine, back: Quantity, taxMode: Sale['taxMode']): LineMoney {
  const gross = share(line.gross, back, line.quantity);
  const amount = share(line.amount, gross, line.gross);
  const off = gross - amount;
  const ticketShare = share(line.ticketShare, off, line.lineDiscount + line.ticketShare);
  const tax = share(line.tax, amount, line.amount);
  const money = { gross, lineDiscount: off - ticketShare, ticketShare, amount, tax };
  return { ...money, net: taxMode === 'inclusive' ? amount - tax : amount } as LineMoney;
}

/** The line's part between the first `from` and the first `to` thousandths that come back. */
function part(sale: Sale, line: PricedLine, from: Quantity, to: Quantity, goods: GoodsBack): RefundedLine {
  const before = through(line, from, sale.taxMode);
  const after = through(line, to, sale.taxMode);
  const between = (field: keyof LineMoney) => minor(after[field] - before[field]);
  return {
    ...line,
    quantity: quantity(to - from),
    sold: line.quantity,
    gross: between('gross'),
    lineDiscount: between('lineDiscount'),
    ticketShare: between('ticketShare'),
    amount: between('amount'),
    net: between('net'),
    tax: between('tax'),
    goods,
  };
}

/** Cash rounding follows the money: its share of the first so many fen of net and tax. */
function roundingBetween(sale: Sale, before: Refunded, after: Refunded): Minor {
  const whole = sale.net + sale.tax;
  if (sale.rounding === 0 || whole === 0) return minor(0);
  const so = (refunded: Refunded) => share(sale.rounding, paidThrough(sale, refunded), whole);
  return minor(so(after) - so(before));
}

const paidThrough = (sale: Sale, refunded: Refunded): number =>
  sale.lines.reduce((all, line) => {
    const { net, tax } = through(line, refunded.get(line.id) ?? quantity(0), sale.taxMode);
    return all + net + tax;
  }, 0);

/** A weighing that comes back in parts counts as a piece with its last part. */
const piecesThrough = (sale: Sale, refunded: Refunded): number =>
  sale.lines.reduce((all, line) => all + share(piecesOf(line), refunded.get(line.id) ?? 0, line.quantity), 0);
