import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeIds } from './ids.ts';

test('an id is a UUID of version 7 that tells its millisecond', () => {
  const newId = makeIds(() => 0x0190_1234_5678, randomBytes);
  expect(newId()).toMatch(/^01901234-5678-7000-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('ids made later sort later, whatever the clock does', () => {
  const clocks = fc.array(fc.integer({ min: 0, max: 2 ** 42 }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(clocks, times => {
      const clock = times.values();
      let nowMs = 0;
      const newId = makeIds(() => (nowMs = clock.next().value ?? nowMs), randomBytes);
      const ids = times.map(() => newId());
      expect(ids.toSorted()).toEqual(ids);
    }),
  );
});

test('ten thousand ids of one millisecond are all different and in order', () => {
  const newId = makeIds(() => 1_700_000_000_000, randomBytes);
  const ids = Array.from({ length: 10_000 }, newId);
  expect(new Set(ids).size).toBe(10_000);
  expect(ids.toSorted()).toEqual(ids);
});
