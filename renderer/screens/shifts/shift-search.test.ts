import { expect, test } from 'vitest';
import type { BusinessDay } from '../../../shared/domain/business-day.ts';
import { fits } from './shift-search.ts';

const rows = [
  { day: '2026-11-28' as BusinessDay, z: 12, by: '李敏' },
  { day: '2026-11-27' as BusinessDay, z: 2, by: 'Ann' },
  { day: '2026-11-28' as BusinessDay, z: null, by: 'Ann' },
];
const found = (text: string) => rows.filter(row => fits(row, text)).map(row => row.z);

test('a shift is found by its date, its Z number or whoever opened it, and by nothing all are', () => {
  expect(found('')).toEqual([12, 2, null]);
  expect(found('11-28')).toEqual([12, null]);
  expect(found('李')).toEqual([12]);
  expect(found(' ann ')).toEqual([2, null]);
  expect(found('z2')).toEqual([2]);
  expect(found('Z12')).toEqual([12]);
  expect(found('Z1')).toEqual([]);
});
