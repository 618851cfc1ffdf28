import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPaymentCounter } from '../../../test/doubles/payment-counter.ts';
import { mustBe, refusalOf, throwAway } from '../../../test/doubles/till.ts';

let here: Awaited<ReturnType<typeof openPaymentCounter>>;
beforeEach(async () => {
  here = await openPaymentCounter();
  mustBe(await here.shop.say('setup.change', { setting: 'cash-rounding', value: 'down-yuan' }));
});
afterEach(async () => {
  await here.shop.stop();
  throwAway(here.shop);
});

const lastSale = async () => mustBe(await here.shop.ask('selling.lastSales', { limit: 1 }))[0]!;

describe('抹零', () => {
  test('is taken off what is paid in cash, and stands in the sale as what it is', async () => {
    const { shop, ring } = here;
    await ring();
    const cart = await shop.see('selling.cart');
    expect([cart.priced.due, cart.cashDue]).toEqual([250, 200]);
    const paid = await shop.say('paying.cash', { cart: cart.id, due: 200, given: 500 });
    expect(mustBe(paid)).toMatchObject({ total: 200, change: 300 });
    expect(await lastSale()).toMatchObject({ rounding: -50, total: 200, tenders: [{ amount: 200 }] });
  });

  test('stands on the customer’s screen beside the sum that a code pays', async () => {
    const { shop, ring, freeze } = here;
    await ring();
    await freeze();
    expect(await shop.see('paying.display')).toMatchObject({ asking: 250, remaining: 250, cashDue: 200 });
  });

  test('is no other sum than the one on the screen: what is owed unrounded is not taken', async () => {
    const { shop, ring } = here;
    await ring();
    const { id } = await shop.see('selling.cart');
    expect(refusalOf(await shop.say('paying.cash', { cart: id, due: 250, given: 250 }))).toBe('cart-changed');
  });

  test('is not for customers’ codes, and of a split sale only for the part in cash', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = here;
    channel.says('submit', 'paid');
    await ring();
    const intent = await freeze();
    mustBe(await shop.say('paying.ask', { intent, amount: 100 }));
    await scanCode();
    await env.pass(10);
    expect((await state()).intent).toMatchObject({ due: 250, remaining: 150, cashDue: 100 });
    const { cart } = (await state()).intent!;
    mustBe(await shop.say('paying.cash', { cart, due: 100, given: 100 }));
    expect(await lastSale()).toMatchObject({ rounding: -50, total: 200 });
  });

  test('a part in cash that coins can’t pay is told anew before it is taken', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = here;
    channel.says('submit', 'paid');
    await ring();
    const intent = await freeze();
    mustBe(await shop.say('paying.ask', { intent, amount: 100, restInCash: true }));
    await scanCode();
    await env.pass(10);
    expect((await state()).intent).toMatchObject({ remaining: 150, cashDue: 100, restInCash: false });
  });

  test('a code for all of it pays all of it', async () => {
    const { env, channel, ring, freeze, scanCode } = here;
    channel.says('submit', 'paid');
    await ring();
    await freeze();
    await scanCode();
    await env.pass(10);
    expect(await lastSale()).toMatchObject({ rounding: 0, total: 250 });
  });

  test('a shop in China can’t be set to charge more than the tag says', async () => {
    const change = await here.shop.say('setup.change', { setting: 'cash-rounding', value: 'nearest-10' });
    expect(refusalOf(change)).toBe('bad-input');
  });
});
