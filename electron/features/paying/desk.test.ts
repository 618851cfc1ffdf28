import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPaymentCounter } from '../../../test/doubles/payment-counter.ts';
import { cashierPin, mustBe, refusalOf, throwAway } from '../../../test/doubles/till.ts';

let here: Awaited<ReturnType<typeof openPaymentCounter>>;
beforeEach(async () => {
  here = await openPaymentCounter();
});
afterEach(async () => {
  await here.shop.stop();
  throwAway(here.shop);
});

const noAnswer = { kind: 'unknown', why: 'timeout' } as const;
const desk = () => here.shop.see('paying.desk');

/** A payment about which nobody can say anything, and the sale settled in cash beside it. */
async function settledWithout() {
  const { shop, env, channel, ring, freeze, scanCode, state } = here;
  channel.says('submit', noAnswer);
  channel.says('query', noAnswer);
  channel.says('cancel', noAnswer);
  await ring();
  const intent = await freeze();
  await scanCode();
  await env.pass(20_000);
  mustBe(await shop.say('paying.goOnWithout', { intent }));
  const { cart } = (await state()).intent!;
  mustBe(await shop.say('paying.cash', { cart, due: 250, given: 250 }));
  await env.pass(300_000);
}

describe('a payment nobody can say anything about', () => {
  test('is on the desk with its reason, its receipt and what the till does about it', async () => {
    await settledWithout();
    expect(await desk()).toMatchObject([
      { reason: 'unknown', amount: 250, receipt: '1-000001', tillDoes: 'asks', pressing: false },
    ]);
    expect((await here.state()).onDesk).toBe(1);
  });

  test('stays on the desk, and grows old there, while the till tries again and again to stop it', async () => {
    await settledWithout();
    here.channel.says('query', { kind: 'pending' });
    here.channel.says('cancel', 'silent');
    mustBe(await here.shop.say('paying.queryNow', { attempt: (await desk())[0]!.attempt!.attempt }));
    await here.env.pass(100);
    const [item] = await desk();
    expect([item!.attempt!.state.name, item!.reason]).toEqual(['cancelling', 'unknown']);
    expect((await here.state()).onDesk).toBe(1);
  });

  test('is pressing after half an hour, and still there after a night', async () => {
    await settledWithout();
    await here.env.pass(31 * 60_000);
    expect((await desk())[0]!.pressing).toBe(true);
    await here.env.pass(12 * 3_600_000);
    expect((await desk())[0]!.reason).toBe('unknown');
  });

  test('a cashier may not go on without it alone; a manager may allow it', async () => {
    const { shop, env, channel, ring, freeze, scanCode } = here;
    channel.says('submit', noAnswer);
    channel.says('query', noAnswer);
    mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
    await ring();
    const intent = await freeze();
    await scanCode();
    await env.pass(15_000);
    expect(refusalOf(await shop.say('paying.goOnWithout', { intent }))).toBe('needs-approval');
  });

  test('money that turns up for it is the customer’s, and goes back by one word', async () => {
    await settledWithout();
    const { shop, env, channel } = here;
    channel.says('query', 'paid');
    channel.says('refund', 'refunded');
    mustBe(await shop.say('paying.queryNow', { attempt: (await desk())[0]!.attempt!.attempt }));
    await env.pass(10);
    const [late] = await desk();
    expect(late).toMatchObject({ reason: 'late', acts: ['refund'] });
    const attempt = late!.attempt!.attempt;
    mustBe(await shop.say('paying.refund', { attempt, amount: 250, reason: '多收' }));
    await env.pass(10);
    expect(await desk()).toEqual([]);
  });

  test('a person who has looked into the provider’s books closes it with a word of why', async () => {
    await settledWithout();
    const attempt = (await desk())[0]!.attempt!.attempt;
    mustBe(await here.shop.say('paying.foundUnpaid', { attempt, note: '商户平台无此单' }));
    expect(await desk()).toEqual([]);
    expect(refusalOf(await here.shop.say('paying.foundUnpaid', { attempt, note: 'again' }))).toBe(
      'payment-moved-on',
    );
  });
});

describe('money on its way back', () => {
  /** A sale of 2.50 by code. */
  async function paid() {
    const { shop, env, channel, ring, freeze, scanCode } = here;
    channel.says('submit', 'paid');
    await ring();
    await freeze();
    await scanCode();
    await env.pass(10);
    const [sale] = mustBe(await shop.ask('selling.lastSales', { limit: 1 }));
    const tender = sale!.tenders[0]!;
    if (tender.kind !== 'code') throw new Error('was not paid by code');
    return tender.attempt;
  }

  test('never more than was paid, in however many parts', async () => {
    const attempt = await paid();
    here.channel.says('refund', 'refunded');
    const refund = (amount: number) => here.shop.say('paying.refund', { attempt, amount, reason: '退货' });
    mustBe(await refund(100));
    await here.env.pass(10);
    expect(refusalOf(await refund(151))).toBe('refund-too-large');
    mustBe(await refund(150));
    expect(refusalOf(await refund(1))).toBe('refund-too-large');
  });

  test('without network it waits and goes out once, under one number', async () => {
    const attempt = await paid();
    const { shop, env, channel } = here;
    channel.says(
      'refund',
      { kind: 'not-sent', why: 'no-link' },
      { kind: 'not-sent', why: 'no-link' },
      'refunded',
    );
    mustBe(await shop.say('paying.refund', { attempt, amount: 250, reason: '退货' }));
    await env.pass(60_000);
    const numbers = channel.asked.filter(({ verb }) => verb === 'refund').map(({ number }) => number);
    expect([numbers.length, new Set(numbers).size]).toEqual([3, 1]);
  });

  test('an empty merchant account is said plainly and waits for the manager', async () => {
    const attempt = await paid();
    const { shop, env, channel } = here;
    channel.says('refund', { kind: 'failed', reason: 'balance', said: 'NOTENOUGH', spent: true }, 'refunded');
    const { refund } = mustBe(await shop.say('paying.refund', { attempt, amount: 250, reason: '退货' }));
    await env.pass(600_000);
    expect(await desk()).toMatchObject([
      { reason: 'refund-failed', acts: ['refund-again'], refund: { state: { reason: 'balance' } } },
    ]);
    mustBe(await shop.say('paying.refundAgain', { refund }));
    await env.pass(10);
    expect(await desk()).toEqual([]);
    expect(
      new Set(channel.asked.filter(({ verb }) => verb === 'refund').map(({ number }) => number)).size,
    ).toBe(2);
  });
});

describe('money that came after a stop', () => {
  test('is either taken for the sale or sent back, never both', async () => {
    const { shop, env, channel, ring, freeze, scanCode, state } = here;
    channel.says('submit', { kind: 'pending' });
    channel.says('query', 'paid');
    channel.says('refund', { kind: 'processing' });
    channel.says('queryRefund', { kind: 'processing' });
    await ring();
    const intent = await freeze();
    await scanCode();
    await env.pass(10);
    mustBe(await shop.say('paying.stop', { intent }));
    await env.pass(10);
    const { attempt } = (await state()).intent!.attempt!;
    expect((await desk())[0]!.acts).toEqual(['accept', 'refund']);
    mustBe(await shop.say('paying.refund', { attempt, amount: 250, reason: '不要了' }));
    expect((await desk())[0]!.acts).toEqual([]);
    expect(refusalOf(await shop.say('paying.accept', { attempt }))).toBe('payment-moved-on');
  });
});

describe('money that goes back in parts', () => {
  test('is not all back while a part of it is still on its way', async () => {
    await settledWithout();
    const { shop, env, channel } = here;
    channel.says('query', 'paid');
    const { attempt } = (await desk())[0]!.attempt!;
    mustBe(await shop.say('paying.queryNow', { attempt }));
    await env.pass(10);
    channel.says('refund', 'refunded', { kind: 'processing' });
    channel.says('queryRefund', { kind: 'processing' });
    mustBe(await shop.say('paying.refund', { attempt, amount: 200, reason: '多收' }));
    mustBe(await shop.say('paying.refund', { attempt, amount: 50, reason: '多收' }));
    await env.pass(10);
    expect(await desk()).toMatchObject([{ reason: 'late', acts: [] }]);
    channel.says('queryRefund', 'refunded');
    await env.pass(60_000);
    expect(await desk()).toEqual([]);
  });
});

describe('the shop’s own code', () => {
  test('settles by the cashier’s word, and is on the desk until somebody has seen it in the books', async () => {
    const { shop, ring, freeze } = here;
    await ring();
    const intent = await freeze();
    mustBe(await shop.say('paying.storeCode', { intent, amount: 250, heard: '音箱播报 2.50' }));
    const [sale] = mustBe(await shop.ask('selling.lastSales', { limit: 1 }));
    expect(sale!.tenders).toMatchObject([{ kind: 'store-code', amount: 250, heard: '音箱播报 2.50' }]);
    const [item] = await desk();
    expect(item).toMatchObject({ reason: 'unverified', receipt: '1-000001', acts: ['verified'] });
    mustBe(await shop.say('paying.verified', { desk: item!.id, note: '对账单第 3 行' }));
    expect(await desk()).toEqual([]);
  });
});

describe('finding a payment (查单)', () => {
  test('by our number or the provider’s, never by its amount', async () => {
    await settledWithout();
    const { order } = (await desk())[0]!;
    const found = { kind: 'ours', receipt: '1-000001' };
    expect(mustBe(await here.shop.ask('paying.find', { number: order }))).toMatchObject(found);
    expect(mustBe(await here.shop.ask('paying.find', { number: `P-${order}` }))).toMatchObject(found);
    expect(mustBe(await here.shop.ask('paying.find', { number: '2.50' }))).toEqual({ kind: 'not-found' });
  });
});

describe('a channel’s settings', () => {
  test('a secret is never shown again, and stays when nothing is typed in its place', async () => {
    const { shop } = here;
    const [view] = await shop.see('paying.channels');
    expect(view).toMatchObject({ configured: true, link: 'online' });
    expect(view!.fields.map(({ key, value }) => [key, value])).toEqual([
      ['merchant', 'M1'],
      ['secret', '9157'],
    ]);
    mustBe(
      await shop.say('paying.configureChannel', { channel: 'test', values: { merchant: 'M2', secret: '' } }),
    );
    const fields = (await shop.see('paying.channels'))[0]!.fields;
    expect(fields.map(({ value }) => value)).toEqual(['M2', '9157']);
  });
});
