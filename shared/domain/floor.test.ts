import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDiscount, anyRung, applied, cartOf, goods, ringUp } from '../../test/doubles/goods.ts';
import { type Cart, listPriceOf } from './cart.ts';
import { type Floor, floorOf, linesBelowFloor, notLet, withLet } from './floor.ts';
import { type Minor, minor } from './money.ts';
import { price } from './pricing.ts';
import { one, pieces } from './quantity.ts';

const cola = goods('cola', 300, { lowest: minor(280), cost: minor(200) });
const tea = goods('tea', 400, { cost: minor(350) });
const water = goods('water', 200);
const shelf = [cola, tea, water];
const floorIn = (cart: Cart) =>
  linesBelowFloor(price(cart, { taxMode: 'inclusive' }).lines, line =>
    floorOf(shelf.find(item => item.id === line.item)!, line),
  );
const below = (cart: Cart) => floorIn(cart).map(({ name, amount, least }) => [name, amount, least]);
const share = (permilleOff: number) => ({ kind: 'share' as const, permilleOff });
const off = (amount: number) => ({ kind: 'amount' as const, off: minor(amount) });

describe('the floor', () => {
  test('is the lowest price where the list says one, else the cost, else nothing; a pack has that of its pieces', () => {
    expect(floorOf(cola, {})).toEqual({ by: 'lowest', price: 280 });
    expect(floorOf(tea, {})).toEqual({ by: 'cost', price: 350 });
    expect(floorOf(water, {})).toBeNull();
    expect(floorOf(tea, { packOf: 24 })).toEqual({ by: 'cost', price: 8_400 });
  });

  test('is passed by a price set by hand, a discount on the line, and a share of the ticket’s alike', () => {
    const cart = cartOf([cola, pieces(2)], [water, one]);
    const [line] = cart.lines;
    const priced = (to: number) =>
      applied(cart, { do: 'set-price', line: line!.id, price: minor(to), reason: 'match' });
    expect(below(priced(280))).toEqual([]);
    expect(below(priced(279))).toEqual([['goods cola', 558, 560]]);
    expect(below(applied(cart, { do: 'discount-line', line: line!.id, discount: off(41) }))).toEqual([
      ['goods cola', 559, 560],
    ]);
    expect(below(applied(cart, { do: 'discount-ticket', discount: share(60) }))).toEqual([]);
    expect(below(applied(cart, { do: 'discount-ticket', discount: share(70) }))).toEqual([
      ['goods cola', 558, 560],
    ]);
  });

  test('is passed where the ticket’s discount falls on less goods than it was given for', () => {
    const both = applied(cartOf([cola, one], [water, pieces(20)]), {
      do: 'discount-ticket',
      discount: off(50),
    });
    expect(below(both)).toEqual([]);
    expect(below(applied(both, { do: 'remove', line: both.lines[1]!.id }))).toEqual([
      ['goods cola', 250, 280],
    ]);
  });

  test('holds nobody to more than the price list asks: what it sells below is sold, and no cheaper', () => {
    const dear = { ...tea, cost: minor(500) };
    const floor = () => floorOf(dear, {});
    const cart = cartOf([dear, one]);
    const lines = (given: Cart) => linesBelowFloor(price(given, { taxMode: 'inclusive' }).lines, floor);
    expect(lines(cart)).toEqual([]);
    expect(lines(applied(cart, { do: 'discount-ticket', discount: off(1) }))).toMatchObject([
      { amount: 399, least: 400 },
    ]);
  });
});

test('no line is below its floor unless something was taken off it, and each that is, is told', () => {
  fc.assert(
    fc.property(
      fc.array(anyRung, { maxLength: 12 }),
      fc.option(anyDiscount, { nil: null }),
      fc.option(fc.integer({ min: 1, max: 400_000 }), { nil: null }),
      (rungs, ticket, fen) => {
        const floor: Floor | null = fen === null ? null : { by: 'cost', price: fen as Minor };
        const { lines } = price(ringUp(rungs, ticket), { taxMode: 'inclusive' });
        const told = linesBelowFloor(lines, () => floor).map(({ line }) => line);
        for (const line of lines) {
          // Written out the other way round: in thousandths of a fen, and not rounded.
          const gross = line.stamped === undefined ? listPriceOf(line) * line.quantity : line.stamped * 1_000;
          const least = Math.min(gross, (floor?.price ?? 0) * line.quantity);
          if (line.amount * 1_000 <= least - 1_000) expect(told).toContain(line.id);
          if (line.amount * 1_000 >= least + 1_000) expect(told).not.toContain(line.id);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('leave goes as far as it was given: the same price for more pieces, and not a fen of price below', () => {
  const cart = cartOf([cola, pieces(2)]);
  const [line] = cart.lines;
  const at = (to: number, count: number) =>
    floorIn(
      applied(applied(cart, { do: 'set-price', line: line!.id, price: minor(to), reason: 'agreed' }), {
        do: 'set-quantity',
        line: line!.id,
        quantity: pieces(count),
      }),
    );
  const given = withLet([], at(250, 2));
  expect(notLet(at(250, 9), given)).toEqual([]);
  expect(notLet(at(250, 1), given)).toEqual([]);
  expect(notLet(at(260, 3), given)).toEqual([]);
  expect(notLet(at(249, 2), given)).toHaveLength(1);
  expect(notLet(at(200, 9), withLet(given, at(200, 2)))).toEqual([]);
});
