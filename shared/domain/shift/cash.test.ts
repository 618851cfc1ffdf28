import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minor } from '../money.ts';
import { type CashMove, type Count, cashMoves, emptyLedger, expectedCash, plus } from './cash.ts';
import { facesOf, worthOf } from './cash-count.ts';
import { isOff } from './tolerance.ts';

const amount = fc.integer({ min: 0, max: 10_000_000 }).map(minor);

test('what must lie in the drawer is what came in less what went out, whatever the order', () => {
  const moves = Object.keys(cashMoves) as CashMove[];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...moves), amount)), rows => {
      const inDrawer = rows.reduce((all, [move, sum]) => all + cashMoves[move] * sum, 0);
      const ledger: Record<CashMove, Count> = { ...emptyLedger };
      for (const [move, sum] of rows) ledger[move] = plus(ledger[move], sum);
      expect(expectedCash(ledger)).toBe(inDrawer);
    }),
  );
});

test('three hundreds and two half yuan are 301.00', () => {
  expect(worthOf({ '10000': 3, '50': 2 }, 'CNY')).toEqual({ ok: true, value: 30_100 });
});

test('a face that the currency has not, a part of a note, less than none: refused by name', () => {
  expect(worthOf({ '2500': 1 }, 'CNY')).toMatchObject({ refusal: { code: 'no-such-face', face: '2500' } });
  expect(worthOf({ '0100': 1 }, 'CNY')).toMatchObject({ refusal: { code: 'no-such-face' } });
  expect(worthOf({ '100': 1.5 }, 'CNY')).toMatchObject({ refusal: { code: 'count-not-whole', face: '100' } });
  expect(worthOf({ '100': -1 }, 'CNY')).toMatchObject({ refusal: { code: 'count-not-whole' } });
  expect(worthOf({ '100': 10_000 }, 'CNY')).toMatchObject({ refusal: { code: 'count-too-large' } });
});

test('a count is the sum of its faces', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 8, maxLength: 8 }), counts => {
      const faces = facesOf('CNY');
      const count = Object.fromEntries(faces.map((face, index) => [String(face), counts[index]!]));
      const worth = faces.reduce((all, face, index) => all + face * counts[index]!, 0);
      expect(worthOf(count, 'CNY')).toEqual({ ok: true, value: worth });
    }),
  );
});

test('a difference of 5 yuan passes, of 5.01 is counted again; a drawer of 20,000 may be off by 10', () => {
  const five = minor(500);
  expect([minor(10_500), minor(10_501)].map(counted => isOff(counted, minor(10_000), five))).toEqual([
    false,
    true,
  ]);
  expect(isOff(minor(1_999_000), minor(2_000_000), five)).toBe(false);
  expect(isOff(minor(1_998_999), minor(2_000_000), five)).toBe(true);
});
