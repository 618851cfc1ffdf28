import { expect, test } from 'vitest';
import { lastParsed } from './last-parsed.ts';

test('gives what was written for its very text, and parses any other', () => {
  const carts = lastParsed<{ readonly pieces: number }>();
  const one = { pieces: 1 };
  expect(carts.written('{"pieces":1}', one)).toBe('{"pieces":1}');
  expect(carts.of('{"pieces":1}')).toBe(one);
  // As after a rollback: the row says what it said before.
  expect(carts.of('{"pieces":0}')).toEqual({ pieces: 0 });
  expect(carts.of('{"pieces":1}')).toEqual(one);
});
