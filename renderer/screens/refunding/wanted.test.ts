import { expect, test } from 'vitest';
import { amountTyped, dayTyped } from './wanted.ts';

test('a day is the last one that digits can mean, never one to come', () => {
  expect(dayTyped('', '2026-11-28')).toBe('2026-11-28');
  expect(dayTyped('28', '2026-11-28')).toBe('2026-11-28');
  expect(dayTyped('29', '2026-11-28')).toBe('2026-10-29');
  expect(dayTyped('7', '2026-01-05')).toBe('2025-12-07');
  expect(dayTyped('1128', '2026-11-28')).toBe('2026-11-28');
  expect(dayTyped('1129', '2026-11-28')).toBe('2025-11-29');
});

test('a day that no calendar has is none', () => {
  for (const text of ['0', '32', '0230', '1301', '112', '20261128'])
    expect(dayTyped(text, '2026-11-28')).toBeNull();
});

test('a sum is read to the fen', () => {
  expect(amountTyped('12.5', 2)).toBe(1250);
  expect(amountTyped('12.', 2)).toBe(1200);
  expect(amountTyped('', 2)).toBeNull();
});
