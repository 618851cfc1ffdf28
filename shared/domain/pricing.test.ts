import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyDiscount,
  anyRung,
  cartId,
  cartOf,
  goods,
  type Rung,
  ringUp,
  total,
} from '../../test/doubles/goods.ts';
import { emptyCart } from './cart.ts';
import { type Item, noFlags } from './item.ts';
import { minor } from './money.ts';
import { type PricedCart, price } from './pricing.ts';
import { one, pieces, type Quantity, quantity } from './quantity.ts';

const anyTicket = fc.option(anyDiscount, { nil: null, freq: 4 });
const anyMode = fc.constantFrom('inclusive' as const, 'exclusive' as const);
const anyCart = fc
  .tuple(fc.array(anyRung, { maxLength: 25 }), anyTicket)
  .map(([rungs, ticket]) => ringUp(rungs, ticket));

function each(promise: (priced: PricedCart, mode: 'inclusive' | 'exclusive') => void) {
  fc.assert(
    fc.property(anyCart, anyMode, (cart, taxMode) => promise(price(cart, { taxMode }), taxMode)),
    { numRuns: 300 },
  );
}

describe('every priced cart, to the fen', () => {
  test('each line: gross less its discounts is its amount, and net and tax make up what it adds', () => {
    each(({ lines }, mode) => {
      for (const line of lines) {
        expect(line.gross - line.lineDiscount - line.ticketShare).toBe(line.amount);
        expect(mode === 'inclusive' ? line.net + line.tax : line.net).toBe(line.amount);
        for (const part of [
          line.gross,
          line.lineDiscount,
          line.ticketShare,
          line.amount,
          line.net,
          line.tax,
        ]) {
          expect(part).toBeGreaterThanOrEqual(0);
        }
      }
    });
  });

  test('the totals are the sums of the lines', () => {
    each(({ lines, ...totals }, mode) => {
      expect(totals.gross).toBe(total(lines.map(line => line.gross)));
      expect(totals.lineDiscount).toBe(total(lines.map(line => line.lineDiscount)));
      expect(totals.ticketDiscount).toBe(total(lines.map(line => line.ticketShare)));
      expect(total(lines.map(line => line.amount))).toBe(
        totals.gross - totals.lineDiscount - totals.ticketDiscount,
      );
      expect(totals.due).toBe(totals.net + totals.tax);
      if (mode === 'inclusive')
        expect(totals.due).toBe(totals.gross - totals.lineDiscount - totals.ticketDiscount);
      expect(totals.due).toBeGreaterThanOrEqual(0);
    });
  });

  test('the rows per tax rate sum to net, tax and due', () => {
    each(({ taxRows, net, tax }) => {
      expect(total(taxRows.map(row => row.net))).toBe(net);
      expect(total(taxRows.map(row => row.tax))).toBe(tax);
    });
  });

  test('no discount ever reaches a deposit, a bag or goods marked so', () => {
    each(({ lines }) => {
      for (const line of lines.filter(({ flags }) => flags.deposit || flags.noDiscount)) {
        expect([line.lineDiscount, line.ticketShare]).toEqual([0, 0]);
      }
    });
  });

  test('pieces are a whole number; a weighing counts as one', () => {
    each(({ lines, pieces: count }) => {
      const expected = lines.reduce(
        (all, line) => all + (line.unit === 'piece' ? line.quantity / 1000 : 1),
        0,
      );
      expect(count).toBe(expected);
      expect(Number.isInteger(count)).toBe(true);
    });
  });
});

test('the order in which goods are rung up changes no total', () => {
  const shuffled = fc
    .array(anyRung, { minLength: 2, maxLength: 15 })
    .chain(rungs => fc.tuple(fc.constant(rungs), fc.shuffledSubarray(rungs, { minLength: rungs.length })));
  fc.assert(
    fc.property(shuffled, anyTicket, anyMode, ([rungs, other], ticket, taxMode) => {
      expect(totals(other, ticket, taxMode)).toEqual(totals(rungs, ticket, taxMode));
    }),
    { numRuns: 500 },
  );
});

test('two goods of one price and two tax rates share an odd fen alike, whichever was scanned first', () => {
  const water = goods('water', 4, { taxPermille: 130 });
  const book = goods('book', 4, { taxPermille: 0 });
  const ticket = { kind: 'amount', off: minor(1) } as const;
  const tax = (...rows: readonly (readonly [Item, Quantity])[]) =>
    price({ ...cartOf(...rows), discount: ticket }, { taxMode: 'exclusive' }).tax;
  expect(tax([water, one], [book, one])).toBe(tax([book, one], [water, one]));
});

function totals(
  rungs: readonly Rung[],
  ticket: Parameters<typeof ringUp>[1],
  taxMode: 'inclusive' | 'exclusive',
) {
  const { lines: _, ...rest } = price(ringUp(rungs, ticket), { taxMode });
  return rest;
}

describe('examples', () => {
  const inclusive = { taxMode: 'inclusive' } as const;

  test('an empty cart owes nothing, also with a ticket discount on it', () => {
    const cart = { ...emptyCart(cartId), discount: { kind: 'amount', off: minor(500) } as const };
    expect(price(cart, inclusive)).toMatchObject({
      lines: [],
      due: 0,
      ticketDiscount: 0,
      taxRows: [],
      pieces: 0,
    });
  });

  test('a ticket discount comes after line discounts and is split over what is left', () => {
    const cart = ringUp(
      [
        { item: goods('a', 1000), quantity: one, discount: { kind: 'share', permilleOff: 500 } },
        { item: goods('b', 500), quantity: one, discount: null },
        { item: goods('bag', 30, { flags: { ...noFlags, deposit: true } }), quantity: one, discount: null },
      ],
      { kind: 'share', permilleOff: 100 },
    );
    const priced = price(cart, inclusive);
    expect(priced.lines.map(line => line.ticketShare)).toEqual([50, 50, 0]);
    expect(priced).toMatchObject({ gross: 1530, lineDiscount: 500, ticketDiscount: 100, due: 930 });
  });

  test('a ticket discount larger than the goods leaves the deposits to pay', () => {
    const cart = ringUp(
      [
        { item: goods('a', 1000), quantity: one, discount: null },
        {
          item: goods('bag', 30, { flags: { ...noFlags, deposit: true } }),
          quantity: pieces(2),
          discount: null,
        },
      ],
      { kind: 'amount', off: minor(999_999) },
    );
    expect(price(cart, inclusive)).toMatchObject({ ticketDiscount: 1000, due: 60 });
  });

  test('goods given away by a line discount take no share of the ticket discount', () => {
    const cart = ringUp(
      [
        { item: goods('a', 1000), quantity: one, discount: { kind: 'share', permilleOff: 1000 } },
        { item: goods('b', 700), quantity: one, discount: null },
      ],
      { kind: 'amount', off: minor(100) },
    );
    expect(price(cart, inclusive).lines.map(line => line.ticketShare)).toEqual([0, 100]);
  });

  test('weighed goods, tax in the price and tax on top', () => {
    const cart = cartOf([goods('pork', 2_580, { unit: 'kg', taxPermille: 90 }), quantity(1284)]);
    expect(price(cart, inclusive)).toMatchObject({ gross: 3313, tax: 274, net: 3039, due: 3313 });
    expect(price(cart, { taxMode: 'exclusive' })).toMatchObject({
      gross: 3313,
      tax: 298,
      net: 3313,
      due: 3611,
    });
  });

  test('500 lines share a ticket discount to the fen', () => {
    const rungs = Array.from({ length: 500 }, (_, index) => ({
      item: goods(`${index}`, 1 + ((index * 7919) % 997), { taxPermille: index % 2 ? 130 : 90 }),
      quantity: one,
      discount: null,
    }));
    const priced = price(ringUp(rungs, { kind: 'share', permilleOff: 123 }), inclusive);
    expect(total(priced.lines.map(line => line.ticketShare))).toBe(priced.ticketDiscount);
    expect(priced.due).toBe(priced.gross - priced.ticketDiscount);
  });
});
