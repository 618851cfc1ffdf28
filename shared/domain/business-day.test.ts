import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type BusinessDay, businessDayOf } from './business-day.ts';

const at = (date: string, hour: number, minute = 0) => ({ date, hour, minute });

test('a sale at two in the night belongs to the evening before it, one at six to the new day', () => {
  expect(businessDayOf(at('2026-03-01', 2), 5)).toBe('2026-02-28');
  expect(businessDayOf(at('2026-03-01', 6), 5)).toBe('2026-03-01');
  expect(businessDayOf(at('2026-03-01', 0), 0)).toBe('2026-03-01');
});

test('29 February is a day like any other', () => {
  expect(businessDayOf(at('2028-03-01', 1), 4)).toBe('2028-02-29');
  expect(addDays('2028-02-29' as BusinessDay, 1)).toBe('2028-03-01');
  expect(addDays('2027-02-28' as BusinessDay, 1)).toBe('2027-03-01');
});

test('there and back again is the same day', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      fc.integer({ min: -800, max: 800 }),
      (date, days) => {
        const day = date.toISOString().slice(0, 10) as BusinessDay;
        expect(addDays(addDays(day, days), -days)).toBe(day);
      },
    ),
  );
});
