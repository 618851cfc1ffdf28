import { afterEach, beforeEach, expect, test } from 'vitest';
import { mustBe, openShop, openTestTill, ownerPin, sell, shelf, throwAway } from '../doubles/till.ts';

// The till ends in the middle of things and comes back: by `stop`, and by nothing at all.
let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});
const [cola, water] = shelf.map(([code]) => code) as [string, string];
const restart = async () => {
  await shop.stop();
  const again = await openTestTill({ data: shop.data });
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
};

test('an open cart with a keyed factor, a held cart, a finished sale and waiting receipts are all there again', async () => {
  shop.devices.outcome = { kind: 'blocked', reason: 'paper-out' };
  const { receipt } = await sell(shop, [cola], 1000);
  mustBe(await shop.say('selling.scan', { text: water, from: 'keyboard' }));
  const aside = await shop.see('selling.cart');
  mustBe(await shop.say('selling.hold', { cart: aside.id, label: '红衣服' }));
  mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }));
  mustBe(await shop.say('selling.multiply', { quantity: 3000 }));
  const before = await shop.see('selling.cart');

  await restart();
  const after = await shop.see('selling.cart');
  expect(after).toEqual({ ...before, finished: null });
  expect(after).toMatchObject({ multiplier: 3000, heldCarts: 1, mode: 'selling' });
  expect(await shop.see('selling.held')).toMatchObject([
    { cart: aside.id, label: '红衣服', pieces: 1, due: 200 },
  ]);
  expect(await shop.see('shifts.current')).toMatchObject({ sales: 1, float: 20_000 });

  const jobs = await shop.until('printing.jobs', list =>
    list.some(job => job.kind === 'receipt' && job.state === 'sent'),
  );
  expect(jobs.find(job => job.kind === 'receipt')).toMatchObject({ title: receipt, copy: 1 });

  mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }));
  expect((await shop.see('selling.cart')).priced.pieces).toBe(4);
  mustBe(await shop.say('selling.recall', { cart: aside.id }));
  const { id: cart, priced } = await shop.see('selling.cart');
  expect(cart).toBe(aside.id);
  const paid = mustBe(await shop.say('paying.cash', { cart, due: priced.due, given: priced.due }));
  expect(paid.number).toBe(2);
  expect(mustBe(await shop.ask('syncing.verify', {}))).toMatchObject({ verified: true });
});

test('nobody is signed in after a restart, and the cart is not theirs to see until they are', async () => {
  mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }));
  await shop.stop();
  const again = await openTestTill({ data: shop.data });
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
  await expect(shop.see('selling.cart')).rejects.toThrow('not-signed-in');
});

test('a discount on the open cart and its lines survives', async () => {
  mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }));
  mustBe(await shop.say('selling.scan', { text: water, from: 'keyboard' }));
  const { id: cart, priced } = await shop.see('selling.cart');
  const half = { kind: 'share', permilleOff: 500 } as const;
  mustBe(await shop.say('selling.discountLine', { cart, line: priced.lines[0]!.id, discount: half }));
  mustBe(await shop.say('selling.discountTicket', { cart, discount: { kind: 'amount', off: 25 } }));
  const before = await shop.see('selling.cart');
  await restart();
  expect(await shop.see('selling.cart')).toEqual(before);
});
