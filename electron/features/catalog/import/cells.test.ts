import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMinor } from '../../../../shared/domain/money.ts';
import { readPrice } from './cells.ts';

test('a price in the way that most lists write them is read like every other', () => {
  const nearly = fc
    .array(fc.constantFrom(...'0123456789..,-￥ '), { maxLength: 12 })
    .map(each => each.join(''));
  const usual = fc.tuple(fc.nat(99_999_999), fc.nat(99)).map(([whole, rest]) => {
    return `${whole}.${String(rest).padStart(2, '0')}`;
  });
  fc.assert(
    fc.property(fc.oneof(nearly, usual), fc.constantFrom(0, 2, 3), (cell, digits) => {
      expect(readPrice(cell, digits, ',')).toEqual(parseMinor(cell.trim(), digits));
    }),
    { numRuns: 2_000 },
  );
});
