import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocate,
  amountMax,
  divideHalfUp,
  type Minor,
  minor,
  minorDigits,
  parseMinor,
  plainAmount,
  scale,
  sum,
} from './money.ts';

const anyAmount = fc.integer({ min: -amountMax, max: amountMax }).map(minor);
const anyWeights = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: amountMax })),
  { minLength: 1, maxLength: 60 },
);

describe('minor', () => {
  test('takes whole safe amounts and knows no minus zero', () => {
    expect(Object.is(minor(-0), 0)).toBe(true);
    for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => minor(wrong)).toThrow();
  });

  test('a sum that leaves the safe integers stops the till instead of going on wrong', () => {
    const huge = minor(Number.MAX_SAFE_INTEGER);
    expect(() => sum([huge, huge])).toThrow();
  });
});

describe('allocate', () => {
  test('parts always sum to the whole, for positive and negative totals', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (total, weights) => {
        expect(sum(allocate(total, weights))).toBe(total);
      }),
    );
  });

  test('no part is a whole unit or more away from its exact share', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (total, weights) => {
        const shares = weights.some(weight => weight > 0) ? weights : weights.map(() => 1);
        const whole = shares.reduce((all, share) => all + BigInt(share), 0n);
        allocate(total, weights).forEach((part, index) => {
          const apart = BigInt(part) * whole - BigInt(total) * BigInt(shares[index]!);
          expect(apart < whole && apart > -whole).toBe(true);
        });
      }),
    );
  });

  test('what splits evenly is split exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 }),
        fc.nat(1000),
        (weights, factor) => {
          const total = minor(weights.reduce((all, weight) => all + weight, 0) * factor);
          fc.pre(total > 0);
          expect(allocate(total, weights)).toEqual(weights.map(weight => weight * factor));
        },
      ),
    );
  });

  test('a larger weight never gets less, and an equal one later never gets more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: amountMax }).map(minor), anyWeights, (total, weights) => {
        const parts = allocate(total, weights);
        weights.forEach((weight, a) => {
          weights.forEach((other, b) => {
            if (weight > other || (weight === other && a < b))
              expect(parts[a]!).toBeGreaterThanOrEqual(parts[b]!);
          });
        });
      }),
    );
  });

  test('a part without weight gets nothing while another has some', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (total, weights) => {
        fc.pre(weights.some(weight => weight > 0));
        const parts = allocate(total, weights);
        for (const [index, weight] of weights.entries()) if (weight === 0) expect(parts[index]).toBe(0);
      }),
    );
  });

  test('no part is larger than its weight when the total fits into the weights', () => {
    fc.assert(
      fc.property(anyWeights, fc.double({ min: 0, max: 1, noNaN: true }), (weights, fraction) => {
        const total = minor(Math.floor(weights.reduce((all, weight) => all + weight, 0) * fraction));
        allocate(total, weights).forEach((part, index) => {
          if (total > 0) expect(part).toBeLessThanOrEqual(weights[index]!);
        });
      }),
    );
  });

  test('a negative total is the mirror of the positive one', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (total, weights) => {
        expect(allocate(minor(-total), weights)).toEqual(allocate(total, weights).map(part => minor(-part)));
      }),
    );
  });

  test('examples: odd fen go to the largest remainders, ties to the earlier part', () => {
    expect(allocate(minor(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(minor(2), [1, 1, 1])).toEqual([1, 1, 0]);
    expect(allocate(minor(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocate(minor(5), [0, 0])).toEqual([3, 2]);
    expect(allocate(minor(10), [3, 3, 1])).toEqual([4, 4, 2]);
    expect(allocate(minor(0), [])).toEqual([]);
  });

  test('refuses to lose money: nothing to give it to, or weights that make no sense', () => {
    expect(() => allocate(minor(1), [])).toThrow();
    for (const wrong of [-1, 0.5, Number.NaN]) expect(() => allocate(minor(1), [wrong, 1])).toThrow();
  });
});

describe('divideHalfUp and scale', () => {
  test('round to the nearest, halves away from zero, against exact arithmetic', () => {
    fc.assert(
      fc.property(
        anyAmount,
        fc.nat(5000),
        fc.integer({ min: 1, max: 5000 }),
        (amount, numerator, denominator) => {
          const rounded = BigInt(scale(amount, numerator, denominator)) * 2n * BigInt(denominator);
          const apart = rounded - BigInt(amount) * BigInt(numerator) * 2n;
          const away = amount < 0 ? -apart : apart;
          expect(away <= BigInt(denominator) && away > -BigInt(denominator)).toBe(true);
        },
      ),
    );
  });

  test('examples', () => {
    expect([5n, -5n, 15n, 14n, -14n].map(each => divideHalfUp(each, 10n))).toEqual([1, -1, 2, 1, -1]);
    expect(() => divideHalfUp(1n, 0n)).toThrow();
    expect(() => divideHalfUp(2n ** 60n, 1n)).toThrow();
  });
});

/** The amount a text means, by whole numbers only; the oracle for `parseMinor`. */
function oracle(whole: string, decimals: string, digits: number): bigint | null {
  const kept = decimals.slice(0, digits).padEnd(digits, '0');
  return /[^0]/.test(decimals.slice(digits))
    ? null
    : BigInt(whole || '0') * 10n ** BigInt(digits) + BigInt(kept || '0');
}
const digitsOf = (min: number, max: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map(all => all.join(''));
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, each => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

describe('parseMinor', () => {
  test('reads every decimal text exactly as whole-number arithmetic does', () => {
    fc.assert(
      fc.property(digitsOf(1, 18), digitsOf(0, 6), fc.constantFrom(0, 2, 3), (whole, decimals, digits) => {
        const expected = oracle(whole, decimals, digits);
        const read = parseMinor(decimals ? `${whole}.${decimals}` : whole, digits);
        if (expected === null) return !read.ok;
        if (expected > BigInt(amountMax)) return !read.ok && read.refusal === 'too-large';
        return read.ok && BigInt(read.value) === expected;
      }),
      { numRuns: 1000 },
    );
  });

  test('reads back what plainAmount writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: amountMax }).map(minor),
        fc.constantFrom(0, 2, 3),
        (amount, digits) => {
          expect(parseMinor(plainAmount(amount, digits), digits)).toEqual({ ok: true, value: amount });
          expect(parseMinor(fullWidth(plainAmount(amount, digits)), digits)).toEqual({
            ok: true,
            value: amount,
          });
        },
      ),
    );
  });

  test('reads amounts grouped by thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: amountMax }), amount => {
        const [whole, decimals] = plainAmount(minor(amount)).split('.');
        const grouped = `${whole!.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
        expect(parseMinor(grouped)).toEqual({ ok: true, value: amount });
      }),
    );
  });

  test.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12.', 1200],
    ['.5', 50],
    ['0', 0],
    ['00012.30', 1230],
    ['12.500000', 1250],
    ['12.5000000000000', 1250],
    ['¥1,234.50', 123450],
    ['￥ 8', 800],
    ['$0.99', 99],
    ['  3.20 元 ', 320],
    ['１２．５０', 1250],
    ['￥１，２３４．５', 123450],
    ['99999999.99', amountMax],
  ])('reads %s', (text, fen) => {
    expect(parseMinor(text)).toEqual({ ok: true, value: fen });
  });

  test.each([
    ['', 'not-a-number'],
    ['.', 'not-a-number'],
    ['¥', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1,23', 'not-a-number'],
    ['12,345,6', 'not-a-number'],
    ['1 2', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['+5', 'not-a-number'],
    ['=1+1', 'not-a-number'],
    ['٣', 'not-a-number'],
    ['12.345', 'too-many-decimals'],
    ['1.00000000001', 'too-many-decimals'],
    ['-1', 'negative'],
    ['−1', 'negative'],
    ['¥-1', 'negative'],
    ['－１', 'negative'],
    ['100000000', 'too-large'],
    ['6901234567892', 'too-large'],
    ['1234567890123456', 'too-large'],
    ['1,234,567,890,123,456', 'too-large'],
    ['9'.repeat(400), 'too-large'],
  ])('refuses %s as %s', (text, fault) => {
    expect(parseMinor(text)).toEqual({ ok: false, refusal: fault });
  });

  test('a price tag with raised fen is not read as ten or a hundred times the price', () => {
    for (const text of ['5⁹⁰', '5²', '3½', '①', '㏠'])
      expect(parseMinor(text)).toEqual({ ok: false, refusal: 'not-a-number' });
  });

  test('leading zeros do not make an amount large', () => {
    expect(parseMinor(`${'0'.repeat(20)}12`)).toEqual({ ok: true, value: 1200 });
  });

  test('long hostile text is refused in one pass', () => {
    const blanks = ' '.repeat(60_000);
    for (const text of [
      `1${blanks}x`,
      `${blanks}x${blanks}`,
      `1${blanks}元x`,
      '1,'.repeat(30_000),
      '1'.repeat(60_000),
    ]) {
      expect(parseMinor(text).ok).toBe(false);
    }
  });
});

describe('plainAmount', () => {
  test('writes the minor digits of the currency, sign first', () => {
    expect(plainAmount(12345 as Minor)).toBe('123.45');
    expect(plainAmount(5 as Minor)).toBe('0.05');
    expect(plainAmount(-5 as Minor)).toBe('-0.05');
    expect(plainAmount(1500 as Minor, 0)).toBe('1500');
    expect(plainAmount(-1 as Minor, 3)).toBe('-0.001');
  });
});

test('currencies have the digits of their coins, and a name that is none has two', () => {
  expect(['CNY', 'USD', 'JPY', 'KWD', 'constructor'].map(minorDigits)).toEqual([2, 2, 0, 3, 2]);
});
