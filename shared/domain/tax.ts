import { type Minor, minor, scale } from './money.ts';

/** Whether tags show prices with tax in them (China, EU) or tax is added at the till (US). */
export type TaxMode = 'inclusive' | 'exclusive';

/** Tax of one line, rounded half up once. `amount` is what the tag says after discounts. */
export const taxOn = (amount: Minor, permille: number, mode: TaxMode): Minor =>
  mode === 'inclusive' ? scale(amount, permille, 1000 + permille) : scale(amount, permille, 1000);

/** Sums per rate, for the receipt and the invoice: `net + tax` is what was paid for goods of that rate. */
export type TaxRow = { readonly permille: number; readonly net: Minor; readonly tax: Minor };

/** Lines grouped by rate, highest rate first. */
export function taxRows(lines: readonly { taxPermille: number; net: Minor; tax: Minor }[]): TaxRow[] {
  const rates = [...new Set(lines.map(line => line.taxPermille))].sort((a, b) => b - a);
  return rates.map(permille => {
    const of = lines.filter(line => line.taxPermille === permille);
    const total = (pick: (line: (typeof of)[number]) => number) =>
      minor(of.reduce((all, line) => all + pick(line), 0));
    return { permille, net: total(line => line.net), tax: total(line => line.tax) };
  });
}
