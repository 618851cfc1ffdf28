import { type Cart, type CartLine, discountable } from './cart.ts';
import { discountOn } from './discount.ts';
import { isWeighed } from './item.ts';
import { allocate, type Minor, minor, sum } from './money.ts';
import { extend } from './quantity.ts';
import { type TaxMode, type TaxRow, taxOn, taxRows } from './tax.ts';

/** A line with its money: `gross - lineDiscount - ticketShare = amount`; `net + tax` is what it adds to the due sum. */
export type PricedLine = CartLine & {
  readonly gross: Minor;
  readonly lineDiscount: Minor;
  readonly ticketShare: Minor;
  /** What the tag says after discounts; with inclusive tax this is what is paid. */
  readonly amount: Minor;
  readonly net: Minor;
  readonly tax: Minor;
};

/** What lines add up to, before cash is rounded. */
export type LineSums = {
  /** Pieces; a weighing counts as one. */
  readonly pieces: number;
  readonly gross: Minor;
  readonly lineDiscount: Minor;
  readonly ticketDiscount: Minor;
  readonly net: Minor;
  readonly tax: Minor;
  readonly taxRows: readonly TaxRow[];
};

export type PricedCart = LineSums & {
  readonly lines: readonly PricedLine[];
  /** What the customer owes. */
  readonly due: Minor;
};

/** What a line counts for among the pieces; a weighing is one. */
export const piecesOf = ({ unit, quantity }: Pick<CartLine, 'unit' | 'quantity'>): number =>
  isWeighed(unit) ? 1 : quantity / 1000;

/** What a line costs before discounts: what its label says, or price times quantity. */
export const grossOf = (line: Pick<CartLine, 'unitPrice' | 'quantity' | 'stamped'>): Minor =>
  line.stamped ?? extend(line.unitPrice, line.quantity);

export type PriceRules = { readonly taxMode: TaxMode };

/**
 * All money of a cart, to the fen: line discounts first, then the ticket's discount allocated over the
 * lines that take one in proportion to what is left on them, then tax per line.
 */
export function price(cart: Pick<Cart, 'lines' | 'discount'>, { taxMode }: PriceRules): PricedCart {
  const rough = cart.lines.map(line => {
    const gross = grossOf(line);
    const lineDiscount = discountOn(gross, line.discount);
    return { line, gross, lineDiscount, left: minor(gross - lineDiscount) };
  });
  const open = rough.map(each => (discountable(each.line.flags) ? each.left : minor(0)));
  const ticketDiscount = discountOn(sum(open), cart.discount);
  const shares = ticketShares(ticketDiscount, open, cart.lines);
  const lines = rough.map(({ line, gross, lineDiscount, left }, index): PricedLine => {
    const ticketShare = shares[index]!;
    const amount = minor(left - ticketShare);
    const tax = taxOn(amount, line.taxPermille, taxMode);
    const net = taxMode === 'inclusive' ? minor(amount - tax) : amount;
    return { ...line, gross, lineDiscount, ticketShare, amount, net, tax };
  });
  const net = sum(lines.map(line => line.net));
  const tax = sum(lines.map(line => line.tax));
  return {
    lines,
    pieces: lines.reduce((all, line) => all + piecesOf(line), 0),
    gross: sum(lines.map(line => line.gross)),
    lineDiscount: sum(lines.map(line => line.lineDiscount)),
    ticketDiscount,
    net,
    tax,
    taxRows: taxRows(lines),
    due: minor(net + tax),
  };
}

/**
 * Each line's part of the ticket discount. Odd fen go by what lines are (rate, then amount), not by who was
 * scanned first, so that the same goods in another order have the same tax.
 */
function ticketShares(discount: Minor, open: readonly Minor[], lines: readonly CartLine[]): Minor[] {
  const shares = open.map(() => minor(0));
  if (discount === 0) return shares;
  const order = [...open.keys()].sort(
    (a, b) => lines[a]!.taxPermille - lines[b]!.taxPermille || open[a]! - open[b]!,
  );
  const parts = allocate(
    discount,
    order.map(index => open[index]!),
  );
  order.forEach((index, at) => {
    shares[index] = parts[at]!;
  });
  return shares;
}
