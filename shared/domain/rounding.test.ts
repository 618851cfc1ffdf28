import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minor } from './money.ts';
import { type CashRounding, cashRoundings, roundingOf, roundingsIn } from './rounding.ts';

const rounded = (owed: number, rounding: CashRounding) => owed + roundingOf(minor(owed), rounding);

test('抹分 leaves whole jiao, 抹角 whole yuan, and nothing is rounded where nothing was chosen', () => {
  expect([1_289, 1_280, 1_200].map(owed => rounded(owed, 'down-jiao'))).toEqual([1_280, 1_280, 1_200]);
  expect([1_289, 1_200].map(owed => rounded(owed, 'down-yuan'))).toEqual([1_200, 1_200]);
  expect(rounded(1_289, 'none')).toBe(1_289);
});

test('to the nearest coin, a half goes up', () => {
  expect([1_282, 1_283, 1_287, 1_288].map(owed => rounded(owed, 'nearest-5'))).toEqual([
    1_280, 1_285, 1_285, 1_290,
  ]);
  expect([1_284, 1_285, 1_286].map(owed => rounded(owed, 'nearest-10'))).toEqual([1_280, 1_290, 1_290]);
});

test('goods are never given away: what is less than one step is not rounded', () => {
  expect(rounded(99, 'down-yuan')).toBe(99);
  expect(rounded(4, 'nearest-5')).toBe(4);
  expect(rounded(0, 'down-jiao')).toBe(0);
});

test('what is left is payable in the chosen coins and differs by less than one of them', () => {
  const steps = { none: 1, 'down-jiao': 10, 'down-yuan': 100, 'nearest-5': 5, 'nearest-10': 10 };
  fc.assert(
    fc.property(fc.constantFrom(...cashRoundings), fc.integer({ min: 100, max: 9_999_999 }), (mode, owed) => {
      expect(rounded(owed, mode) % steps[mode]).toBe(0);
      expect(Math.abs(rounded(owed, mode) - owed)).toBeLessThan(steps[mode]);
      if (mode.startsWith('down')) expect(rounded(owed, mode)).toBeLessThanOrEqual(owed);
    }),
  );
});

test('a shop in mainland China can choose nothing that charges more than the tag says', () => {
  expect(roundingsIn('CN')).toEqual(['none', 'down-jiao', 'down-yuan']);
  expect(roundingsIn('GB')).toEqual(cashRoundings);
});
