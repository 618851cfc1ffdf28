import { afterEach, expect, test } from 'vitest';
import { businessDayOf } from '../../shared/domain/business-day.ts';
import { localTime } from './local-time.ts';

const zoneBefore = process.env.TZ;
afterEach(() => {
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});

test('in the night when clocks are set back, half past two belongs to the evening before, both times', () => {
  process.env.TZ = 'Europe/Berlin';
  const twice = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map(text => localTime(Date.parse(text)));
  expect(twice).toEqual([
    { date: '2026-10-25', hour: 2, minute: 30 },
    { date: '2026-10-25', hour: 2, minute: 30 },
  ]);
  expect(twice.map(each => businessDayOf(each, 4))).toEqual(['2026-10-24', '2026-10-24']);
});

test('in the night when an hour is left out, no sale falls between two days', () => {
  process.env.TZ = 'Europe/Berlin';
  const around = ['2026-03-29T00:59:00Z', '2026-03-29T01:01:00Z', '2026-03-29T02:01:00Z'].map(text =>
    businessDayOf(localTime(Date.parse(text)), 4),
  );
  expect(around).toEqual(['2026-03-28', '2026-03-28', '2026-03-29']);
});
