import { afterEach, expect, test } from 'vitest';
import { businessDayOf } from '../../shared/domain/business-day.ts';
import { wallClock } from './local-time.ts';

const hourMs = 3_600_000;
const zoneBefore = process.env.TZ;
afterEach(() => {
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});

test('in the night when clocks are set back, half past two belongs to the evening before, both times', () => {
  process.env.TZ = 'Europe/Berlin';
  const twice = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map(text =>
    wallClock.localTime(Date.parse(text)),
  );
  expect(twice).toEqual([
    { date: '2026-10-25', hour: 2, minute: 30 },
    { date: '2026-10-25', hour: 2, minute: 30 },
  ]);
  expect(twice.map(each => businessDayOf(each, 4))).toEqual(['2026-10-24', '2026-10-24']);
});

test('in the night when an hour is left out, no sale falls between two days', () => {
  process.env.TZ = 'Europe/Berlin';
  const around = ['2026-03-29T00:59:00Z', '2026-03-29T01:01:00Z', '2026-03-29T02:01:00Z'].map(text =>
    businessDayOf(wallClock.localTime(Date.parse(text)), 4),
  );
  expect(around).toEqual(['2026-03-28', '2026-03-28', '2026-03-29']);
});

const hoursOf = (date: string, next: string) =>
  (wallClock.dayStart(next) - wallClock.dayStart(date)) / hourMs;

test('a day begins at midnight of the shop’s own clock, and has 23 or 25 hours when it is changed', () => {
  process.env.TZ = 'America/New_York';
  expect(wallClock.dayStart('2026-11-27')).toBe(Date.parse('2026-11-27T05:00:00Z'));
  expect(hoursOf('2026-03-08', '2026-03-09')).toBe(23);
  expect(hoursOf('2026-11-01', '2026-11-02')).toBe(25);
});

test('every moment belongs to the day that its own clock shows, where midnight is left out too', () => {
  for (const [name, change] of [
    ['Asia/Beirut', '2026-03-29'],
    ['America/New_York', '2026-11-01'],
    ['Asia/Shanghai', '2026-11-27'],
  ] as const) {
    process.env.TZ = name;
    const start = wallClock.dayStart(change);
    expect(wallClock.localTime(start).date).toBe(change);
    expect(wallClock.localTime(start - 1).date < change).toBe(true);
  }
});
