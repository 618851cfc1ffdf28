import fc from 'fast-check';
import { apply, type Cart, type CartChange, type CartId, emptyCart } from '../../shared/domain/cart.ts';
import type { Discount } from '../../shared/domain/discount.ts';
import { type Item, type ItemId, isWeighed, noFlags, type Unit, units } from '../../shared/domain/item.ts';
import { type Minor, minor } from '../../shared/domain/money.ts';
import { pieces, type Quantity, quantity } from '../../shared/domain/quantity.ts';

// Goods and carts for property tests: everything a price list may hold, drawn from a seed.

/** A plain piece of goods; `over` changes what a test is about. Price in fen. */
export function goods(id: string, price: number, over: Partial<Item> = {}): Item {
  return {
    id: id as ItemId,
    codes: [`code-${id}`],
    name: `goods ${id}`,
    category: 'drinks',
    unit: 'piece',
    price: minor(price),
    taxPermille: 130,
    taxCode: '',
    flags: noFlags,
    ...over,
  };
}

export const cartId = 'cart-1' as CartId;

/** A cart in which these goods were rung up in this order; fails the test if one was refused. */
export function cartOf(...rows: readonly (readonly [item: Item, count: Quantity])[]): Cart {
  return rows.reduce(
    (cart, [item, count]) => applied(cart, { do: 'add', item, code: item.codes[0]!, quantity: count }),
    emptyCart(cartId),
  );
}

export const anyDiscount: fc.Arbitrary<Discount> = fc.oneof(
  fc.integer({ min: 1, max: 1000 }).map(permilleOff => ({ kind: 'share' as const, permilleOff })),
  fc.integer({ min: 0, max: 2_000_000 }).map(off => ({ kind: 'amount' as const, off: minor(off) })),
);

const anyUnit: fc.Arbitrary<Unit> = fc.constantFrom(...units);

export const anyItem: fc.Arbitrary<Item> = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }),
    price: fc.oneof(fc.nat(5), fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 1_000_000 })),
    unit: anyUnit,
    taxPermille: fc.constantFrom(0, 10, 60, 90, 130, 1000, 2500),
    noDiscount: fc.boolean(),
    deposit: fc.boolean(),
  })
  .map(({ id, price, unit, taxPermille, noDiscount, deposit }) =>
    goods(String(id), price, { unit, taxPermille, flags: { ...noFlags, noDiscount, deposit } }),
  );

export const quantityFor = (unit: Unit): fc.Arbitrary<Quantity> =>
  isWeighed(unit)
    ? fc.integer({ min: 1, max: 30_000 }).map(quantity)
    : fc.integer({ min: 1, max: 40 }).map(pieces);

export type Rung = {
  readonly item: Item;
  readonly quantity: Quantity;
  readonly discount: Discount | null;
  /** The sum on a scale's label. */
  readonly stamped?: Minor | undefined;
};

export const anyRung: fc.Arbitrary<Rung> = anyItem.chain(item =>
  fc.record({
    item: fc.constant(item),
    quantity: quantityFor(item.unit),
    discount: fc.option(anyDiscount, { nil: null, freq: 3 }),
    stamped: fc.option(fc.nat(500_000).map(minor), { nil: undefined, freq: 5 }),
  }),
);

/** Rings up each with its own discount where it takes one, then the ticket's discount. Each stays a line of its own. */
export function ringUp(rungs: readonly Rung[], ticket: Discount | null): Cart {
  const rung = rungs.reduce((cart, { item, quantity: count, discount, stamped }, index) => {
    const own = { ...item, id: `${item.id}-${index}` as ItemId };
    const added = applied(cart, { do: 'add', item: own, code: own.codes[0]!, quantity: count, stamped });
    const done = apply(added, { do: 'discount-line', line: added.current!, discount });
    return done.ok ? done.value : added;
  }, emptyCart(cartId));
  return applied(rung, { do: 'discount-ticket', discount: ticket });
}

/** The cart after a change that nothing speaks against; fails the test if something does. */
export function applied(cart: Cart, change: CartChange): Cart {
  const next = apply(cart, change);
  if (!next.ok) throw new Error(`cart refused ${change.do}: ${next.refusal}`);
  return next.value;
}

export const total = (amounts: readonly Minor[]): number => amounts.reduce((all, each) => all + each, 0);
