import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jeepay } from '../../electron/channels/jeepay/channel.ts';
import { practiceMerchant } from '../../gateway/pay/jeepay/merchant.ts';
import { jeepayBase } from '../../gateway/pay/routes.ts';
import { scenarioTable } from '../../gateway/pay/scenario-table.ts';
import { type Gateway, startGateway } from '../../gateway/server.ts';
import type { PaymentState } from '../../shared/domain/payment/payment.ts';
import { manualEnv } from '../doubles/manual-env.ts';
import { type PacedWorld, paceWorld } from '../doubles/paced-world.ts';
import { mustBe, neverLock, openShop, shelf, throwAway } from '../doubles/till.ts';

// Every scenario code, over real HTTP, between a real till and a real practice gateway, each with a code of
// its own for the protocol. Only their clock is ours: see `paceWorld`.

/** Carts parked with their payments at the same time; no more than the till asks about at once. */
const groupMax = 16;
const wallets = { wechat: '13', alipay: '28' } as const;

type Expected = {
  readonly till: PaymentState['name'];
  /** Whether the provider's ledger has the customer's money in the end. */
  readonly taken: boolean;
  readonly reason?: string;
};
const paid: Expected = { till: 'paid', taken: true };
const cancelled: Expected = { till: 'cancelled', taken: false };
const declined = (reason: string): Expected => ({ till: 'declined', taken: false, reason });
const onDesk = (taken: boolean): Expected => ({ till: 'suspense', taken });

/** Where the wallets differ, by `wallet suffix`; everything that is not named is paid. */
const expectations: Readonly<Record<string, Expected>> = {
  '0003': cancelled,
  'wechat 0004': declined('other'),
  'alipay 0004': cancelled,
  '0010': declined('funds'),
  'wechat 0011': declined('code-expired'),
  // Alipay has one code for all that is wrong with a code.
  'alipay 0011': declined('code-invalid'),
  '0012': declined('code-invalid'),
  '0013': declined('code-invalid'),
  '0014': declined('limit'),
  // WeChat Pay says no more than that the trade went wrong.
  'wechat 0015': declined('other'),
  'alipay 0015': declined('risk'),
  '0016': declined('merchant-setup'),
  // Jeepay says "failed" and does not know it; nobody but the wallet's own books does.
  '0020': onDesk(true),
  '0021': onDesk(false),
  '0022': onDesk(true),
  '0031': cancelled,
  '0034': cancelled,
  '0038': onDesk(true),
  '0040': cancelled,
  // Paid after the close, and Jeepay's query hides it for ever: only a notice or a statement could tell.
  '0041': { till: 'cancelled', taken: true },
};
const expectedOf = (wallet: string, suffix: string): Expected =>
  expectations[`${wallet} ${suffix}`] ?? expectations[suffix] ?? paid;

let shop: Awaited<ReturnType<typeof openShop>>;
let gateway: Gateway;
let world: PacedWorld;
const env = manualEnv();
const dataDir = mkdtempSync(join(tmpdir(), 'evertill-scenarios-'));
const orders = new Map<string, string>();
const cases = Object.keys(wallets).flatMap(wallet => scenarioTable.map(({ suffix }) => ({ wallet, suffix })));

beforeAll(async () => {
  world = paceWorld(env);
  gateway = await startGateway({ dataDir, port: 0, env });
  shop = await openShop({ env, channels: { kinds: [jeepay], exchange: world.exchange } });
  await neverLock(shop);
  const values = { address: gateway.url + jeepayBase, ...practiceMerchant };
  mustBe(await shop.say('paying.configureChannel', { channel: 'jeepay', values }));
  for (let first = 0; first < cases.length; first += groupMax) {
    for (const each of cases.slice(first, first + groupMax)) await charge(each);
    await untilNothingMoves();
  }
  await untilJeepayKnows();
  await sendBack();
}, 180_000);

afterAll(async () => {
  await shop.stop();
  await gateway.stop();
  await world.stop();
  throwAway(shop);
  rmSync(dataDir, { recursive: true, force: true });
});

/** One customer: goods, amount, code; then the cart goes aside with its payment. */
async function charge({ wallet, suffix }: { wallet: string; suffix: string }): Promise<void> {
  const code = `${wallets[wallet as keyof typeof wallets]}${String(orders.size).padStart(12, '0')}${suffix}`;
  mustBe(await shop.say('selling.scan', { text: shelf[0][0], from: 'keyboard' }));
  const cart = await shop.see('selling.cart');
  const { intent } = mustBe(await shop.say('paying.freeze', { cart: cart.id, due: cart.priced.due }));
  mustBe(await shop.say('selling.scan', { text: code, from: 'keyboard' }));
  mustBe(await shop.say('paying.park', { intent }));
  const parked = (await shop.see('paying.state')).parked.find(each => each.intent === intent);
  orders.set(`${wallet} ${suffix}`, parked!.attempt!.order);
}

const still = ['declined', 'cancelled', 'not-sent', 'suspense'];

async function untilNothingMoves(): Promise<void> {
  await shop.until('paying.state', ({ parked }) =>
    parked.every(({ attempt }) => still.includes(attempt!.state.name)),
  );
}

/** What Jeepay learns only in its round after eleven minutes comes off the desk by itself. */
async function untilJeepayKnows(): Promise<void> {
  const waiting = new Set(
    [...orders].filter(([name]) => expectedOf(...split(name)) === paid).map(([, order]) => order),
  );
  await shop.until(
    'paying.state',
    ({ parked }) => !parked.some(({ attempt }) => waiting.has(attempt!.order)),
  );
}

/** What becomes of a refund of the whole sum, by the scenario of its payment; and what the ledger keeps. */
const refunds: Readonly<Record<string, { readonly till: string; readonly net: number }>> = {
  '0050': { till: 'refunded', net: 0 },
  '0051': { till: 'refund-failed', net: 250 },
  '0052': { till: 'refunded', net: 0 },
  // Jeepay says "failed", or nothing, and has done it: only the wallet's books tell.
  '0053': { till: 'refund-unknown', net: 0 },
  '0054': { till: 'refund-unknown', net: 0 },
};
const refundStates = new Map<string, string>();

/** Sends back every payment of the refund scenarios; a result is a state that stays for ten virtual minutes. */
async function sendBack(): Promise<void> {
  for (const wallet of Object.keys(wallets))
    for (const suffix of Object.keys(refunds)) {
      const found = mustBe(await shop.ask('paying.find', { number: orders.get(`${wallet} ${suffix}`)! }));
      if (found.kind !== 'ours') throw new Error(`${wallet} ${suffix} is not known`);
      const { attempt } = found.attempt;
      mustBe(await shop.say('paying.refund', { attempt, amount: 250, reason: '退货' }));
    }
  const from = env.monotonicMs();
  await shop.until('paying.desk', () => env.monotonicMs() - from > 600_000);
  for (const { order, refund } of await shop.see('paying.desk'))
    if (refund) refundStates.set(order, refund.state.name);
}

const split = (name: string): [string, string] => name.split(' ') as [string, string];

async function ledgerNets(): Promise<ReadonlyMap<string, number>> {
  const token = (await readFile(gateway.operatorTokenFile, 'utf8')).trim();
  const headers = { authorization: `Bearer ${token}` };
  const books = await (await fetch(`${gateway.url}/pay/__sim/ledger`, { headers })).json();
  const { orders: rows } = books as { orders: { number: string; net: number }[] };
  return new Map(rows.map(({ number, net }) => [number, net]));
}

describe.each(cases)('$wallet $suffix', ({ wallet, suffix }) => {
  test('ends as a cashier must see it, and the ledger is known', async () => {
    const order = orders.get(`${wallet} ${suffix}`)!;
    const found = mustBe(await shop.ask('paying.find', { number: order }));
    const state = found.kind === 'ours' ? found.attempt.state : undefined;
    const expected = expectedOf(wallet, suffix);
    expect(state?.name).toBe(expected.till);
    if (expected.reason) expect(state).toMatchObject({ reason: expected.reason });
    const left = refunds[suffix]?.net ?? 250;
    expect((await ledgerNets()).get(order) ?? 0).toBe(expected.taken ? left : 0);
  });
});

describe.each(Object.entries(refunds))('a refund of %s', (suffix, expected) => {
  test.each(Object.keys(wallets))('ends as a manager must see it: %s', wallet => {
    // What has gone back is on no desk any more.
    expect(refundStates.get(orders.get(`${wallet} ${suffix}`)!) ?? 'refunded').toBe(expected.till);
  });
});

test('every sale is on the till once, with the money of one order', async () => {
  const sales = mustBe(await shop.ask('selling.sales', { afterNumber: 0, limit: 500 }));
  const charged = sales
    .flatMap(sale => sale.tenders)
    .map(tender => (tender.kind === 'code' ? tender.order : ''));
  const expected = [...orders]
    .filter(([name]) => expectedOf(...split(name)) === paid)
    .map(([, order]) => order);
  expect([...charged].sort()).toEqual([...expected].sort());
});

test('the desk holds exactly what nobody but a person can settle', async () => {
  const desk = (await shop.see('paying.desk')).filter(({ refund }) => !refund);
  const expected = [...orders].filter(([name]) => expectedOf(...split(name)).till === 'suspense');
  expect(desk.map(({ order }) => order).sort()).toEqual(expected.map(([, order]) => order).sort());
});
