import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountMax, minor } from './money.ts';
import { taxOn, taxRows } from './tax.ts';

const anyAmount = fc.integer({ min: -amountMax, max: amountMax }).map(minor);
const anyRate = fc.integer({ min: 0, max: 3000 });

test('inclusive: tax on the net inside an amount gives that amount back, to half a fen', () => {
  fc.assert(
    fc.property(anyAmount, anyRate, (amount, permille) => {
      const tax = taxOn(amount, permille, 'inclusive');
      const net = amount - tax;
      // net * permille / 1000 and tax differ by less than one rounding of either.
      const apart = BigInt(net) * BigInt(permille) - BigInt(tax) * 1000n;
      const bound = BigInt(1000 + permille);
      expect(apart * 2n <= bound && apart * 2n >= -bound).toBe(true);
    }),
  );
});

test('exclusive: tax is the rate of the amount, to half a fen, and mirrors for a refund', () => {
  fc.assert(
    fc.property(anyAmount, anyRate, (amount, permille) => {
      const tax = taxOn(amount, permille, 'exclusive');
      const apart = BigInt(amount) * BigInt(permille) - BigInt(tax) * 1000n;
      expect(apart <= 500n && apart >= -500n).toBe(true);
      expect(taxOn(minor(-amount), permille, 'exclusive')).toBe(minor(-tax));
      expect(taxOn(minor(-amount), permille, 'inclusive')).toBe(minor(-taxOn(amount, permille, 'inclusive')));
    }),
  );
});

test('examples: 13 % in 113.00, 9 % in 10.00, 8 % on 9.99, none at all', () => {
  expect(taxOn(minor(11_300), 130, 'inclusive')).toBe(1300);
  expect(taxOn(minor(1000), 90, 'inclusive')).toBe(83);
  expect(taxOn(minor(999), 80, 'exclusive')).toBe(80);
  expect(taxOn(minor(999), 0, 'inclusive')).toBe(0);
});

test('rows per rate lose nothing and stand highest rate first, each rate once', () => {
  const line = fc.record({
    taxPermille: fc.constantFrom(0, 30, 90, 130),
    net: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(minor),
    tax: fc.integer({ min: -100_000, max: 100_000 }).map(minor),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), lines => {
      const rows = taxRows(lines);
      const rates = rows.map(row => row.permille);
      expect(rates).toEqual([...new Set(rates)].sort((a, b) => b - a));
      for (const row of rows) {
        const same = lines.filter(each => each.taxPermille === row.permille);
        expect(row.net).toBe(same.reduce((all, each) => all + each.net, 0));
        expect(row.tax).toBe(same.reduce((all, each) => all + each.tax, 0));
      }
      expect(new Set(rates)).toEqual(new Set(lines.map(each => each.taxPermille)));
    }),
  );
});
