import type { PricedLine } from '../pricing.ts';
import type { Sale } from '../sale.ts';

/**
 * Whether the money of a sale adds up, line by line and as a whole, as that of every sale does that `price` and
 * `sealSale` have made. A refund shares these very sums out, so one that does not add up is not refunded.
 */
export function sumsHold(sale: Sale): boolean {
  const { lines, tenders, net, tax, rounding, total } = sale;
  const of = (pick: (line: PricedLine) => number) => lines.reduce((all, line) => all + pick(line), 0);
  return (
    new Set(lines.map(line => line.id)).size === lines.length &&
    lines.every(line => lineHolds(line, sale)) &&
    of(line => line.gross) === sale.gross &&
    of(line => line.lineDiscount) === sale.lineDiscount &&
    of(line => line.ticketShare) === sale.ticketDiscount &&
    of(line => line.net) === net &&
    of(line => line.tax) === tax &&
    net + tax + rounding === total &&
    tenders.reduce((all, tender) => all + tender.amount, 0) === total &&
    tenders.every(({ amount, given, change }) => given - change === amount)
  );
}

const lineHolds = (line: PricedLine, { taxMode }: Sale): boolean =>
  line.gross - line.lineDiscount - line.ticketShare === line.amount &&
  line.net === (taxMode === 'inclusive' ? line.amount - line.tax : line.amount);
