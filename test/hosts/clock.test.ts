import { afterEach, beforeEach, expect, test } from 'vitest';
import { realEnv } from '../../electron/host/env.ts';
import type { OutputOf } from '../../shared/contract/words.ts';
import type { Env } from '../../shared/env.ts';
import {
  closeShift,
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  refusalOf,
  sell,
  shelf,
  throwAway,
} from '../doubles/till.ts';

// A till's wall clock jumps (a dead battery, a time server, a hand); what must not jump with it.
const dayMs = 24 * 60 * 60_000;
const cola = shelf[0][0];

let aheadMs: number;
let env: Env;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  aheadMs = 0;
  const real = realEnv((level, event, facts) => {
    if (level === 'error') console.error(event, facts);
  });
  env = { ...real, wallMs: () => real.wallMs() + aheadMs };
  shop = await openShop({ env });
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});
const restart = async () => {
  await shop.stop();
  const again = await openTestTill({ data: shop.data, env });
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
};
/** Waits until every receipt is in one of these states. */
const receipts = async (states: readonly string[]) => {
  const ofReceipts = (jobs: OutputOf<'printing.jobs'>) => jobs.filter(job => job.kind === 'receipt');
  const jobs = await shop.until(
    'printing.jobs',
    all => ofReceipts(all).length > 0 && ofReceipts(all).every(job => states.includes(job.state)),
  );
  return ofReceipts(jobs);
};

test('numbers stay without gaps and sales in their order, whatever the clock says', async () => {
  for (const jump of [0, dayMs, -dayMs, 0, -dayMs, dayMs]) {
    aheadMs = jump;
    await sell(shop, [cola]);
  }
  const sales = mustBe(await shop.ask('selling.sales', { afterNumber: 0, limit: 50 }));
  expect(sales.map(sale => sale.number)).toEqual([1, 2, 3, 4, 5, 6]);
  const last = mustBe(await shop.ask('selling.lastSales', { limit: 2 }));
  expect(last.map(sale => sale.number)).toEqual([6, 5]);
  expect(mustBe(await shop.ask('syncing.verify', {}))).toMatchObject({ verified: true });
});

test('shifts are listed in the order in which they were, not in the order of their clocks', async () => {
  const first = await shop.see('shifts.current');
  await closeShift(shop, 20_000);
  aheadMs = -dayMs;
  const second = mustBe(await shop.say('shifts.open', { float: 100, trustClock: true }));
  const list = mustBe(await shop.ask('shifts.list', { limit: 10 }));
  expect(list.map(each => each.shift)).toEqual([second.id, first!.id]);
});

test.each([
  ['forward', dayMs],
  ['back', -dayMs],
])(
  'a receipt that waits for paper is printed, not thrown away, when the clock is set %s by a day',
  async (_, jump) => {
    shop.devices.outcome = { kind: 'blocked', reason: 'paper-out' };
    await sell(shop, [cola]);
    await receipts(['blocked']);
    aheadMs = jump;
    shop.devices.outcome = { kind: 'printed', evidence: 'status' };
    await receipts(['printed']);
    await sell(shop, [cola]);
    expect(await receipts(['printed'])).toHaveLength(2);
  },
);

test('a drawer that was to open before a restart stays shut, also when the clock was set back meanwhile', async () => {
  shop.devices.outcome = 'silent';
  await sell(shop, [cola]);
  aheadMs = -dayMs;
  shop.devices.outcome = { kind: 'sent' };
  await restart();
  const jobs = await shop.until('printing.jobs', all => all.some(job => job.kind === 'drawer'));
  expect(jobs.find(job => job.kind === 'drawer')?.state).toBe('expired');
  expect(shop.devices.printed.filter(bytes => bytes.length < 8)).toEqual([]);
});

test('turning the clock forward opens no locked PIN', async () => {
  for (let guess = 0; guess < 5; guess += 1)
    await shop.say('session.signIn', { staff: shop.cashier, pin: '0001' });
  for (const jump of [dayMs, -dayMs]) {
    aheadMs = jump;
    expect(refusalOf(await shop.say('session.signIn', { staff: shop.cashier, pin: '6072' }))).toBe(
      'pin-locked',
    );
  }
});

test('an approval ends after its minute by the clock that only grows', async () => {
  mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: '6072' }));
  const refused = await shop.say('shifts.openDrawer', { reason: '换零钱' });
  const { subject } = (refused as unknown as { refusal: { params: { subject: string } } }).refusal.params;
  const { approval } = mustBe(
    await shop.say('session.approve', {
      staff: shop.owner,
      pin: ownerPin,
      word: 'shifts.openDrawer',
      subject,
    }),
  );
  aheadMs = dayMs;
  mustBe(await shop.say('shifts.openDrawer', { reason: '换零钱' }, { approval }));
});
