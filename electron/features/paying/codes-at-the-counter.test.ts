import { afterEach, describe, expect, test } from 'vitest';
import type { LabelRule } from '../../../shared/domain/labels/rule.ts';
import { testChannel } from '../../../test/doubles/channel.ts';
import { printLabel } from '../../../test/doubles/labels.ts';
import { manualEnv, whileTimePasses } from '../../../test/doubles/manual-env.ts';
import { openPaymentCounter } from '../../../test/doubles/payment-counter.ts';
import {
  fillShelf,
  mustBe,
  openTestTill,
  refusalOf,
  shelf,
  type TestTill,
  throwAway,
} from '../../../test/doubles/till.ts';

const opened: TestTill[] = [];
afterEach(async () => {
  for (const till of opened.splice(0)) {
    await till.stop();
    throwAway(till);
  }
});

async function counter() {
  const here = await openPaymentCounter();
  opened.push(here.shop);
  return here;
}

describe('a customer pays with a code', () => {
  test('one key and one scan: frozen, charged, a receipt with the order number', async () => {
    const { shop, env, channel, ring, freeze, scanCode, newCode } = await counter();
    channel.says('submit', 'paid');
    await ring();
    await freeze();
    expect((await shop.see('selling.cart')).mode).toBe('paying');
    const code = newCode();
    expect(await scanCode(code)).toMatchObject({ outcome: 'code-taken', amount: 250 });
    await env.pass(10);
    const cart = await shop.see('selling.cart');
    expect([cart.mode, cart.finished]).toMatchObject(['change', { total: 250, change: 0 }]);
    const [sale] = mustBe(await shop.ask('selling.lastSales', { limit: 1 }));
    expect(sale!.tenders).toMatchObject([{ kind: 'code', wallet: 'wechat', amount: 250, channel: 'test' }]);
    expect(channel.asked).toEqual([
      { verb: 'submit', number: (sale!.tenders[0] as { order: string }).order, code },
    ]);
  });

  test('a code read among goods is taken by the one key that freezes the amount', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    channel.says('submit', 'paid');
    await ring();
    expect(await scanCode()).toEqual({ outcome: 'payment-code', wallet: 'wechat' });
    expect((await state()).offered).toMatchObject({ wallet: 'wechat' });
    await env.pass(100);
    expect(channel.asked).toEqual([]);
    await freeze();
    await env.pass(10);
    expect((await shop.see('selling.cart')).mode).toBe('change');
  });

  test('where the shop wants it so, a code among goods is charged without a key', async () => {
    const { shop, env, channel, ring, scanCode } = await counter();
    mustBe(await shop.say('setup.change', { setting: 'zero-key', value: true }));
    channel.says('submit', 'paid');
    await ring();
    expect(await scanCode()).toMatchObject({ outcome: 'code-taken', amount: 250 });
    await env.pass(10);
    expect((await shop.see('selling.cart')).mode).toBe('change');
  });

  test('a code is charged only for the cart and the sum it was offered for', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    await ring();
    await scanCode();
    await ring();
    expect((await state()).offered).toBeNull();
    const intent = await freeze();
    await env.pass(100);
    expect(channel.asked).toEqual([]);
    mustBe(await shop.say('paying.unfreeze', { intent }));
    await scanCode();
    const { id: cart } = await shop.see('selling.cart');
    mustBe(await shop.say('selling.hold', { cart }));
    await ring();
    await freeze();
    await env.pass(100);
    expect(channel.asked).toEqual([]);
  });

  test('a code that the cashier does not want is forgotten at once', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    await ring();
    await scanCode();
    mustBe(await shop.say('paying.forgetCode', {}));
    expect((await state()).offered).toBeNull();
    await freeze();
    await env.pass(100);
    expect(channel.asked).toEqual([]);
  });

  test('an offered code is forgotten after 45 s and never sent', async () => {
    const { env, channel, ring, freeze, scanCode } = await counter();
    await ring();
    await scanCode();
    await env.pass(46_000);
    await freeze();
    await env.pass(100);
    expect(channel.asked).toEqual([]);
  });

  test('while the amount is frozen the goods stay as they are, and a barcode is no payment', async () => {
    const { shop, ring, freeze } = await counter();
    await ring();
    await freeze();
    expect(await ring()).toEqual({ outcome: 'not-a-code' });
    const cart = await shop.see('selling.cart');
    const line = cart.priced.lines[0]!.id;
    expect(refusalOf(await shop.say('selling.removeLine', { cart: cart.id, line }))).toBe('cart-frozen');
    expect(refusalOf(await shop.say('selling.voidCart', { cart: cart.id }))).toBe('cart-frozen');
    expect(refusalOf(await shop.say('selling.hold', { cart: cart.id }))).toBe('cart-frozen');
  });

  test('code first, cash last: the parts make the sum', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    channel.says('submit', 'paid');
    await ring();
    const intent = await freeze();
    mustBe(await shop.say('paying.ask', { intent, amount: 100 }));
    await scanCode();
    await env.pass(10);
    const view = (await state()).intent!;
    expect([view.remaining, view.asking, view.tenders.length]).toEqual([150, 150, 1]);
    expect(refusalOf(await shop.say('paying.unfreeze', { intent }))).toBe('part-settled');
    mustBe(await shop.say('paying.cash', { cart: view.cart, due: 150, given: 200 }));
    const [sale] = mustBe(await shop.ask('selling.lastSales', { limit: 1 }));
    expect(sale!.tenders.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['code', 100],
      ['cash', 150],
    ]);
    expect(sale!.change).toBe(50);
  });

  test('a part put down in cash is taken as soon as the code has paid the rest, and not before', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    channel.says('submit', { kind: 'declined', reason: 'funds', said: '' }, 'paid');
    await ring();
    const intent = await freeze();
    mustBe(await shop.say('paying.ask', { intent, amount: 150, restInCash: true }));
    await scanCode();
    await env.pass(10);
    expect((await state()).intent).toMatchObject({ remaining: 250, asking: 150, restInCash: true });
    await scanCode();
    await env.pass(10);
    expect((await shop.see('selling.cart')).mode).toBe('change');
    const [sale] = mustBe(await shop.ask('selling.lastSales', { limit: 1 }));
    expect(sale!.tenders).toMatchObject([
      { kind: 'code', amount: 150 },
      { kind: 'cash', amount: 100, given: 100, change: 0 },
    ]);
  });

  test('cash that was put down goes along with a customer who is parked, and is asked for again', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    channel.says('submit', { kind: 'pending' });
    channel.says('query', 'paid');
    await ring();
    const intent = await freeze();
    mustBe(await shop.say('paying.ask', { intent, amount: 150, restInCash: true }));
    await scanCode();
    mustBe(await shop.say('paying.park', { intent }));
    await env.pass(10_000);
    mustBe(await shop.say('paying.bringBack', { intent }));
    expect((await state()).intent).toMatchObject({ remaining: 100, asking: 100, restInCash: false });
  });
});

describe('a code that could also be a label of the shop', () => {
  const rule = {
    pattern: '26WWWWWEEEEENNNNNC',
    amountFactor: 1,
    weightUnit: 'g',
    keepZeros: true,
  } as const satisfies LabelRule;
  const label = printLabel(rule, { item: 12, amount: 1321, weight: 512 });

  async function freshCounter() {
    const here = await counter();
    const { shop } = here;
    mustBe(await shop.say('setup.change', { setting: 'label-rules', value: [rule] }));
    await whileTimePasses(here.env, fillShelf(shop, [...shelf, ['00012', '五花肉', 2580]]));
    await here.ring();
    return here;
  }

  test('is goods while goods are scanned', async () => {
    const { shop, scanCode, state } = await freshCounter();
    expect(await scanCode(label)).toMatchObject({ outcome: 'added', name: '五花肉' });
    expect((await state()).offered).toBeNull();
    expect((await shop.see('selling.cart')).priced.due).toBe(250 + 1321);
  });

  test('is asked about once an amount is frozen, and charged only when somebody says it is a code', async () => {
    const { shop, env, channel, freeze, scanCode } = await freshCounter();
    channel.says('submit', 'paid');
    await freeze();
    expect(await scanCode(label)).toMatchObject({ outcome: 'code-or-label', name: '五花肉' });
    await env.pass(10);
    expect(channel.asked).toEqual([]);
    expect(JSON.stringify(await shop.see('selling.moments'))).not.toContain(label.slice(0, 8));
    expect(mustBe(await shop.say('selling.takeAsCode', {}))).toMatchObject({ outcome: 'code-taken' });
    await env.pass(10);
    expect(channel.asked).toMatchObject([{ verb: 'submit', code: label }]);
    expect(refusalOf(await shop.say('selling.takeAsCode', {}))).toBe('no-such-question');
  });

  test('is forgotten after 45 s, with the next scan, and for another amount', async () => {
    const { shop, env, channel, freeze, scanCode } = await freshCounter();
    const intent = await freeze();
    await scanCode(label);
    await env.pass(45_000);
    expect(refusalOf(await shop.say('selling.takeAsCode', {}))).toBe('no-such-question');
    await scanCode(label);
    await scanCode(shelf[0][0]);
    expect(refusalOf(await shop.say('selling.takeAsCode', {}))).toBe('no-such-question');
    await scanCode(label);
    mustBe(await shop.say('paying.unfreeze', { intent }));
    await freeze();
    expect(refusalOf(await shop.say('selling.takeAsCode', {}))).toBe('no-such-question');
    expect(channel.asked).toEqual([]);
  });
});

describe('the result does not come', () => {
  test('no second code and no cash beside a payment that is open', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    channel.says('submit', { kind: 'pending' });
    channel.says('query', { kind: 'pending' });
    await ring();
    await freeze();
    await scanCode();
    await env.pass(10);
    expect(await scanCode()).toMatchObject({ outcome: 'code-refused', why: 'payment-open' });
    const { cart } = (await state()).intent!;
    expect(refusalOf(await shop.say('paying.cash', { cart, due: 250, given: 250 }))).toBe('payment-open');
    expect(channel.asked.filter(({ verb }) => verb === 'submit')).toHaveLength(1);
  });

  test('a lost reply is found out, and the sale completes by itself', async () => {
    const { shop, env, channel, ring, freeze, scanCode } = await counter();
    channel.says('submit', { kind: 'unknown', why: 'timeout' });
    channel.says('query', { kind: 'unknown', why: 'timeout' }, 'paid');
    await ring();
    await freeze();
    await scanCode();
    await env.pass(20_000);
    expect((await shop.see('selling.cart')).mode).toBe('change');
    expect(channel.asked.filter(({ verb }) => verb === 'submit')).toHaveLength(1);
  });

  test('a declined payment says why, and a fresh code is charged under a new number', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    channel.says('submit', { kind: 'declined', reason: 'funds', said: 'NOTENOUGH' }, 'paid');
    await ring();
    await freeze();
    await scanCode();
    await env.pass(10);
    expect((await state()).intent!.attempt!.state).toMatchObject({ name: 'declined', reason: 'funds' });
    await scanCode();
    await env.pass(10);
    expect((await shop.see('selling.cart')).mode).toBe('change');
    expect(new Set(channel.asked.map(({ number }) => number)).size).toBe(2);
  });

  test('stopped, cancelled, and then the cash', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    channel.says('submit', { kind: 'pending' });
    channel.says('query', { kind: 'pending' }, { kind: 'pending' }, { kind: 'cancelled' });
    channel.says('cancel', { kind: 'cancelled' });
    await ring();
    const intent = await freeze();
    await scanCode();
    await env.pass(10);
    mustBe(await shop.say('paying.stop', { intent }));
    await env.pass(30_000);
    const view = (await state()).intent!;
    expect(view.attempt!.state.name).toBe('cancelled');
    mustBe(await shop.say('paying.cash', { cart: view.cart, due: 250, given: 250 }));
    expect((await state()).intent).toBeNull();
  });

  test('money that comes after a stop is taken for the sale by one word, or goes back', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    channel.says('submit', { kind: 'pending' });
    channel.says('query', 'paid');
    await ring();
    const intent = await freeze();
    await scanCode();
    await env.pass(10);
    mustBe(await shop.say('paying.stop', { intent }));
    await env.pass(10);
    const { attempt } = (await state()).intent!;
    expect(attempt!.state.name).toBe('paid-after-stop');
    expect((await state()).onDesk).toBe(1);
    mustBe(await shop.say('paying.accept', { attempt: attempt!.attempt }));
    expect((await shop.see('selling.cart')).mode).toBe('change');
    expect((await state()).onDesk).toBe(0);
  });
});

describe('the queue goes on', () => {
  test('a live payment is parked, the next customer is served, the parked sale completes by itself', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    channel.says('submit', { kind: 'pending' }, 'paid');
    channel.says('query', { kind: 'pending' }, { kind: 'pending' }, 'paid');
    await ring();
    const first = await freeze();
    await scanCode();
    await env.pass(10);
    mustBe(await shop.say('paying.park', { intent: first }));
    expect((await shop.see('selling.cart')).priced.lines).toEqual([]);
    await ring(shelf[1][0]);
    await freeze();
    await scanCode();
    await env.pass(10);
    expect((await shop.see('selling.cart')).finished).toMatchObject({ total: 200 });
    await env.pass(20_000);
    expect((await state()).parked).toEqual([]);
    const sales = mustBe(await shop.ask('selling.lastSales', { limit: 5 }));
    expect(sales.map(({ total }) => total)).toEqual([250, 200]);
    expect((await shop.see('selling.cart')).finished).toMatchObject({ total: 200 });
  });

  test('parked and brought back: the same cart, the same payment', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    channel.says('submit', { kind: 'pending' });
    channel.says('query', { kind: 'pending' });
    await ring();
    const intent = await freeze();
    await scanCode();
    await env.pass(10);
    const before = (await state()).intent!;
    mustBe(await shop.say('paying.park', { intent }));
    await ring(shelf[1][0]);
    mustBe(await shop.say('paying.bringBack', { intent }));
    const after = await state();
    expect(after.intent!.attempt!.attempt).toBe(before.attempt!.attempt);
    expect((await shop.see('selling.cart')).mode).toBe('paying');
    expect((await shop.see('selling.held')).map(({ due }) => due)).toEqual([200]);
  });
});

describe('without network', () => {
  test('a link that blinks at the scan is bridged with the code in memory, and one submit goes out', async () => {
    const { shop, env, channel, ring, freeze, scanCode } = await counter();
    channel.says(
      'submit',
      { kind: 'not-sent', why: 'no-link' },
      { kind: 'not-sent', why: 'no-link' },
      'paid',
    );
    await ring();
    await freeze();
    await scanCode();
    await env.pass(5_000);
    expect((await shop.see('selling.cart')).mode).toBe('change');
  });

  test('a code is refused in plain words while no provider answers, and cash is taken', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = await counter();
    channel.says('submit', { kind: 'not-sent', why: 'no-link' });
    channel.reachable = false;
    await ring();
    await freeze();
    await scanCode();
    await env.pass(50_000);
    const view = await state();
    expect(view.intent!.attempt!.state).toMatchObject({ name: 'not-sent' });
    expect(view.codes).toMatchObject({ can: false, why: 'offline' });
    expect(await scanCode()).toMatchObject({ outcome: 'code-refused', why: 'offline' });
    mustBe(await shop.say('paying.cash', { cart: view.intent!.cart, due: 250, given: 250 }));
  });
});

describe('the till starts again', () => {
  test('a payment that was being sent is looked up; nothing is sent twice', async () => {
    const { shop, env, channel, ring, freeze, scanCode } = await counter();
    channel.says('submit', 'silent');
    await ring();
    await freeze();
    await scanCode();
    await env.pass(1_000);
    await shop.stop();
    const channel2 = testChannel();
    channel2.says('query', 'paid');
    const env2 = manualEnv();
    const again = await openTestTill({
      data: shop.data,
      env: env2,
      channels: { kinds: [channel2.kind] },
    });
    opened.push(again);
    await env2.pass(10_000);
    expect(channel2.asked.map(({ verb }) => verb)).toEqual(['query']);
    mustBe(await again.say('session.signIn', { staff: shop.owner, pin: '8351' }));
    expect(mustBe(await again.ask('selling.lastSales', { limit: 5 }))).toHaveLength(1);
  });
});
