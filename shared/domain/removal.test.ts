import { expect, test } from 'vitest';
import { applied, cartOf, goods } from '../../test/doubles/goods.ts';
import type { Cart, LineId } from './cart.ts';
import { minor } from './money.ts';
import { one, pieces } from './quantity.ts';
import { asksReason, type RemovalRule } from './removal.ts';

const cola = goods('cola', 300);
const wine = goods('wine', 29_900);
const above: RemovalRule = { ask: 'above', above: minor(5_000) };
const removal = (worth: number, line: number, count = one) => ({
  worth: minor(worth),
  of: { line: line as LineId, quantity: count },
});
const said = (cart: Cart): Cart => ({ ...cart, amountSaid: true });

test('a slip is mended without a word: the scan just made goes, whatever it is worth', () => {
  const cart = cartOf([cola, one], [wine, one]);
  expect(asksReason(above, cart, removal(29_900, 2))).toBe(false);
  // It is the scan that is taken back, once, and not what lay on the line before.
  const more = applied(cart, { do: 'add', item: wine, code: 'wine', quantity: one });
  expect(asksReason(above, more, removal(29_900, 2))).toBe(false);
  expect(asksReason(above, more, removal(59_800, 2, pieces(2)))).toBe(true);
  const fewer = applied(more, { do: 'adjust', line: 2 as LineId, by: -1 });
  expect(asksReason(above, fewer, removal(29_900, 2))).toBe(true);
});

test('what was scanned before asks from its worth on; less than that goes without a word', () => {
  const cart = cartOf([wine, one], [cola, one]);
  expect(asksReason(above, cart, removal(29_900, 1))).toBe(true);
  expect(asksReason(above, cartOf([cola, one], [wine, one]), removal(300, 1))).toBe(false);
  expect(asksReason(above, cart, removal(5_000, 1))).toBe(true);
  expect(asksReason(above, cart, removal(4_999, 1))).toBe(false);
  expect(asksReason(above, cart, { worth: minor(30_200), of: null })).toBe(true);
});

test('once the amount has been said everything is asked about, the scan just made too', () => {
  const cart = said(cartOf([cola, one]));
  expect(asksReason(above, cart, removal(300, 1))).toBe(true);
  expect(asksReason(above, cart, { worth: minor(300), of: null })).toBe(true);
});

test('a shop that never asks never does, and one that always asks always does', () => {
  for (const cart of [cartOf([cola, one]), said(cartOf([wine, one]))]) {
    expect(asksReason({ ...above, ask: 'never' }, cart, removal(29_900, 1))).toBe(false);
    expect(asksReason({ ...above, ask: 'always' }, cart, removal(300, 1))).toBe(true);
  }
});
