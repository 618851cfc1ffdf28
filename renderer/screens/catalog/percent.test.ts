import { expect, test } from 'vitest';
import { percentOf } from './percent.ts';

test.each([
  [300, 30_00, '+900%'],
  [1000, 100, '−90%'],
  [1000, 996, '−0%'],
  [0, 500, '—'],
  [300, 310, '+3%'],
])('from %i to %i fen is %s', (from, to, said) => {
  expect(percentOf(from, to)).toBe(said);
});
