import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDiscount } from '../../test/doubles/goods.ts';
import { discountOn } from './discount.ts';
import { amountMax, minor } from './money.ts';

test('never takes more than there is, never gives money', () => {
  fc.assert(
    fc.property(fc.nat(amountMax).map(minor), anyDiscount, (base, discount) => {
      const off = discountOn(base, discount);
      expect(off).toBeGreaterThanOrEqual(0);
      expect(off).toBeLessThanOrEqual(base);
    }),
  );
});

test('nothing can be taken off what is owed to the customer', () => {
  expect(discountOn(minor(-500), { kind: 'amount', off: minor(100) })).toBe(0);
  expect(discountOn(minor(-500), { kind: 'share', permilleOff: 100 })).toBe(0);
});

test('examples', () => {
  expect(discountOn(minor(1000), null)).toBe(0);
  expect(discountOn(minor(999), { kind: 'share', permilleOff: 100 })).toBe(100);
  expect(discountOn(minor(5), { kind: 'share', permilleOff: 100 })).toBe(1);
  expect(discountOn(minor(999), { kind: 'share', permilleOff: 1000 })).toBe(999);
  expect(discountOn(minor(300), { kind: 'amount', off: minor(500) })).toBe(300);
  expect(discountOn(minor(300), { kind: 'amount', off: minor(-1) })).toBe(0);
});
