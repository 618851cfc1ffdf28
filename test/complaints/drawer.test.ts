import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { realEnv } from '../../electron/host/env.ts';
import {
  carriedBy,
  cashierPin,
  closeShift,
  fillShelf,
  mustBe,
  openShop,
  refusalOf,
  sell,
  throwAway,
} from '../doubles/till.ts';

// What shopkeepers have reported of other tills, step by step with their own numbers, and what happens here.
// Each test is named after the report.

const ten = '2000000000107';
const seventy = '2000000000701';
const hundred = '2000000001005';
const fiveHundred = '2000000005003';

let aheadMs: number;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  aheadMs = 0;
  const real = realEnv((level, event, facts) => {
    if (level === 'error') console.error(event, facts);
  });
  shop = await openShop({ env: { ...real, wallMs: () => real.wallMs() + aheadMs } });
  await fillShelf(shop, [
    [ten, 'ten', 1_000],
    [seventy, 'seventy', 7_000],
    [hundred, 'hundred', 10_000],
    [fiveHundred, 'five hundred', 50_000],
  ]);
  await closeShift(shop, 20_000);
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const open = async (float: number) => mustBe(await shop.say('shifts.open', { float })).id;
/** What the day's report says of a shift: float, what was expected, what was counted. */
const figures = ({
  head,
  expected,
  counted,
  variance,
  openingVariance,
}: Awaited<ReturnType<typeof closeShift>>) => ({
  float: head.float,
  expected,
  counted,
  variance,
  openingVariance,
});

describe('the drawer', () => {
  test('odoo#112776, odoo#112094: closed with 100, opened with 80: the 20 are short at once, on the shift before', async () => {
    await open(10_000);
    await closeShift(shop, 10_000);
    await open(8_000);
    expect(figures(await closeShift(shop, 8_000))).toEqual({
      float: 8_000,
      expected: 8_000,
      counted: 8_000,
      variance: 0,
      openingVariance: -2_000,
    });
  });

  test('odoo#129378, odoo#196395: closed with 100, opened with 50, sold for 10: 60 are expected, not 10 and not 110', async () => {
    await open(10_000);
    await closeShift(shop, 10_000);
    await open(5_000);
    await sell(shop, [ten]);
    expect(figures(await closeShift(shop, 6_000))).toMatchObject({
      expected: 6_000,
      variance: 0,
      openingVariance: -5_000,
    });
  });

  test('odoo#243775: closed with 170, opened with 100, nothing sold, closed with 100: no difference', async () => {
    await open(10_000);
    await sell(shop, [seventy]);
    await closeShift(shop, 17_000);
    await open(10_000);
    expect(figures(await closeShift(shop, 10_000))).toMatchObject({ expected: 10_000, variance: 0 });
  });

  test('odoo#59350: 50 to begin with, sold for 100, counted 50: 100 short, also after the close', async () => {
    const shift = await open(5_000);
    await sell(shop, [hundred]);
    expect(figures(await closeShift(shop, 5_000))).toMatchObject({ expected: 15_000, variance: -10_000 });
    expect(mustBe(await shop.ask('shifts.report', { shift })).variance).toBe(-10_000);
  });

  test('odoo#108694, odoo#121753: 500 sold, then twice 500 from an empty drawer: 1500 in all, and no loss', async () => {
    await open(0);
    await sell(shop, [fiveHundred]);
    const first = await closeShift(shop, 50_000, 0);
    await open(0);
    await sell(shop, [fiveHundred]);
    await sell(shop, [fiveHundred]);
    const second = await closeShift(shop, 100_000, 0);
    expect([first.variance, second.variance, second.openingVariance]).toEqual([0, 0, 0]);
    expect(second.closing!.grandTotal).toBe(150_000);
  });
});

describe('the close', () => {
  test('erpnext#57157, erpnext#43855: a close is whole or not at all, however often and early it is said', async () => {
    const shift = await open(0);
    await sell(shop, [ten]);
    mustBe(await shop.say('shifts.count', { shift, counted: 1_000 }));
    const said = { shift, carried: await carriedBy(shop, shift), left: 0, bag: '' };
    const answers = await Promise.all(
      ['a', 'a', 'b', 'c'].map(id => shop.say('shifts.close', said, { id: `close-${id}` })),
    );
    expect(answers.map(answer => (answer.ok ? answer.value.closing!.z : answer.refusal.code))).toEqual([
      2,
      2,
      'shift-already-closed',
      'shift-already-closed',
    ]);
    mustBe(await shop.say('shifts.open', { float: 0 }));
    await sell(shop, [ten]);
    expect(mustBe(await shop.ask('shifts.report', { shift })).tally.sales.count).toBe(1);
  });

  test('odoo#16151: what is held at the close is asked about, and is there in the next shift', async () => {
    const shift = await open(0);
    mustBe(await shop.say('selling.scan', { text: ten, from: 'keyboard' }));
    const { id: cart } = await shop.see('selling.cart');
    mustBe(await shop.say('selling.hold', { cart }));
    mustBe(await shop.say('shifts.count', { shift, counted: 0 }));
    const unseen = { held: 0, unknown: 0, unverified: 0 };
    expect(refusalOf(await shop.say('shifts.close', { shift, carried: unseen, left: 0, bag: '' }))).toBe(
      'closing-changed',
    );
    const seen = await carriedBy(shop, shift);
    expect(
      mustBe(await shop.say('shifts.close', { shift, carried: seen, left: 0, bag: '' })).closing!.carried,
    ).toMatchObject({ held: 1 });
    await open(0);
    mustBe(await shop.say('selling.recall', { cart }));
    expect((await shop.see('selling.cart')).priced.due).toBe(1_000);
  });

  test('OCA/pos#1495, POSNext#156: a cashier counts without seeing what is expected, from the first key to the last', async () => {
    mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
    const shift = await open(0);
    await sell(shop, [hundred]);
    const told = [
      await shop.see('shifts.current'),
      await shop.see('shifts.desk'),
      mustBe(await shop.ask('shifts.soFar', { shift })),
      mustBe(await shop.ask('shifts.closing', { shift })),
      mustBe(await shop.say('shifts.count', { shift, counted: 4_321 })),
    ];
    expect(JSON.stringify(told)).not.toMatch(/"(?:expected|variance)"|10000|5679/);
    for (const word of ['shifts.report', 'shifts.cash', 'shifts.suspects'] as const)
      expect(refusalOf(await shop.ask(word, { shift }))).toBe('not-allowed');
  });
});

describe('the clock', () => {
  test('odoo#271581, odoo#25606, odoo#30089: with a clock that is a day ahead and set right again, sales keep shift, order and number', async () => {
    const shift = await open(0);
    const { day } = (await shop.see('shifts.current'))!;
    aheadMs = 24 * 60 * 60_000;
    const ahead = await sell(shop, [ten]);
    aheadMs = 0;
    const right = await sell(shop, [ten]);
    expect([ahead.number, right.number]).toEqual([1, 2]);
    const z = await closeShift(shop, 2_000);
    expect(z).toMatchObject({ head: { shift, day }, tally: { sales: { count: 2 } }, variance: 0 });
  });
});
