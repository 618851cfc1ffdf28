import { codeMaker, type TestChannel, testChannel } from './channel.ts';
import { type ManualEnv, manualEnv, whileTimePasses } from './manual-env.ts';
import { mustBe, neverLock, openShop, shelf } from './till.ts';

/** A shop with a scripted channel, on a clock that the test moves, and the steps of a cashier who takes codes. */
export async function openPaymentCounter() {
  const env: ManualEnv = manualEnv();
  const channel: TestChannel = testChannel();
  const shop = await whileTimePasses(env, openShop({ env, channels: { kinds: [channel.kind] } }));
  await neverLock(shop);
  const values = { merchant: 'M1', secret: 'canary-secret-9157' };
  mustBe(await shop.say('paying.configureChannel', { channel: 'test', values }));
  const newCode = codeMaker();
  const scan = async (text: string) => mustBe(await shop.say('selling.scan', { text, from: 'keyboard' }));
  return {
    shop,
    env,
    channel,
    newCode,
    ring: (code: string = shelf[0][0]) => scan(code),
    freeze: async () => {
      const cart = await shop.see('selling.cart');
      return mustBe(await shop.say('paying.freeze', { cart: cart.id, due: cart.priced.due })).intent;
    },
    scanCode: (code = newCode()) => scan(code),
    state: () => shop.see('paying.state'),
  };
}
