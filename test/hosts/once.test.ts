import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  cashierPin,
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  refusalOf,
  sell,
  shelf,
  throwAway,
} from '../doubles/till.ts';

// What is said twice is done once, and what two say at the same time is decided once.
let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});
const [cola, water, noodles] = shelf.map(([code]) => code) as [string, string, string];

test('200 commands under 50 ids, sent at once and in any order, count as 50', async () => {
  const scans = Array.from({ length: 200 }, (_, index) => {
    const id = `scan-${(index * 37) % 50}`;
    return shop.say('selling.scan', { text: cola, from: 'keyboard' }, { id });
  });
  const answers = (await Promise.all(scans)).map(mustBe);
  expect(answers.every(answer => answer.outcome === 'added')).toBe(true);
  expect((await shop.see('selling.cart')).priced.pieces).toBe(50);
  const again = await shop.say('selling.scan', { text: cola, from: 'keyboard' }, { id: 'scan-7' });
  expect(again).toEqual({ ok: true, value: answers[0] });
  expect((await shop.see('selling.cart')).priced.pieces).toBe(50);
});

test('a command sent again after a restart gets its first answer', async () => {
  mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }));
  const { id: cart, priced } = await shop.see('selling.cart');
  const pay = { cart, due: priced.due, given: 1000 };
  const paid = mustBe(await shop.say('paying.cash', pay, { id: 'pay' }));
  await shop.stop();
  const again = await openTestTill({ data: shop.data });
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
  expect(await shop.say('paying.cash', pay, { id: 'pay' })).toEqual({ ok: true, value: paid });
});

test('two pages that pay the same cart at once make one sale', async () => {
  mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }));
  mustBe(await shop.say('selling.scan', { text: water, from: 'keyboard' }));
  const { id: cart, priced } = await shop.see('selling.cart');
  const pay = { cart, due: priced.due, given: priced.due };
  const answers = await Promise.all([
    shop.say('paying.cash', pay, { id: 'left' }),
    shop.say('paying.cash', pay, { id: 'right' }),
    shop.say('paying.cash', pay, { id: 'left' }),
    shop.say('paying.cash', pay, { id: 'right' }),
  ]);
  expect(answers.filter(answer => answer.ok)).toHaveLength(2);
  expect(answers[0]).toEqual(answers[2]);
  expect(refusalOf(answers[1]!)).toBe('cart-changed');
  expect(mustBe(await shop.ask('selling.lastSales', { limit: 50 }))).toHaveLength(1);
});

test('a price that changes between the screen and the key is not paid', async () => {
  mustBe(await shop.say('selling.scan', { text: noodles, from: 'keyboard' }));
  const { id: cart, priced } = await shop.see('selling.cart');
  mustBe(await shop.say('selling.scan', { text: cola, from: 'serial' }));
  expect(refusalOf(await shop.say('paying.cash', { cart, due: priced.due, given: priced.due }))).toBe(
    'cart-changed',
  );
});

test('one approval used by many at once opens one drawer', async () => {
  mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
  const reason = { reason: '换零钱' };
  const refused = await shop.say('shifts.openDrawer', reason);
  expect(refusalOf(refused)).toBe('needs-approval');
  const { subject } = (refused as unknown as { refusal: { params: { subject: string } } }).refusal.params;
  const { approval } = mustBe(
    await shop.say('session.approve', {
      staff: shop.owner,
      pin: ownerPin,
      word: 'shifts.openDrawer',
      subject,
    }),
  );
  const uses = await Promise.all(
    Array.from({ length: 10 }, () => shop.say('shifts.openDrawer', reason, { approval })),
  );
  expect(uses.filter(answer => answer.ok)).toHaveLength(1);
  expect(uses.filter(answer => !answer.ok).map(refusalOf)).toEqual(Array(9).fill('approval-not-valid'));
});

test('every sale of a hurried hour has its own number, without gaps', async () => {
  for (let each = 0; each < 30; each += 1) await sell(shop, [cola, water]);
  const sales = mustBe(await shop.ask('selling.sales', { afterNumber: 0, limit: 500 }));
  expect(sales.map(sale => sale.number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  expect(new Set(sales.map(sale => sale.id)).size).toBe(30);
});
