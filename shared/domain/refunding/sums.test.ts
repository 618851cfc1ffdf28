import fc from 'fast-check';
import { test } from 'vitest';
import { anySale } from '../../../test/doubles/sales.ts';
import type { Sale } from '../sale.ts';
import { sumsHold } from './sums.ts';

test('the sums of whatever a till can have sold hold', () => {
  fc.assert(fc.property(anySale, sale => sumsHold(sale)));
});

const ofSale = ['gross', 'lineDiscount', 'ticketDiscount', 'net', 'tax', 'rounding', 'total'] as const;
const ofLine = ['gross', 'lineDiscount', 'ticketShare', 'amount', 'net', 'tax'] as const;

test('no sum of a sale can be another one by a fen', () => {
  fc.assert(
    fc.property(anySale, fc.constantFrom(...ofSale), fc.constantFrom(-1, 1), (sale, field, by) => {
      return !sumsHold({ ...sale, [field]: sale[field] + by } as Sale);
    }),
  );
});

test('no sum of a line can be another one by a fen', () => {
  fc.assert(
    fc.property(anySale, fc.constantFrom(...ofLine), fc.constantFrom(-1, 1), (sale, field, by) => {
      const [first, ...rest] = sale.lines;
      return !sumsHold({ ...sale, lines: [{ ...first!, [field]: first![field] + by }, ...rest] } as Sale);
    }),
  );
});

test('two lines with one id are no sale: what came back of one would be taken for the other', () => {
  fc.assert(
    fc.property(
      anySale.filter(sale => sale.lines.length > 1),
      sale => {
        const [first, second, ...rest] = sale.lines;
        return !sumsHold({ ...sale, lines: [first!, { ...second!, id: first!.id }, ...rest] });
      },
    ),
  );
});
