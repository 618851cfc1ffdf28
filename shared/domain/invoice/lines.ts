import type { LineId } from '../cart.ts';
import type { ItemId, Unit } from '../item.ts';
import { type Minor, minor, sum, withoutEndZeros } from '../money.ts';
import type { PricedLine } from '../pricing.ts';
import { type Quantity, quantity } from '../quantity.ts';
import type { Sale } from '../sale.ts';
import type { SaleRefund } from '../sale-refund.ts';

/** A line as an invoice states it: what the customer kept of it, all discounts in, `net + tax` what was paid for it. */
export type InvoiceLine = {
  readonly id: LineId;
  readonly item: ItemId;
  readonly name: string;
  /** 税收分类编码; empty where not known, and then no service takes it. */
  readonly taxCode: string;
  readonly quantity: Quantity;
  readonly unit: Unit;
  readonly taxPermille: number;
  readonly net: Minor;
  readonly tax: Minor;
};

/** Lines of a sale less what came back. What was given away is left out: an invoice states no line of nothing. */
export function invoiceLines(
  sale: Pick<Sale, 'lines'>,
  refunds: readonly Pick<SaleRefund, 'lines'>[],
): InvoiceLine[] {
  const back = Map.groupBy(
    refunds.flatMap(refund => refund.lines),
    line => line.id,
  );
  return sale.lines
    .map(line => kept(line, back.get(line.id) ?? []))
    .filter(line => line.quantity > 0 && line.net + line.tax > 0);
}

function kept(line: PricedLine, back: readonly PricedLine[]): InvoiceLine {
  const less = (of: (part: PricedLine) => number) => back.reduce((left, part) => left - of(part), of(line));
  const { id, item, name, taxCode, unit, taxPermille } = line;
  return {
    ...{ id, item, name, taxCode, unit, taxPermille },
    quantity: quantity(less(part => part.quantity)),
    net: minor(less(part => part.net)),
    tax: minor(less(part => part.tax)),
  };
}

/** What the invoice comes to, tax included. */
export const invoiceTotal = (lines: readonly Pick<InvoiceLine, 'net' | 'tax'>[]): Minor =>
  sum(lines.map(line => minor(line.net + line.tax)));

const priceDecimals = 8;

/**
 * The price of one unit without tax, of what was paid after all discounts: a decimal with as many places as it
 * takes (eight at most) for `price x quantity` to round to the line's net. `digits`: the currency's minor digits.
 */
export function netUnitPrice({ net, quantity: count }: InvoiceLine, digits: number): string {
  const scaled = BigInt(net) * 1000n * 10n ** BigInt(priceDecimals - digits);
  const divisor = BigInt(count);
  const text = String((scaled * 2n + divisor) / (divisor * 2n)).padStart(priceDecimals + 1, '0');
  const decimals = withoutEndZeros(text.slice(-priceDecimals)).padEnd(digits, '0');
  return digits === 0 && decimals === ''
    ? text.slice(0, -priceDecimals)
    : `${text.slice(0, -priceDecimals)}.${decimals}`;
}
