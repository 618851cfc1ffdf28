import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDiscount, anyRung, ringUp } from '../../../test/doubles/goods.ts';
import { minor } from '../money.ts';
import { type PricedCart, type PricedLine, price } from '../pricing.ts';
import { quantity } from '../quantity.ts';
import type { RefundedLine } from '../sale-refund.ts';
import { invoiceLines, invoiceTotal, netUnitPrice } from './lines.ts';

const anySale = fc
  .tuple(
    fc.array(anyRung, { minLength: 1, maxLength: 15 }),
    fc.option(anyDiscount, { nil: null }),
    fc.constantFrom('inclusive' as const, 'exclusive' as const),
  )
  .map(([rungs, ticket, taxMode]) => price(ringUp(rungs, ticket), { taxMode }));

/** A share of a line, as a refund mirrors it; `permille` 1000 is all of it. */
function backOf(line: PricedLine, permille: number): RefundedLine {
  const share = (value: number) => Math.floor((value * permille) / 1000);
  const [net, tax] = [minor(share(line.net)), minor(share(line.tax))];
  return { ...line, quantity: quantity(share(line.quantity)), net, tax, goods: 'stock', sold: line.quantity };
}

const each = (promise: (sale: PricedCart) => void) =>
  fc.assert(fc.property(anySale, promise), { numRuns: 300 });

describe('the lines of an invoice, to the fen', () => {
  test('sum to what the customer paid, all discounts in', () => {
    each(sale => {
      expect(invoiceTotal(invoiceLines(sale, []))).toBe(sale.due);
    });
  });

  test('have a tax that is their net at their rate, but for the rounding of one fen', () => {
    each(sale => {
      for (const { net, tax, taxPermille } of invoiceLines(sale, [])) {
        const off = Math.abs(net * taxPermille - tax * 1000);
        expect(off).toBeLessThanOrEqual((1000 + taxPermille) / 2);
      }
    });
  });

  test('have a unit price that times the quantity is their net', () => {
    each(sale => {
      for (const line of invoiceLines(sale, [])) {
        const [whole = '', decimals = ''] = netUnitPrice(line, 2).split('.');
        expect(decimals.length).toBeGreaterThanOrEqual(2);
        const price = BigInt(whole + decimals.padEnd(8, '0'));
        // In 10^-11 of the currency; a fen is 10^9 of them.
        const [product, net] = [price * BigInt(line.quantity), BigInt(line.net) * 10n ** 9n];
        expect(product - net < 5n * 10n ** 8n && net - product < 5n * 10n ** 8n).toBe(true);
      }
    });
  });

  test('and what came back sum to what was paid, however it came back', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 499 }), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(anySale, shares, (sale, permille) => {
        const once = sale.lines.map((line, at) => backOf(line, permille[at]!));
        const again = sale.lines.map((line, at) => backOf(line, permille[at + 15]!));
        const back = [...once, ...again].reduce((all, line) => all + line.net + line.tax, 0);
        const left = invoiceLines(sale, [{ lines: once }, { lines: again }]);
        expect(invoiceTotal(left) + back).toBe(sale.due);
      }),
    );
  });

  test('are none once everything came back', () => {
    each(sale => {
      const lines = sale.lines.map(line => backOf(line, 1000));
      expect(invoiceLines(sale, [{ lines }])).toEqual([]);
    });
  });

  test('leave out what was given away', () => {
    each(sale => {
      for (const line of invoiceLines(sale, [])) expect(line.net + line.tax).toBeGreaterThan(0);
    });
  });
});

test('a unit price is written plainly', () => {
  const line = (net: number, thousandths: number) =>
    ({ net: minor(net), quantity: quantity(thousandths) }) as Parameters<typeof netUnitPrice>[0];
  expect(netUnitPrice(line(221, 1000), 2)).toBe('2.21');
  expect(netUnitPrice(line(500, 3000), 2)).toBe('1.66666667');
  expect(netUnitPrice(line(1000, 1000), 2)).toBe('10.00');
  expect(netUnitPrice(line(7, 2000), 0)).toBe('3.5');
  expect(netUnitPrice(line(7, 1000), 0)).toBe('7');
});
