import { expect, test } from 'vitest';
import { reports } from './reports.ts';

const asks = (from: string, to: string) => reports.losses.input.safeParse({ from, to }).success;

test('days are asked for in their order, and a quarter of a year at most', () => {
  expect(asks('2026-11-28', '2026-11-28')).toBe(true);
  expect(asks('2026-11-28', '2026-11-27')).toBe(false);
  expect(asks('2026-09-01', '2026-12-01')).toBe(true);
  expect(asks('2026-09-01', '2026-12-02')).toBe(false);
});

test('a day is a date of the calendar, and a number’s tail is digits', () => {
  expect(asks('2026-02-30', '2026-03-01')).toBe(false);
  const tail = (text: string) =>
    reports.tickets.input.safeParse({ from: '2026-11-28', to: '2026-11-28', limit: 10, tail: text }).success;
  expect(tail('0123')).toBe(true);
  expect(tail('%')).toBe(false);
});
