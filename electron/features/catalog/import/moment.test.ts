import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMoment } from './moment.ts';

const now = Date.parse('2026-11-28T10:00:00+08:00');
const dayStart = (date: string) => Date.parse(`${date}T00:00:00+08:00`);
const read = (cell: string) => readMoment(cell, now, dayStart);
const at = (time: string) => Date.parse(`${time}+08:00`);

test.each([
  ['2026-12-01', '2026-12-01T00:00:00'],
  ['2026/12/1', '2026-12-01T00:00:00'],
  ['20261201', '2026-12-01T00:00:00'],
  ['2026.12.1', '2026-12-01T00:00:00'],
  ['2026年12月1日', '2026-12-01T00:00:00'],
  ['２０２６年１２月１日 ８时', '2026-12-01T08:00:00'],
  ['2026-12-01 08:30', '2026-12-01T08:30:00'],
  ['2026-12-01 8:30:00', '2026-12-01T08:30:00'],
  ['2026-12-01T23:59', '2026-12-01T23:59:00'],
])('reads %s as lists write it', (cell, moment) => {
  expect(read(cell)).toBe(at(moment));
});

test('what is past already counts at once', () => {
  for (const cell of ['2026-11-28', '2026-11-28 9:59', '2020-01-01']) expect(read(cell)).toBe(null);
});

test('a day that no calendar has, or none that is near, is said to be', () => {
  for (const cell of ['2026-02-30', '2026-13-01', '明天', '1.12.2026', '2026-12-01 25:00', '46357'])
    expect(read(cell)).toBe('moment-unreadable');
  expect(read('2062-12-01')).toBe('moment-too-far');
});

test('any minute of the next year is read as what it is, in every way to write it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 365 * 24 * 60 }), minutes => {
      const moment = now + minutes * 60_000;
      const [date = '', time = ''] = new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16).split('T');
      for (const way of [`${date} ${time}`, `${date}T${time}`, `${date.replaceAll('-', '/')} ${time}:00`])
        expect(read(way)).toBe(moment);
    }),
  );
});
