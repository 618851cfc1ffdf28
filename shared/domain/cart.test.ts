import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyDiscount,
  anyItem,
  applied,
  cartId,
  cartOf,
  goods,
  quantityFor,
} from '../../test/doubles/goods.ts';
import {
  apply,
  type Cart,
  type CartChange,
  emptyCart,
  findLine,
  type LineId,
  linesMax,
  listPriceOf,
  needsAgeCheck,
  overrideReasons,
} from './cart.ts';
import { noFlags } from './item.ts';
import { amountMax, type Minor, minor } from './money.ts';
import { price } from './pricing.ts';
import { one, pieces, type Quantity, quantity, quantityMax } from './quantity.ts';

const cola = goods('cola', 350);
const pork = goods('pork', 2_580, { unit: 'kg' });
const bag = goods('bag', 30, { flags: { ...noFlags, deposit: true } });
const add = (item = cola, count: Quantity = one): CartChange => ({
  do: 'add',
  item,
  code: item.codes[0]!,
  quantity: count,
});
const line = (id: number) => id as LineId;

const anyLine = fc.integer({ min: 1, max: 12 }).map(line);
const anyChange: fc.Arbitrary<CartChange> = fc.oneof(
  { weight: 4, arbitrary: anyItem.chain(item => quantityFor(item.unit).map(count => add(item, count))) },
  fc.record({
    do: fc.constant('set-quantity' as const),
    line: anyLine,
    quantity: fc.integer({ min: -1000, max: 50_000 }).map(quantity),
  }),
  fc.record({ do: fc.constant('remove' as const), line: anyLine }),
  fc.record({ do: fc.constant('select' as const), line: anyLine }),
  fc.record({
    do: fc.constant('discount-line' as const),
    line: anyLine,
    discount: fc.option(anyDiscount, { nil: null }),
  }),
  fc.record({
    do: fc.constant('set-price' as const),
    line: anyLine,
    price: fc.integer({ min: 0, max: 3_000 }).map(minor),
    reason: fc.constantFrom(...overrideReasons),
  }),
  fc.record({ do: fc.constant('discount-ticket' as const), discount: fc.option(anyDiscount, { nil: null }) }),
);

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

describe('apply, over any run of changes', () => {
  test('leaves the cart it was handed alone, answers alike twice, and keeps the cart whole', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 40 }), changes => {
        let cart = emptyCart(cartId);
        let highest = 0;
        for (const change of changes) {
          const before = deepFreeze(cart);
          const result = apply(before, deepFreeze(change));
          expect(apply(before, change)).toEqual(result);
          if (!result.ok) continue;
          cart = result.value;
          for (const fresh of cart.lines.filter(each => !findLine(before, each.id))) {
            expect(fresh.id).toBeGreaterThan(highest);
          }
          highest = Math.max(highest, ...cart.lines.map(each => each.id));
          expectWhole(cart);
        }
      }),
    );
  });

  function expectWhole(cart: Cart) {
    const ids = cart.lines.map(each => each.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(cart.current === null ? ids.length === 0 : ids.includes(cart.current)).toBe(true);
    for (const each of cart.lines) {
      expect(each.quantity).toBeGreaterThan(0);
      expect(each.quantity).toBeLessThanOrEqual(quantityMax);
      if (each.unit === 'piece') expect(each.quantity % 1000).toBe(0);
      if (each.flags.noDiscount || each.flags.deposit) expect(each.discount).toBeNull();
      expect(each.id).toBeLessThan(cart.nextLine);
      // What the price list said is never lost, and what it says is no override.
      if (each.override) expect(each.override.listed).not.toBe(each.unitPrice);
    }
  }
});

describe('a price set by hand', () => {
  const set = (price: number): CartChange => ({
    do: 'set-price',
    line: line(1),
    price: minor(price),
    reason: 'tag',
  });

  test('keeps what the price list says, through any number of changes, and goes back to it', () => {
    const once = applied(cartOf([cola, one]), set(300));
    expect(once.lines[0]).toMatchObject({ unitPrice: 300, override: { listed: 350, reason: 'tag' } });
    const twice = applied(once, set(200));
    expect(listPriceOf(twice.lines[0]!)).toBe(350);
    const [only] = applied(twice, set(350)).lines;
    expect(only).toMatchObject({ unitPrice: 350 });
    expect(only).not.toHaveProperty('override');
  });

  test('is not what the next piece of the same goods costs', () => {
    const next = applied(applied(cartOf([cola, one]), set(300)), add());
    expect(next.lines.map(each => [each.unitPrice, each.quantity])).toEqual([
      [300, 1000],
      [350, 1000],
    ]);
  });

  test('is never nothing: what is given away is a discount, which says so', () => {
    expect(apply(cartOf([cola, one]), set(0))).toEqual({ ok: false, refusal: 'price-not-positive' });
  });
});

describe('a sum printed by a scale', () => {
  const withSum = (item: typeof cola, count: Quantity, stamped: number): CartChange => ({
    do: 'add',
    item,
    code: 'label',
    quantity: count,
    stamped: minor(stamped),
  });
  const weighed = (stamped: number) => withSum(pork, quantity(512), stamped);

  test('is what the line costs, whatever price times weight would be', () => {
    const cart = applied(emptyCart(cartId), weighed(1_299));
    expect(price(cart, { taxMode: 'inclusive' })).toMatchObject({ gross: 1_299, due: 1_299 });
  });

  test('stands: neither its weight nor its price is changed by hand', () => {
    const cart = applied(emptyCart(cartId), weighed(1_299));
    for (const change of [
      { do: 'set-quantity', line: line(1), quantity: quantity(600) },
      { do: 'set-price', line: line(1), price: minor(100), reason: 'tag' },
    ] as const) {
      expect(apply(cart, change)).toEqual({ ok: false, refusal: 'line-is-stamped' });
    }
  });

  test('makes a line of its own also for goods sold by the piece', () => {
    const stamped = withSum(cola, one, 280);
    expect(applied(applied(cartOf([cola, one]), stamped), stamped).lines).toHaveLength(3);
  });
});

describe('goods for grown-ups', () => {
  const beer = goods('beer', 600, { flags: { ...noFlags, ageCheck: true } });

  test('ask for a look at the customer once in a sale, however many there are', () => {
    const rung = cartOf([cola, one], [beer, one]);
    expect(needsAgeCheck(cartOf([cola, one]))).toBe(false);
    expect(needsAgeCheck(rung)).toBe(true);
    const seen = applied(applied(rung, { do: 'confirm-age' }), add(beer));
    expect(needsAgeCheck(seen)).toBe(false);
  });
});

describe('adding', () => {
  test('the same goods join one line, found by whichever of their codes', () => {
    const twice = apply(cartOf([cola, one]), { ...add(), code: 'another code' } as CartChange);
    expect(twice.ok && twice.value.lines).toMatchObject([{ id: 1, quantity: 2000, code: 'code-cola' }]);
  });

  test('goods that were changed meanwhile do not join the old line: price, name, unit, tax, flags', () => {
    for (const changed of [
      { price: minor(400) },
      { name: 'cola, new recipe' },
      { taxPermille: 90 },
      { taxCode: '1030307010000000000' },
      { flags: { ...noFlags, noDiscount: true } },
      { flags: { ...noFlags, deposit: true } },
      { flags: { ...noFlags, ageCheck: true } },
    ]) {
      const next = apply(cartOf([cola, one]), add(goods('cola', 350, changed)));
      expect(next.ok && next.value.lines.map(each => each.quantity), JSON.stringify(changed)).toEqual([
        1000, 1000,
      ]);
    }
  });

  test('goods once weighed and now sold by the piece do not join the weighing', () => {
    const next = apply(cartOf([pork, quantity(1284)]), add(goods('pork', 2_580)));
    expect(next.ok && next.value.lines.map(each => each.quantity)).toEqual([1284, 1000]);
  });

  test('each weighing stays a line of its own, and so does a discounted one', () => {
    expect(cartOf([pork, quantity(500)], [pork, quantity(500)]).lines).toHaveLength(2);
    const discount = { kind: 'share', permilleOff: 100 } as const;
    const off = applied(cartOf([cola, one]), { do: 'discount-line', line: line(1), discount });
    expect(applied(off, add()).lines).toHaveLength(2);
  });

  test('a merged line becomes the one that keys act on', () => {
    expect(cartOf([cola, one], [bag, one], [cola, one]).current).toBe(1);
  });

  test('stops at the named bounds', () => {
    const full = cartOf(
      ...Array.from({ length: linesMax }, (_, index) => [goods(`${index}`, 100), one] as const),
    );
    expect(apply(full, add())).toEqual({ ok: false, refusal: 'cart-full' });
    expect(apply(full, add(goods('7', 100))).ok).toBe(true);
    const many = cartOf([goods('sweet', 1), pieces(99_999)]);
    expect(apply(many, add(goods('sweet', 1)))).toEqual({ ok: false, refusal: 'quantity-too-large' });
    expect(apply(emptyCart(cartId), add(cola, quantity(1500)))).toEqual({
      ok: false,
      refusal: 'quantity-not-whole',
    });
    expect(apply(emptyCart(cartId), add(pork, quantity(0)))).toEqual({
      ok: false,
      refusal: 'quantity-not-positive',
    });
  });
});

describe('removing', () => {
  test('the line that moves up takes over; nothing is left when the cart is empty', () => {
    const cart = cartOf([cola, one], [bag, one], [pork, one]);
    const middle = applied(cart, { do: 'remove', line: line(2) });
    expect(middle.current).toBe(3);
    const last = applied(middle, { do: 'remove', line: line(3) });
    expect(last.current).toBe(1);
    const none = applied(last, { do: 'remove', line: line(1) });
    expect(none).toMatchObject({ lines: [], current: null, nextLine: 4 });
  });

  test('a late command for a line that is gone hits no other line', () => {
    const again = applied(applied(cartOf([cola, one]), { do: 'remove', line: line(1) }), add());
    expect(again.lines.map(each => each.id)).toEqual([2]);
    for (const late of [
      { do: 'remove', line: line(1) },
      { do: 'select', line: line(1) },
      { do: 'set-quantity', line: line(1), quantity: one },
      { do: 'discount-line', line: line(1), discount: null },
    ] as const) {
      expect(apply(again, late)).toEqual({ ok: false, refusal: 'no-such-line' });
    }
  });
});

test('deposits and goods marked so take no discount of their own; taking one away is always allowed', () => {
  const cart = cartOf([bag, one]);
  const discount = { kind: 'amount', off: minor(10) } as const;
  expect(apply(cart, { do: 'discount-line', line: line(1), discount })).toEqual({
    ok: false,
    refusal: 'no-discount-on-this',
  });
  expect(apply(cart, { do: 'discount-line', line: line(1), discount: null }).ok).toBe(true);
});

describe('the bound on a cart', () => {
  const dear = fc.record({
    price: fc.oneof(fc.integer({ min: 0, max: amountMax }), fc.integer({ min: 0, max: 200_000 })),
    count: fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 3 })),
    taxPermille: fc.constantFrom(0, 130, 1000, 1001, 5000, 100_000),
  });

  test('whatever it lets in can be priced in both tax modes, and owes an amount the till can take', () => {
    fc.assert(
      fc.property(fc.array(dear, { minLength: 1, maxLength: 12 }), rows => {
        let cart = emptyCart(cartId);
        rows.forEach(({ price: each, count, taxPermille }, index) => {
          const next = apply(cart, add(goods(`${index}`, each, { taxPermille }), pieces(count)));
          if (next.ok) cart = next.value;
          else expect(next.refusal).toBe('amount-too-large');
        });
        for (const taxMode of ['inclusive', 'exclusive'] as const) {
          expect(price(cart, { taxMode }).due).toBeLessThanOrEqual(amountMax);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('holds for an edited quantity as for a new line', () => {
    const cart = cartOf([goods('car', 10_000_000), one]);
    expect(apply(cart, { do: 'set-quantity', line: line(1), quantity: pieces(99_999) })).toEqual({
      ok: false,
      refusal: 'amount-too-large',
    });
  });

  test('rounding of many small lines cannot carry a full cart over it', () => {
    // 300 weighings that each round up by half a fen, in a cart filled to the brim.
    const brim = apply(emptyCart(cartId), add(goods('brim', amountMax - 300, { taxPermille: 0 })));
    expect(brim.ok).toBe(true);
    let cart = brim.ok ? brim.value : emptyCart(cartId);
    for (let each = 0; each < 301; each += 1) {
      const next = apply(cart, add(goods('crumb', 1, { unit: 'kg', taxPermille: 0 }), quantity(500)));
      if (next.ok) cart = next.value;
    }
    expect(price(cart, { taxMode: 'exclusive' }).due).toBe(amountMax as Minor);
  });
});
