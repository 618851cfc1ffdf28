import { expect, test } from 'vitest';
import { calibratedGap, wedgePrefix } from './wedge.ts';

test('a scanner gets three times the gap that was measured, and never what only a hand would need', () => {
  expect(calibratedGap([9, 10, 11])).toBe(30);
  expect(calibratedGap([1, 1, 2])).toBe(15);
  expect(calibratedGap([40, 45, 50])).toBe(80);
  expect(calibratedGap([])).toBe(15);
});

test('a prefix is one sign that begins no code', () => {
  for (const fit of ['', '~', '|']) expect(fit).toMatch(wedgePrefix);
  for (const unfit of ['6', 'a', ']', '~~', '*', '-', ' ']) expect(unfit).not.toMatch(wedgePrefix);
});
