import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AheadEnv, aheadEnv } from '../../../test/doubles/ahead-env.ts';
import { factsOf } from '../../../test/doubles/journal.ts';
import { mustBe, openShop, ownerPin, shelf, throwAway } from '../../../test/doubles/till.ts';

const minuteMs = 60_000;
let env: AheadEnv;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  env = aheadEnv(() => {});
  shop = await openShop({ env });
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const isThere = async () => (await shop.see('session.current')).staff !== null;
const ring = async () => mustBe(await shop.say('selling.scan', { text: shelf[0][0], from: 'keyboard' }));

test('a till that was left alone for ten minutes asks who is there, and the cart waits', async () => {
  await ring();
  env.pass(9 * minuteMs);
  expect(await isThere()).toBe(true);
  await ring();
  env.pass(9 * minuteMs);
  env.pass(minuteMs / 2);
  expect(await isThere()).toBe(true);
  env.pass(minuteMs);
  expect(await isThere()).toBe(false);
  expect(factsOf(shop.data, 'signed-out').at(-1)).toMatchObject({
    actor: 'system',
    body: { staff: shop.owner, why: 'idle' },
  });
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  expect((await shop.see('selling.cart')).priced.due).toBe(500);
});

test('while an amount is frozen nobody is sent away; when it is given up, the till locks after all', async () => {
  await ring();
  const { id: cart, priced } = await shop.see('selling.cart');
  const { intent } = mustBe(await shop.say('paying.freeze', { cart, due: priced.due }));
  for (let minutes = 0; minutes < 30; minutes += 1) env.pass(minuteMs);
  expect(await isThere()).toBe(true);
  mustBe(await shop.say('paying.unfreeze', { intent }));
  for (let minutes = 0; minutes < 11; minutes += 1) env.pass(minuteMs);
  expect(await isThere()).toBe(false);
});

test('a shop that wants no lock has none, and another patience holds from the moment it is set', async () => {
  const patience = async (value: number) =>
    mustBe(await shop.say('setup.change', { setting: 'auto-lock-minutes', value }));
  await patience(0);
  env.pass(24 * 60 * minuteMs);
  expect(await isThere()).toBe(true);
  await patience(2);
  env.pass(3 * minuteMs);
  expect(await isThere()).toBe(false);
});
