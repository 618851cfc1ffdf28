import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, type CartId, emptyCart } from './cart.ts';
import { type Item, type ItemId, noFlags } from './item.ts';
import { type Minor, minor } from './money.ts';
import { soldAs } from './pack.ts';
import { price } from './pricing.ts';
import { quantity } from './quantity.ts';

const cola = (packs: Item['packs'], each = 300): Item => ({
  id: '1001' as ItemId,
  codes: ['1001', '036000291452'],
  name: '可乐',
  category: '',
  unit: 'piece',
  price: each as Minor,
  taxPermille: 130,
  taxCode: '',
  flags: noFlags,
  ...(packs ? { packs } : {}),
});
const boxed = cola([
  { code: '16900000000018', count: 24, price: null },
  { code: '9001', count: 6, price: 1_599 as Minor },
]);

test('an item’s own code sells one piece, whatever packs there are', () => {
  expect(soldAs(boxed, '1001')).toEqual({ goods: boxed, each: 1 });
  expect(soldAs(boxed, '0036000291452')).toEqual({ goods: boxed, each: 1 });
});

test('a case without a price of its own is so many pieces', () => {
  expect(soldAs(boxed, '16900000000018')).toEqual({ goods: boxed, each: 24 });
});

test('a pack with a price of its own is one of its own, which says how many are in it', () => {
  const { goods, each } = soldAs(boxed, '9001');
  expect(each).toBe(1);
  expect(goods).toMatchObject({ id: '1001', name: '可乐 ×6', price: 1_599, packOf: 6 });
});

test('pieces, cases and packs of the same goods add up to the fen, in any order', () => {
  const scan = fc.constantFrom('1001', '16900000000018', '9001');
  const amount = fc.integer({ min: 1, max: 99_999 });
  fc.assert(
    fc.property(fc.array(scan, { minLength: 1, maxLength: 12 }), amount, amount, (scans, each, ofPack) => {
      const item = cola(
        [
          { code: '16900000000018', count: 24, price: null },
          { code: '9001', count: 6, price: minor(ofPack) },
        ],
        each,
      );
      let cart = emptyCart('c' as CartId);
      for (const code of scans) {
        const { goods, each: pieces } = soldAs(item, code);
        const added = apply(cart, { do: 'add', item: goods, code, quantity: quantity(1000 * pieces) });
        if (!added.ok) throw new Error(added.refusal);
        cart = added.value;
      }
      const count = (code: string) => scans.filter(scanned => scanned === code).length;
      const loose = count('1001') + 24 * count('16900000000018');
      expect(price(cart, { taxMode: 'inclusive' }).due).toBe(loose * each + count('9001') * ofPack);
      expect(cart.lines).toHaveLength(Number(loose > 0) + Number(count('9001') > 0));
    }),
  );
});
