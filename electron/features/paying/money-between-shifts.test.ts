import { expect, test } from 'vitest';
import { codeMaker, testChannel } from '../../../test/doubles/channel.ts';
import { manualEnv, whileTimePasses } from '../../../test/doubles/manual-env.ts';
import { closeShift, mustBe, openShop, shelf, throwAway } from '../../../test/doubles/till.ts';

test('a parked cart that is paid while no shift is open becomes a sale of the next shift', async () => {
  const env = manualEnv();
  const channel = testChannel();
  const shop = await whileTimePasses(env, openShop({ env, channels: { kinds: [channel.kind] } }));
  try {
    const values = { merchant: 'M1', secret: 'S-secret' };
    mustBe(await shop.say('paying.configureChannel', { channel: 'test', values }));
    channel.says('submit', { kind: 'pending' });
    channel.says('query', { kind: 'pending' });
    mustBe(await shop.say('selling.scan', { text: shelf[0][0], from: 'keyboard' }));
    const cart = await shop.see('selling.cart');
    const { intent } = mustBe(await shop.say('paying.freeze', { cart: cart.id, due: cart.priced.due }));
    mustBe(await shop.say('selling.scan', { text: codeMaker()(), from: 'keyboard' }));
    await env.pass(1_000);
    mustBe(await shop.say('paying.park', { intent }));
    await closeShift(shop, 20_000);

    channel.says('query', 'paid');
    await env.pass(10_000);
    expect(mustBe(await shop.ask('selling.lastSales', { limit: 9 }))).toEqual([]);
    const shift = mustBe(await shop.say('shifts.open', { float: 20_000 }));
    expect(mustBe(await shop.ask('selling.lastSales', { limit: 9 }))).toMatchObject([
      { total: 250, shift: shift.id, tenders: [{ kind: 'code', amount: 250 }] },
    ]);
    expect((await shop.see('paying.state')).parked).toEqual([]);
  } finally {
    await shop.stop();
    throwAway(shop);
  }
});
