import { expect, test } from 'vitest';
import { keepUnchanged } from './unchanged.ts';

const kept = <T>(before: T, now: unknown): T => keepUnchanged(before, now) as T;

test('equal trees are one and the same', () => {
  const before = { lines: [{ id: 1, flags: { deposit: false } }], discount: null };
  expect(kept(before, structuredClone(before))).toBe(before);
});

test('what changed is new on every floor above it, and only there', () => {
  const before = { lines: [{ id: 1 }, { id: 2, flags: { deposit: true } }], due: 5 };
  const now = {
    lines: [
      { id: 1, count: 2 },
      { id: 2, flags: { deposit: true } },
    ],
    due: 5,
  };
  const result = kept(before, structuredClone(now));
  expect(result).toEqual(now);
  expect(result).not.toBe(before);
  expect(result.lines[0]).not.toBe(before.lines[0]);
  expect(result.lines[1]).toBe(before.lines[1]);
});

test.each([
  [[1, 2], [1]],
  [[1], [1, 2]],
  [[], {}],
  [{ a: null }, { b: null }],
  [{ a: 1 }, null],
  [null, { a: 1 }],
  [{ a: [1] }, { a: { 0: 1 } }],
  [{ a: 1, b: 2 }, { a: 1 }],
  [undefined, { a: 1 }],
  ['1', 1],
])('%j is not taken for %j', (before, now) => {
  expect(keepUnchanged(before, structuredClone(now))).toEqual(now);
});
