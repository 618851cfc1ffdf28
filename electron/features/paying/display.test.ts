import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { minor } from '../../../shared/domain/money.ts';
import type { IntentId } from '../../../shared/domain/payment/payment.ts';
import { openPaymentCounter } from '../../../test/doubles/payment-counter.ts';
import { closeShift, mustBe, shelf, type TestTill, throwAway } from '../../../test/doubles/till.ts';

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
  return { ...here, display: () => here.shop.see('paying.display') };
}
type Counter = Awaited<ReturnType<typeof counter>>;

describe('what the customer is shown', () => {
  test('goods as they are rung up: the newest eight lines, and the count of all', async () => {
    const { shop, ring, display } = await counter();
    expect(await display()).toMatchObject({
      mode: 'idle',
      shop: '惠民便利 · 中山路店',
      lines: [],
      stage: null,
    });
    for (let ringing = 1; ringing <= 11; ringing += 1) {
      await ring();
      const { id: cart, current } = await shop.see('selling.cart');
      // A line with a discount takes no further goods in, so the next ones begin their own.
      const discount = { kind: 'amount', off: minor(ringing) } as const;
      mustBe(await shop.say('selling.discountLine', { cart, line: current!, discount }));
    }
    const view = await display();
    expect(view).toMatchObject({ mode: 'ringing', lineCount: 11, pieces: 11, discount: 66, due: 2750 - 66 });
    expect(view.lines.map(({ amount }) => amount)).toEqual([246, 245, 244, 243, 242, 241, 240, 239]);
    expect(view.lines.at(-1)).toMatchObject({ name: shelf[0][1], quantity: 1000, unit: 'piece' });
  });

  test('the amount, what to do on the phone, and that it is paid', async () => {
    const { env, channel, ring, freeze, scanCode, display } = await counter();
    channel.says('submit', { kind: 'pending' });
    channel.says('query', { kind: 'pending' }, 'paid');
    await ring();
    await freeze();
    expect(await display()).toMatchObject({ mode: 'frozen', stage: 'show-code', due: 250, asking: 250 });
    await scanCode();
    await env.pass(10);
    expect(await display()).toMatchObject({ mode: 'waiting', stage: 'on-phone' });
    await env.pass(20_000);
    expect(await display()).toMatchObject({ mode: 'paid', stage: 'paid', due: 250, change: 0, lines: [] });
  });

  test('a payment in doubt says not to pay again; a decline says only that another way is wanted', async () => {
    const { env, channel, ring, freeze, scanCode, display } = await counter();
    channel.says('submit', { kind: 'unknown', why: 'timeout' });
    channel.says(
      'query',
      { kind: 'unknown', why: 'timeout' },
      { kind: 'declined', reason: 'funds', said: 'NO' },
    );
    await ring();
    await freeze();
    await scanCode();
    await env.pass(10);
    expect(await display()).toMatchObject({ mode: 'waiting', stage: 'confirming' });
    await env.pass(30_000);
    expect(await display()).toMatchObject({ mode: 'frozen', stage: 'another-way' });
  });

  test('a part that is paid, then the rest in cash with its change, then the next customer', async () => {
    const { shop, env, channel, ring, freeze, scanCode, display } = await counter();
    channel.says('submit', 'paid');
    await ring();
    const intent = await freeze();
    mustBe(await shop.say('paying.ask', { intent, amount: 100 }));
    expect(await display()).toMatchObject({ due: 250, remaining: 250, asking: 100 });
    await scanCode();
    await env.pass(10);
    const rest = { mode: 'frozen', stage: 'show-code', due: 250, remaining: 150, asking: 150 };
    expect(await display()).toMatchObject(rest);
    const { id: cart } = await shop.see('selling.cart');
    mustBe(await shop.say('paying.cash', { cart, due: 150, given: 200 }));
    expect(await display()).toMatchObject({ mode: 'paid', due: 250, change: 50 });
    mustBe(await shop.say('selling.nextCustomer', {}));
    expect((await display()).mode).toBe('idle');
  });

  test('asks for no code that could not be taken, and stays calm while the till is closed or nobody is there', async () => {
    const { shop, ring, freeze, display } = await counter();
    mustBe(await shop.say('paying.removeChannel', { channel: 'test' }));
    await ring();
    await freeze();
    expect(await display()).toMatchObject({ mode: 'frozen', stage: 'pay-at-counter', asking: 250 });
    const { id: cart } = await shop.see('selling.cart');
    mustBe(await shop.say('paying.cash', { cart, due: 250, given: 250 }));
    mustBe(await shop.say('selling.nextCustomer', {}));
    mustBe(await shop.say('session.signOut', {}));
    expect((await display()).mode).toBe('idle');
    mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: '8351' }));
    await closeShift(shop, 20_250);
    expect((await display()).mode).toBe('closed');
  });
});

const answers = [
  'paid',
  { kind: 'pending' },
  { kind: 'cancelled' },
  { kind: 'not-found' },
  { kind: 'unknown', why: 'timeout' },
  { kind: 'not-sent', why: 'no-link' },
  { kind: 'declined', reason: 'risk', said: 'RISK said by the provider' },
] as const;
type Step = (here: Counter) => Promise<unknown>;

/** What can happen at a counter; a step that makes no sense now is refused, and that is fine. */
const steps: Readonly<Record<string, Step>> = {
  rings: ({ ring }) => ring(),
  freezes: ({ freeze }) => freeze(),
  'shows a code': ({ scanCode }) => scanCode(),
  'is told to stop': here => withIntent(here, intent => here.shop.say('paying.stop', { intent })),
  'is parked': here => withIntent(here, intent => here.shop.say('paying.park', { intent })),
  'pays cash': async ({ shop, display }) => {
    const [{ id: cart }, { remaining }] = [await shop.see('selling.cart'), await display()];
    return shop.say('paying.cash', { cart, due: remaining, given: minor(remaining + 50) });
  },
  'waits a little': ({ env }) => env.pass(10),
  'waits long': ({ env }) => env.pass(120_000),
};
async function withIntent(here: Counter, act: (intent: IntentId) => Promise<unknown>) {
  const { intent } = await here.state();
  if (intent) await act(intent.intent);
}

const words = /^(?:zh-CN|CNY|惠民便利 · 中山路店|closed|idle|ringing|frozen|waiting|paid|piece)$/;
const stages = /^(?:show-code|pay-at-counter|on-phone|confirming|another-way|paid)$/;
const goods: readonly string[] = shelf.map(([, name]) => name);
/** Every text in the view, however deep. */
const textsIn = (view: unknown): string[] => {
  if (typeof view === 'string') return [view];
  return typeof view === 'object' && view !== null ? Object.values(view).flatMap(textsIn) : [];
};

test('whatever happens at the counter: no staff, no order, no code, no receipt, no provider’s reason', async () => {
  const seen = new Set<string>();
  const walk = fc.record({
    says: fc.array(fc.constantFrom(...answers), { minLength: 2, maxLength: 3 }),
    does: fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 4, maxLength: 10 }),
  });
  await fc.assert(
    fc.asyncProperty(walk, async ({ says, does }) => {
      const here = await counter();
      for (const verb of ['submit', 'query', 'cancel'] as const) here.channel.says(verb, ...says);
      for (const step of ['rings', 'freezes', 'shows a code', 'waits a little', ...does]) {
        await steps[step]!(here).catch(refusedIsFine);
        const view = await here.display();
        seen.add(view.mode);
        const others = textsIn(view).filter(
          text => !words.test(text) && !stages.test(text) && !goods.includes(text),
        );
        expect(others, step).toEqual([]);
        expect(Object.keys(view).sort()).toEqual(fields);
      }
    }),
    { numRuns: 15, seed: 20_261_127 },
  );
  expect([...seen].sort()).toEqual(['frozen', 'idle', 'paid', 'ringing', 'waiting']);
}, 120_000);

const fields = [
  ...[
    'asking',
    'cashDue',
    'change',
    'credit',
    'currency',
    'discount',
    'due',
    'language',
    'lineCount',
    'lines',
  ],
  ...['mode', 'pieces', 'remaining', 'shop', 'slides', 'stage'],
];

/** `mustBe` throws refusals; anything else is a fault of the test. */
function refusedIsFine(error: Error): void {
  if (!error.message.startsWith('refused: ')) throw error;
}
