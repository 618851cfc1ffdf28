import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPaymentCounter } from '../../../test/doubles/payment-counter.ts';
import { closeShift, mustBe, refusalOf, sell, shelf, throwAway } from '../../../test/doubles/till.ts';

let here: Awaited<ReturnType<typeof openPaymentCounter>>;
beforeEach(async () => {
  here = await openPaymentCounter();
});
afterEach(async () => {
  await here.shop.stop();
  throwAway(here.shop);
});

const [[cola], [water]] = shelf;
const colaPrice = 250;
const waterPrice = 200;
const cart = () => here.shop.see('selling.cart');
/** Brings the first `count` pieces of the first line of a sale back for other goods. */
const exchange = (sale: number, total: number, count = 1, line = 1) =>
  here.shop.say('refunding.exchange', {
    sale,
    total,
    picks: [{ line, quantity: count * 1000, goods: 'stock' }],
    reason: '换货',
  });
const changedMind = (refund: number) => here.shop.say('refunding.returnExchange', { refund });
async function payCash() {
  const { id, cashDue } = await cart();
  return here.shop.say('paying.cash', { cart: id, due: cashDue, given: cashDue });
}
const report = async () => {
  const shift = (await here.shop.see('shifts.current'))!.id;
  return mustBe(await here.shop.ask('shifts.report', { shift }));
};
async function expected() {
  const shift = (await here.shop.see('shifts.current'))!.id;
  const rows = mustBe(await here.shop.ask('shifts.cash', { shift }));
  const signs: Record<string, number> = { float: 1, sale: 1, change: -1, refund: -1 };
  return rows.reduce((all, { move, amount }) => all + (signs[move] ?? 0) * amount, 0);
}
async function sellByCode(...codes: string[]) {
  here.channel.says('submit', 'paid');
  for (const code of codes) await here.ring(code);
  await here.freeze();
  await here.scanCode();
  await here.env.pass(10);
}
const left = async (sale: string) =>
  mustBe(await here.shop.ask('refunding.sale', { text: sale })).tenders.map(each => each.left);

test('dearer goods: the credit is taken first, and only the difference is paid', async () => {
  await sell(here.shop, [water]);
  expect(mustBe(await exchange(1, waterPrice)).back).toMatchObject([
    { kind: 'exchange', amount: waterPrice },
  ]);
  expect(await expected()).toBe(20_000 + waterPrice);
  await here.ring(cola);
  expect(await cart()).toMatchObject({
    credit: { refund: 1, receipt: '1-R000001', amount: waterPrice },
    cashDue: 50,
  });
  const paid = mustBe(await payCash());
  expect(paid.tenders).toMatchObject([
    { kind: 'exchange', amount: waterPrice },
    { kind: 'cash', amount: 50 },
  ]);
  expect(await expected()).toBe(20_000 + colaPrice);
  expect((await cart()).credit).toBeNull();
});

test('dearer goods: a customer’s code is charged the difference', async () => {
  await sell(here.shop, [water]);
  mustBe(await exchange(1, waterPrice));
  await here.ring(cola);
  await here.freeze();
  expect((await here.state()).intent).toMatchObject({ due: colaPrice, remaining: 50, asking: 50 });
  here.channel.says('submit', 'paid');
  await here.scanCode();
  await here.env.pass(10);
  const { finished } = await cart();
  expect(finished?.tenders.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['exchange', waterPrice],
    ['code', 50],
  ]);
});

test('cheaper goods: freezing settles them, and the rest goes back to the wallet it came from', async () => {
  await sellByCode(cola);
  mustBe(await exchange(1, colaPrice));
  expect(await left('1')).toEqual([0]);
  here.channel.says('refund', 'refunded');
  await here.ring(water);
  await here.freeze();
  const { finished, credit } = await cart();
  expect(finished).toMatchObject({ total: waterPrice, rest: [{ kind: 'code', amount: 50 }] });
  expect(credit).toBeNull();
  await here.env.pass(1_000);
  expect(here.channel.asked.filter(each => each.verb === 'refund')).toHaveLength(1);
  expect(await left('1')).toEqual([0]);
});

test('changed mind: all of it goes back as it came, once', async () => {
  await sell(here.shop, [cola]);
  mustBe(await exchange(1, colaPrice));
  expect(mustBe(await changedMind(1)).back).toMatchObject([{ kind: 'cash', amount: colaPrice }]);
  expect(await expected()).toBe(20_000);
  expect((await cart()).credit).toBeNull();
  expect(refusalOf(await changedMind(1))).toBe('no-exchange');
  expect(await left('1')).toEqual([0]);
});

test('a wallet’s money that pays for other goods can’t be sent back from the desk', async () => {
  await sellByCode(cola);
  const { sale } = mustBe(await here.shop.ask('refunding.sale', { text: '1' }));
  const [tender] = sale.tenders;
  if (tender?.kind !== 'code') throw new Error('no code paid for it');
  mustBe(await exchange(1, colaPrice));
  const again = await here.shop.say('paying.refund', { attempt: tender.attempt, amount: 1, reason: '多收' });
  expect(refusalOf(again)).toBe('refund-too-large');
});

test('goods that were exchanged for come back: their money goes to the wallet of the first sale', async () => {
  await sellByCode(cola);
  mustBe(await exchange(1, colaPrice));
  await here.ring(cola);
  await here.freeze();
  expect(await left('2')).toEqual([colaPrice]);
  here.channel.says('refund', 'refunded');
  const picks = [{ line: 1, quantity: 1000, goods: 'stock' as const }];
  const done = await here.shop.say('refunding.refund', { sale: 2, total: colaPrice, picks, reason: '退' });
  expect(mustBe(done).back).toMatchObject([{ kind: 'code', amount: colaPrice }]);
  expect(await left('2')).toEqual([0]);
});

test('no second exchange, no hold and no close of the shift while one is open', async () => {
  await sell(here.shop, [cola, cola]);
  mustBe(await exchange(1, colaPrice));
  expect(refusalOf(await exchange(1, colaPrice))).toBe('exchange-open');
  const shift = (await here.shop.see('shifts.current'))!.id;
  expect(refusalOf(await here.shop.say('shifts.count', { shift, counted: 20_500 }))).toBe('exchange-open');
  await here.ring(cola);
  expect(refusalOf(await here.shop.say('selling.hold', { cart: (await cart()).id }))).toBe('exchange-open');
  await here.freeze();
  await closeShift(here.shop, 20_500);
});

test('a frozen cart can go back to its goods, and keeps the credit while it is parked', async () => {
  await sell(here.shop, [water]);
  mustBe(await exchange(1, waterPrice));
  await here.ring(cola);
  const first = await here.freeze();
  expect(refusalOf(await changedMind(1))).toBe('exchange-in-use');
  mustBe(await here.shop.say('paying.unfreeze', { intent: first }));
  expect((await cart()).credit).toMatchObject({ amount: waterPrice });
  const intent = await here.freeze();
  mustBe(await here.shop.say('paying.park', { intent }));
  expect((await cart()).credit).toBeNull();
  await here.ring(water);
  expect(mustBe(await payCash()).tenders).toMatchObject([{ kind: 'cash', amount: waterPrice }]);
  mustBe(await here.shop.say('paying.bringBack', { intent }));
  const view = (await here.state()).intent!;
  expect(view.remaining).toBe(50);
  mustBe(await here.shop.say('paying.cash', { cart: view.cart, due: view.cashDue, given: view.cashDue }));
});

test('the report of the shift gives a row of its own to the exchange, and it ends in balance', async () => {
  await sell(here.shop, [cola]);
  mustBe(await exchange(1, colaPrice));
  await here.ring(water);
  mustBe(await payCash());
  const { tenders } = (await report()).tally;
  expect(tenders.find(each => each.kind === 'exchange')).toMatchObject({
    taken: { count: 1, amount: waterPrice },
    back: { count: 1, amount: waterPrice },
  });
  expect(tenders.find(each => each.kind === 'cash')).toMatchObject({ back: { count: 1, amount: 50 } });
  const asking = here.shop.ask('reports.today', {});
  await here.env.pass(1_000);
  const day = mustBe(await asking);
  expect(Object.fromEntries(day.tenders.map(({ tender, amount }) => [tender, amount]))).toMatchObject({
    cash: waterPrice,
    exchange: 0,
  });
});

test('the cash that is expected is the cash that moved by hand, and verify finds every table as it is', async () => {
  const step = fc.record({
    first: fc.array(fc.constantFrom(cola, water), { minLength: 1, maxLength: 3 }),
    next: fc.array(fc.constantFrom(cola, water), { maxLength: 3 }),
  });
  let sale = 0;
  let refund = 0;
  let drawer = 20_000;
  const worth = (codes: readonly string[]) =>
    codes.reduce((all, code) => all + (code === cola ? colaPrice : waterPrice), 0);
  await fc.assert(
    fc.asyncProperty(step, async ({ first, next }) => {
      await sell(here.shop, first);
      sale += 1;
      const { sale: sold } = mustBe(
        await here.shop.ask('refunding.sale', { text: String(sale).padStart(6, '0') }),
      );
      const picks = sold.lines.map(({ id, quantity }) => ({ line: id, quantity, goods: 'stock' as const }));
      mustBe(await here.shop.say('refunding.exchange', { sale, total: sold.total, picks, reason: '换货' }));
      refund += 1;
      for (const code of next) await here.ring(code);
      if (next.length === 0) mustBe(await changedMind(refund));
      else {
        mustBe(await payCash());
        sale += 1;
      }
      drawer += worth(next);
      expect(await expected()).toBe(drawer);
    }),
    { numRuns: 15 },
  );
  const [cash] = (await report()).tally.tenders.filter(each => each.kind === 'cash');
  expect((await report()).expected).toBe(drawer);
  expect(20_000 + cash!.taken.amount - cash!.back.amount).toBe(drawer);
  const checking = here.shop.ask('syncing.verify', {});
  await here.env.pass(1_000);
  const { verified, projections } = mustBe(await checking);
  expect(verified).toBe(true);
  for (const table of ['refunds', 'exchange_credit', 'exchange_returns', 'shifts'])
    expect(projections).toContainEqual({ table, same: true });
  await closeShift(here.shop, drawer);
});
