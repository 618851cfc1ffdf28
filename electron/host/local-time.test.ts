import { afterEach, beforeEach, expect, test } from 'vitest';
import { wallClock } from './local-time.ts';

const hourMs = 3_600_000;
let zone: string | undefined;
beforeEach(() => {
  zone = process.env.TZ;
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
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
