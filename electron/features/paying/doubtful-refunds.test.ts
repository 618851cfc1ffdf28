import { expect, test } from 'vitest';
import { codeMaker, testChannel } from '../../../test/doubles/channel.ts';
import { manualEnv, whileTimePasses } from '../../../test/doubles/manual-env.ts';
import { mustBe, neverLock, openShop, shelf, throwAway } from '../../../test/doubles/till.ts';

test('a refund nobody can say anything about is before a person, while the till goes on asking', async () => {
  const env = manualEnv();
  const channel = testChannel();
  const shop = await whileTimePasses(env, openShop({ env, channels: { kinds: [channel.kind] } }));
  try {
    await neverLock(shop);
    const values = { merchant: 'M1', secret: 'S-secret' };
    mustBe(await shop.say('paying.configureChannel', { channel: 'test', values }));
    channel.says('submit', 'paid');
    mustBe(await shop.say('selling.scan', { text: shelf[0][0], from: 'keyboard' }));
    const cart = await shop.see('selling.cart');
    mustBe(await shop.say('paying.freeze', { cart: cart.id, due: cart.priced.due }));
    mustBe(await shop.say('selling.scan', { text: codeMaker()(), from: 'keyboard' }));
    await env.pass(10);
    const [sale] = mustBe(await shop.ask('selling.lastSales', { limit: 1 }));
    const attempt = sale!.tenders[0]!.id;

    channel.says('refund', { kind: 'unknown', why: 'provider-trouble' });
    channel.says('queryRefund', { kind: 'unknown', why: 'provider-trouble' });
    mustBe(await shop.say('paying.refund', { attempt, amount: 250, reason: '退货' }));
    await env.pass(600_000);
    expect(await shop.see('paying.desk')).toMatchObject([
      { reason: 'refund-unknown', amount: 250, receipt: sale!.receipt, tillDoes: 'asks', acts: [] },
    ]);
    expect((await shop.see('paying.state')).onDesk).toBe(1);

    channel.says('queryRefund', 'refunded');
    await env.pass(60_000);
    expect(await shop.see('paying.desk')).toEqual([]);
  } finally {
    await shop.stop();
    throwAway(shop);
  }
});
