import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from './money.ts';
import { extend, one, parseQuantity, pieces, plainQuantity, quantity, quantityMax } from './quantity.ts';

test('a quantity is whole thousandths within its bound', () => {
  expect(pieces(2)).toBe(2000);
  expect(one).toBe(1000);
  expect(quantity(-quantityMax)).toBe(-quantityMax);
  for (const wrong of [0.5, Number.NaN, quantityMax + 1, -quantityMax - 1])
    expect(() => quantity(wrong)).toThrow();
});

describe('extend', () => {
  test('is unit price times quantity, rounded once, halves up', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: quantityMax }), (price, count) => {
        const exact = BigInt(price) * BigInt(count);
        const apart = BigInt(extend(minor(price), quantity(count))) * 1000n - exact;
        expect(apart <= 500n && apart > -500n).toBe(true);
      }),
    );
  });

  test('examples from the scale', () => {
    expect(extend(minor(1280), quantity(1284))).toBe(1644); // 12.80 x 1.284 = 16.4352
    expect(extend(minor(1), quantity(500))).toBe(1);
    expect(extend(minor(1), quantity(499))).toBe(0);
    expect(extend(minor(350), pieces(3))).toBe(1050);
  });
});

describe('parseQuantity', () => {
  test('reads back what plainQuantity writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: quantityMax }).map(quantity), count => {
        expect(parseQuantity(plainQuantity(count))).toEqual({ ok: true, value: count });
      }),
    );
  });

  test.each([
    ['3', 3000],
    ['1.284', 1284],
    ['1.', 1000],
    ['.5', 500],
    ['１．２５', 1250],
    [' 2 ', 2000],
    ['0002', 2000],
    ['1.2500000', 1250],
    ['99999.999', quantityMax],
  ])('reads %s', (text, thousandths) => {
    expect(parseQuantity(text)).toEqual({ ok: true, value: thousandths });
  });

  test.each([
    ['', 'not-a-number'],
    ['.', 'not-a-number'],
    ['-1', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['1,5', 'not-a-number'],
    ['5²', 'not-a-number'],
    ['0', 'not-positive'],
    ['0.000', 'not-positive'],
    ['1.2345', 'too-many-decimals'],
    ['100000', 'too-large'],
    ['6901234567892', 'too-large'],
  ])('refuses %s as %s', (text, fault) => {
    expect(parseQuantity(text)).toEqual({ ok: false, refusal: fault });
  });
});

test('quantities are written without needless zeros', () => {
  expect([2000, 1284, 500, 1010, -500].map(each => plainQuantity(quantity(each)))).toEqual([
    '2',
    '1.284',
    '0.5',
    '1.01',
    '-0.5',
  ]);
});
