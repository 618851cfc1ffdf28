import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  carriedBy,
  cashierPin,
  closeShift,
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  refusalOf,
  sell,
  shelf,
  throwAway,
} from '../../../test/doubles/till.ts';
import { realEnv } from '../../host/env.ts';

const [cola] = shelf[0];
const [noodles] = shelf[2];
const hourMs = 60 * 60_000;

let aheadMs: number;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  aheadMs = 0;
  const real = realEnv((level, event, facts) => {
    if (level === 'error') console.error(event, facts);
  });
  shop = await openShop({ env: { ...real, wallMs: () => real.wallMs() + aheadMs } });
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const current = async () => (await shop.see('shifts.current'))!;
const as = async (staff: string, pin: string) =>
  mustBe(await shop.say('session.signIn', { staff: staff as typeof shop.owner, pin }));
const count = async (shift: string, counted: number) => shop.say('shifts.count', { shift, counted });
const close = async (shift: Awaited<ReturnType<typeof current>>['id'], left: number) =>
  shop.say('shifts.close', { shift, carried: await carriedBy(shop, shift), left, bag: 'B-7' });

test('X while it goes on and Z at its end are the same figures', async () => {
  await sell(shop, [cola, noodles], 1_000);
  const { id: shift } = await current();
  const x = mustBe(await shop.ask('shifts.report', { shift }));
  const z = await closeShift(shop, 20_700);
  expect(z.closing).toMatchObject({ z: 1, grandTotalBefore: 0, grandTotal: 700 });
  expect({ ...z, closing: null, counted: null, variance: null, hash: null }).toEqual(x);
  expect(mustBe(await shop.ask('shifts.report', { shift }))).toEqual(z);
});

test('every way cash goes in and out is a row of the ledger, and the drawer is expected to hold their sum', async () => {
  await sell(shop, [cola], 1_000);
  mustBe(await shop.say('shifts.moveCash', { move: 'paid-in', amount: 5_000, reason: '换零' }));
  mustBe(await shop.say('shifts.moveCash', { move: 'paid-out', amount: 1_200, reason: '水费' }));
  mustBe(await shop.say('shifts.drop', { amount: 10_000, reason: '交保险柜' }));
  mustBe(await shop.say('shifts.exchange', { amount: 2_000, reason: '' }));
  mustBe(await shop.say('shifts.openDrawer', { reason: '换零钱' }));
  const { id: shift } = await current();
  const rows = mustBe(await shop.ask('shifts.cash', { shift }));
  expect(rows.map(({ move, amount }) => [move, amount])).toEqual([
    ['float', 20_000],
    ['sale', 1_000],
    ['change', 750],
    ['paid-in', 5_000],
    ['paid-out', 1_200],
    ['drop', 10_000],
    ['exchange', 2_000],
    ['no-sale', 0],
  ]);
  expect(mustBe(await shop.ask('shifts.report', { shift })).expected).toBe(14_050);
});

test('more than the drawer holds does not come out of it, and nobody is told what it holds', async () => {
  expect(await shop.say('shifts.drop', { amount: 20_001, reason: '' })).toMatchObject({
    refusal: { code: 'drawer-lacks-cash', params: {} },
  });
  expect(refusalOf(await shop.say('shifts.drop', { amount: 0, reason: '' }))).toBe('nothing-to-move');
});

test('the first count is frozen; one that is off is taken once more, without a word of how much', async () => {
  const { id: shift } = await current();
  expect(mustBe(await count(shift, 19_000))).toEqual({ again: true });
  expect(refusalOf(await close(shift, 0))).toBe('recount-first');
  expect(mustBe(await count(shift, 19_400))).toEqual({ again: false });
  expect(refusalOf(await count(shift, 20_000))).toBe('count-frozen');
  const z = mustBe(await close(shift, 19_000));
  expect(z).toMatchObject({ counted: 19_400, variance: -600 });
  expect(z.closing).toMatchObject({
    first: { counted: 19_000 },
    second: { counted: 19_400 },
    leftAsFloat: 19_000,
    bag: 'B-7',
  });
});

test('a counted shift sells no more, so that its count stays true', async () => {
  const { id: shift } = await current();
  mustBe(await count(shift, 20_000));
  expect(mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }))).toEqual({
    outcome: 'till-closed',
  });
  mustBe(await close(shift, 20_000));
});

test('a cashier who will count the drawer sees no sum from which the cash could be worked out', async () => {
  await sell(shop, [cola]);
  const { id: shift } = await current();
  await as(shop.cashier, cashierPin);
  expect(refusalOf(await shop.ask('shifts.report', { shift }))).toBe('not-allowed');
  expect(refusalOf(await shop.ask('shifts.cash', { shift }))).toBe('not-allowed');
  const blind = mustBe(await shop.ask('shifts.soFar', { shift }));
  expect(blind.sales).toBe(1);
  expect(JSON.stringify([blind, mustBe(await shop.ask('shifts.closing', { shift }))])).not.toMatch(
    /250|20250/,
  );
});

test('two managers who close at once make one Z', async () => {
  const { id: shift } = await current();
  mustBe(await count(shift, 20_000));
  const answers = await Promise.all([close(shift, 20_000), close(shift, 100)]);
  expect(answers.map(answer => (answer.ok ? 'closed' : answer.refusal.code)).sort()).toEqual([
    'closed',
    'shift-already-closed',
  ]);
  expect(mustBe(await shop.ask('shifts.list', { limit: 9 })).map(row => row.z)).toEqual([1]);
});

test('Z numbers have no gaps, and each says the grand total of all before it and with it', async () => {
  const ends = [];
  for (const text of [cola, noodles, cola]) {
    await sell(shop, [text]);
    const z = await closeShift(shop, 20_000);
    ends.push([z.closing!.z, z.closing!.grandTotalBefore, z.closing!.grandTotal]);
    mustBe(await shop.say('shifts.open', { float: 20_000 }));
  }
  expect(ends).toEqual([
    [1, 0, 250],
    [2, 250, 700],
    [3, 700, 950],
  ]);
});

test('what is missing at opening belongs to the shift before, at once and by name', async () => {
  const before = await current();
  await closeShift(shop, 20_000);
  mustBe(await shop.say('shifts.open', { float: 19_500 }));
  const { id: shift } = await current();
  const report = mustBe(await shop.ask('shifts.report', { shift }));
  expect(report).toMatchObject({ openingVariance: -500, expected: 19_500 });
  const desk = await shop.see('shifts.desk');
  expect(desk.drawers[0]).toMatchObject({ drawer: 'main', left: { amount: 20_000, by: '王店长' } });
  expect(before.id).not.toBe(shift);
});

test('the box is changed: the next cashier sells from a box of their own while the first is counted behind', async () => {
  await sell(shop, [cola]);
  const first = await current();
  mustBe(await shop.say('shifts.setAside', {}));
  await as(shop.cashier, cashierPin);
  mustBe(await shop.say('shifts.open', { float: 10_000 }));
  await sell(shop, [noodles]);
  await as(shop.owner, ownerPin);
  expect((await shop.see('shifts.desk')).others).toMatchObject([{ shift: first.id, setAside: true }]);
  mustBe(await count(first.id, 20_250));
  expect(mustBe(await close(first.id, 0))).toMatchObject({ expected: 20_250, variance: 0, total: 250 });
  expect(await current()).toMatchObject({ openedBy: '李敏', sales: 1, float: 10_000 });
});

test('each of two cashiers with a drawer of their own sells into their own shift', async () => {
  const drawers = [
    { drawer: 'main', name: '1 号' },
    { drawer: 'second', name: '2 号' },
  ];
  mustBe(await shop.say('shifts.setRules', { cutOffHour: 4, tolerance: 500, drawerLimit: 200_000, drawers }));
  const mine = await current();
  await as(shop.cashier, cashierPin);
  mustBe(await shop.say('shifts.open', { float: 5_000, drawer: 'second' }));
  await sell(shop, [cola]);
  await as(shop.owner, ownerPin);
  expect((await current()).id).toBe(mine.id);
  await sell(shop, [noodles]);
  const rows = mustBe(await shop.ask('shifts.list', { limit: 9 }));
  expect(rows.map(row => [row.drawer, row.total])).toEqual([
    ['second', 250],
    ['main', 450],
  ]);
  expect(
    refusalOf(
      await shop.say('shifts.setRules', {
        cutOffHour: 4,
        tolerance: 500,
        drawerLimit: 0,
        drawers: drawers.slice(0, 1),
      }),
    ),
  ).toBe('drawer-in-use');
});

test('what is sold after the close of the day belongs to the next day', async () => {
  const { day } = await current();
  expect(refusalOf(await shop.say('shifts.closeDay', { day }))).toBe('day-has-open-shifts');
  await closeShift(shop, 20_000);
  const report = mustBe(await shop.say('shifts.closeDay', { day }));
  expect(report).toMatchObject({ day, number: 1, zs: [1], over: 0, short: 0 });
  expect(refusalOf(await shop.say('shifts.closeDay', { day }))).toBe('day-already-closed');
  mustBe(await shop.say('shifts.open', { float: 20_000 }));
  expect((await current()).day > day).toBe(true);
});

test('a day of several shifts adds their trade up and sets no shortage off against a surplus', async () => {
  const { day } = await current();
  await sell(shop, [cola]);
  await closeShift(shop, 20_000); // 2.50 short
  mustBe(await shop.say('shifts.open', { float: 20_000 }));
  await sell(shop, [noodles]);
  await closeShift(shop, 20_650); // 2.00 over
  const report = mustBe(await shop.say('shifts.closeDay', { day }));
  expect(report).toMatchObject({ zs: [1, 2], total: 700, over: 200, short: 250 });
  expect(report.tally.sales).toEqual({ count: 2, amount: 700 });
});

test('a day that was never closed is said on the screen and can still be closed', async () => {
  const { day } = await current();
  aheadMs = 26 * hourMs;
  expect(await current()).toMatchObject({ day, dayIsOver: true });
  await closeShift(shop, 20_000);
  mustBe(await shop.say('shifts.open', { float: 20_000 }));
  expect((await current()).day > day).toBe(true);
  expect((await shop.see('shifts.desk')).openDays).toEqual([day]);
  mustBe(await shop.say('shifts.closeDay', { day }));
});

test('a clock that was set back is asked about before a shift opens, and the Z numbers go on', async () => {
  await closeShift(shop, 20_000);
  aheadMs = -72 * hourMs;
  expect(refusalOf(await shop.say('shifts.open', { float: 20_000 }))).toBe('clock-behind');
  mustBe(await shop.say('shifts.open', { float: 20_000, trustClock: true }));
  expect((await closeShift(shop, 20_000)).closing!.z).toBe(2);
});

test('a count that does not add up, and faces that do not exist, are refused and lose nothing', async () => {
  const { id: shift } = await current();
  const say = (faces: Record<string, number>) => shop.say('shifts.count', { shift, counted: 20_000, faces });
  expect(refusalOf(await say({ '10000': 1 }))).toBe('count-does-not-add-up');
  expect(refusalOf(await say({ '7': 1 }))).toBe('no-such-face');
  expect(refusalOf(await say({ '100': -1 }))).toBe('bad-input');
  expect(mustBe(await shop.ask('shifts.closing', { shift })).rounds).toBe(0);
  expect(mustBe(await say({ '10000': 2 }))).toEqual({ again: false });
});

test('a second person signs the count; whoever counts can not sign for themselves', async () => {
  await closeShift(shop, 20_000);
  await as(shop.cashier, cashierPin);
  mustBe(await shop.say('shifts.open', { float: 20_000 }));
  const { id: shift } = await current();
  mustBe(await count(shift, 20_000));
  const refused = await shop.say('shifts.sign', { shift });
  expect(refusalOf(refused)).toBe('needs-approval');
  const { subject } = (refused as { refusal: { params: { subject: string } } }).refusal.params;
  const { approval } = mustBe(
    await shop.say('session.approve', { staff: shop.owner, pin: ownerPin, word: 'shifts.sign', subject }),
  );
  expect(mustBe(await shop.say('shifts.sign', { shift }, { approval }))).toEqual({ by: '王店长' });
  expect(mustBe(await close(shift, 0)).closing!.signedBy).toBe(shop.owner);
});

test('leave that was given for something else signs no count', async () => {
  await sell(shop, [cola]);
  await as(shop.cashier, cashierPin);
  const { id: shift } = await current();
  mustBe(await count(shift, 20_250));
  const { approval } = mustBe(
    await shop.say('session.approve', {
      staff: shop.owner,
      pin: ownerPin,
      word: 'shifts.openDrawer',
      subject: 'another',
    }),
  );
  expect(refusalOf(await shop.say('shifts.sign', { shift }, { approval }))).toBe('approval-not-valid');
  await as(shop.owner, ownerPin);
  expect(refusalOf(await shop.say('shifts.count', { shift, counted: 1 }))).toBe('count-frozen');
  mustBe(await shop.say('shifts.sign', { shift }));
});

test('a difference is looked into, explained, and stays open until the statement is in', async () => {
  await sell(shop, [noodles]);
  const { id: shift } = await current();
  await closeShift(shop, 20_000);
  expect(mustBe(await shop.ask('shifts.suspects', { shift }))).toMatchObject([
    { cause: 'cash-was-code', about: '1-000001', amount: 450 },
  ]);
  const said = { shift, cause: 'cash-was-code', note: '顾客扫了码', settled: false };
  mustBe(await shop.say('shifts.explain', said));
  expect(mustBe(await shop.ask('shifts.list', { limit: 1 }))[0]?.explained).toMatchObject({ settled: false });
});

test('everything a shift knows is rebuilt from the journal exactly, and survives a restart', async () => {
  await sell(shop, [cola], 1_000);
  mustBe(await shop.say('shifts.drop', { amount: 5_000, reason: '' }));
  const { id: shift } = await current();
  const before = mustBe(await shop.ask('shifts.report', { shift }));
  mustBe(await count(shift, 14_000));
  await shop.stop();
  const again = await openTestTill({ data: shop.data });
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
  await as(shop.owner, ownerPin);
  expect(mustBe(await shop.ask('shifts.report', { shift }))).toEqual(before);
  mustBe(await count(shift, 14_000));
  mustBe(await close(shift, 0));
  mustBe(await shop.say('shifts.closeDay', { day: before.head.day }));
  const { verified, projections } = mustBe(await shop.ask('syncing.verify', {}));
  expect(projections.filter(each => !each.same)).toEqual([]);
  expect(verified).toBe(true);
});
