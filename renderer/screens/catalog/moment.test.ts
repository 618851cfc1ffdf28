import { expect, test } from 'vitest';
import { atMidnight, localMinute, momentOf } from './moment.ts';

test('a moment goes into a box for date and time and comes out as it was, to the minute', () => {
  const at = new Date(2026, 11, 1, 8, 5).getTime();
  expect(localMinute(at)).toBe('2026-12-01T08:05');
  expect(momentOf(localMinute(at))).toBe(at);
  expect(momentOf('')).toBe(null);
});

test('the first moment that is offered is the next midnight, also at the end of a month', () => {
  expect(localMinute(atMidnight(new Date(2026, 10, 30, 23, 59).getTime()))).toBe('2026-12-01T00:00');
});
