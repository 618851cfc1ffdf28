import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  cashierPin,
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  refusalOf,
  shelf,
  throwAway,
} from '../../../test/doubles/till.ts';
import { lockSeconds } from './lockout.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const asCashier = async () =>
  mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));

test('nobody does anything before signing in, and sees nothing but who could', async () => {
  mustBe(await shop.say('session.signOut', {}));
  expect(refusalOf(await shop.say('selling.scan', { text: shelf[0][0], from: 'keyboard' }))).toBe(
    'not-signed-in',
  );
  expect(refusalOf(await shop.say('setup.addStaff', { name: '赵', role: 'owner', pin: '7391' }))).toBe(
    'not-signed-in',
  );
  await expect(shop.see('selling.cart')).rejects.toThrow('not-signed-in');
  expect((await shop.see('setup.state')).staff.map(card => card.name)).toEqual(['王店长', '李敏']);
});

test('a wrong PIN says how many tries are left, the fifth locks, and then the right one is refused too', async () => {
  for (const triesLeft of [4, 3, 2, 1]) {
    expect(await shop.say('session.signIn', { staff: shop.cashier, pin: '0001' })).toMatchObject({
      refusal: { code: 'pin-wrong', params: { triesLeft } },
    });
  }
  expect(await shop.say('session.signIn', { staff: shop.cashier, pin: '0001' })).toMatchObject({
    refusal: { code: 'pin-locked', params: { seconds: 30 } },
  });
  expect(refusalOf(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }))).toBe(
    'pin-locked',
  );
});

test('a hundred guesses at once count as many, not as one', async () => {
  const guesses = Array.from({ length: 20 }, (_, index) =>
    shop.say('session.signIn', { staff: shop.cashier, pin: String(1000 + index) }),
  );
  const codes = (await Promise.all(guesses)).map(refusalOf);
  expect(codes.filter(code => code === 'pin-wrong')).toHaveLength(4);
  expect(refusalOf(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }))).toBe(
    'pin-locked',
  );
});

test('pulling the plug does not forgive wrong PINs', async () => {
  for (let guess = 0; guess < 5; guess += 1)
    await shop.say('session.signIn', { staff: shop.cashier, pin: '0001' });
  await shop.stop();
  const again = await openTestTill({ data: shop.data });
  expect(refusalOf(await again.say('session.signIn', { staff: shop.cashier, pin: cashierPin }))).toBe(
    'pin-locked',
  );
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
});

test('locks grow from half a minute to a quarter of an hour and no further', () => {
  expect([0, 4, 5, 6, 7, 9, 10, 1000].map(lockSeconds)).toEqual([0, 0, 30, 60, 120, 480, 900, 900]);
});

test('a cashier gives a discount only with a manager at hand, once, and for exactly what was shown', async () => {
  await asCashier();
  mustBe(await shop.say('selling.scan', { text: shelf[0][0], from: 'keyboard' }));
  const { id: cart } = await shop.see('selling.cart');
  const tenOff = { cart, discount: { kind: 'share', permilleOff: 100 } } as const;
  const refused = await shop.say('selling.discountTicket', tenOff);
  expect(refusalOf(refused)).toBe('needs-approval');
  const { subject } = (refused as { refusal: { params: { subject: string } } }).refusal.params;
  const { approval, by } = mustBe(
    await shop.say('session.approve', {
      staff: shop.owner,
      pin: ownerPin,
      word: 'selling.discountTicket',
      subject,
    }),
  );
  expect(by).toBe('王店长');
  const more = { cart, discount: { kind: 'share', permilleOff: 900 } } as const;
  expect(refusalOf(await shop.say('selling.discountTicket', more, { approval }))).toBe('approval-not-valid');
  const again = mustBe(
    await shop.say('session.approve', {
      staff: shop.owner,
      pin: ownerPin,
      word: 'selling.discountTicket',
      subject,
    }),
  );
  mustBe(await shop.say('selling.discountTicket', tenOff, { approval: again.approval }));
  expect(refusalOf(await shop.say('selling.discountTicket', tenOff, { approval: again.approval }))).toBe(
    'approval-not-valid',
  );
  expect((await shop.see('selling.cart')).priced.ticketDiscount).toBe(25);
});

test('a cashier cannot allow what a cashier may not do, and some things nobody allows for another', async () => {
  await asCashier();
  expect(
    refusalOf(
      await shop.say('session.approve', {
        staff: shop.cashier,
        pin: cashierPin,
        word: 'selling.discountTicket',
        subject: 'x',
      }),
    ),
  ).toBe('not-allowed');
  expect(refusalOf(await shop.say('setup.addStaff', { name: '赵', role: 'owner', pin: '7391' }))).toBe(
    'not-allowed',
  );
});

test('the command line manages the shop but never sells', async () => {
  const caller = { kind: 'command-line', name: 'root' } as const;
  expect(refusalOf(await shop.say('selling.scan', { text: shelf[0][0], from: 'keyboard' }, { caller }))).toBe(
    'not-allowed',
  );
  expect((await shop.ask('syncing.verify', {}, caller)).ok).toBe(true);
});
