import { describe, expect, test } from 'vitest';
import { changesBetween, withChanges } from './changes.ts';
import { type Rng, seededRng } from './rng.ts';

/** Over the wire and put together again. */
const carried = (before: unknown, now: unknown) =>
  withChanges(before, JSON.parse(JSON.stringify(changesBetween(before, now))));

const cart = { lines: [{ id: 1 }, { id: 2, flags: { deposit: true } }], discount: null, due: 5 };

test('only what changed travels', () => {
  const now = { ...structuredClone(cart), due: 7 };
  expect(changesBetween(cart, now)).toEqual({ parts: { due: { now: 7 } } });
  expect(changesBetween(cart, structuredClone(cart))).toEqual({ parts: {} });
});

test('what has not changed keeps its identity', () => {
  expect(carried(cart, structuredClone(cart))).toBe(cart);
  const now = { ...structuredClone(cart), lines: [{ id: 1, count: 2 }, cart.lines[1], { id: 3 }] };
  const after = carried(cart, now) as typeof cart;
  expect(after).toEqual(now);
  expect(after.lines[1]).toBe(cart.lines[1]);
  expect(cart.lines).toHaveLength(2);
});

test('a member that is undefined is one that is not there', () => {
  expect(carried({ a: 1, b: undefined }, { a: undefined, b: 2 })).toEqual({ b: 2 });
  expect(carried({ a: 1 }, { a: 1, b: undefined })).toEqual({ a: 1 });
});

describe('any tree becomes any other', () => {
  test.each([
    [[1, 2], [1]],
    [[1], [1, 2]],
    [[], {}],
    [{ a: null }, { b: null }],
    [{ a: 1 }, null],
    [undefined, { a: 1 }],
    [{ a: [1] }, { a: { 0: 1 } }],
    [{ now: 1 }, { now: 2, parts: { a: 1 } }],
    ['1', 1],
  ])('%j and %j', (before, now) => {
    expect(carried(before, now)).toEqual(now);
  });

  test('and whatever chance makes of them', () => {
    const rng = seededRng(7);
    let before: unknown;
    for (let round = 0; round < 500; round += 1) {
      const now = tree(rng, 4);
      expect(carried(before, now)).toEqual(now);
      before = now;
    }
  });
});

/** Few names and values, so that two trees often agree in part. */
function tree(rng: Rng, depth: number): unknown {
  const pick = Math.floor(rng() * (depth === 0 ? 3 : 5));
  const many = () => Array.from({ length: Math.floor(rng() * 4) }, () => tree(rng, depth - 1));
  if (pick < 3) return [null, 1, 'x'][pick];
  if (pick === 3) return many();
  return Object.fromEntries(many().map((value, place) => ['abcd'[(place + pick) % 4], value]));
}
