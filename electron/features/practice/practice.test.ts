import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Caller } from '../../../shared/contract/router.ts';
import type { Setting, SetupView } from '../../../shared/contract/setup.ts';
import { minor } from '../../../shared/domain/money.ts';
import {
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  refusalOf,
  sell,
  shelf,
  type TestTill,
  throwAway,
} from '../../../test/doubles/till.ts';
import { openReadDb } from '../../db/open.ts';
import { pathsOf } from '../../host/paths.ts';

type Shop = Awaited<ReturnType<typeof openShop>>;
let shop: Shop;
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const practising: Caller = { kind: 'page', practising: true };
const [cola, water] = shelf;

/** The same hands at the practice till. */
const inPractice = (till: TestTill): TestTill => ({
  ...till,
  say: (word, input, more = {}) => till.say(word, input, { caller: practising, ...more }),
  ask: (word, input) => till.ask(word, input, practising),
  see: word => till.see(word, practising),
});

/** Kinds of the real journal's rows after `seq`. */
function kinds(after = 0): string[] {
  const db = openReadDb(pathsOf(shop.data).database);
  try {
    return db
      .all<{ kind: string }>('SELECT kind FROM journal WHERE seq > ? ORDER BY seq', [after])
      .map(row => row.kind);
  } finally {
    db.close();
  }
}

test('whoever may sell practises with the shop’s prices, people and settings, and its printer is virtual', async () => {
  shop = await openShop();
  mustBe(await shop.say('setup.change', { setting: 'till-label', value: '7' }));
  mustBe(
    await shop.say('setup.change', {
      setting: 'printer',
      value: { transport: 'tcp', host: 'p', port: 9100, paper: 80 },
    }),
  );
  expect(mustBe(await shop.say('practice.begin', {}))).toEqual({ on: true });
  const there = inPractice(shop);
  const setup = await there.see('setup.state');
  expect(setup).toMatchObject({
    training: 'practice',
    till: { label: '7' },
    printer: { transport: 'virtual' },
  });
  expect(setup.staff.map(({ name, role }) => [name, role])).toEqual([
    ['王店长', 'owner'],
    ['李敏', 'cashier'],
  ]);
  expect((await there.see('session.current')).staff?.name).toBe('王店长');
  expect(await sell(there, [cola[0], water[0]])).toMatchObject({ number: 1 });
  expect(mustBe(await there.ask('catalog.search', { text: '可口可乐', limit: 5 }))).toMatchObject([
    { name: cola[1] },
  ]);
}, 30_000);

test('the practice till looks, sounds and is worked as the real one', async () => {
  shop = await openShop();
  const chosen: readonly Setting[] = [
    { setting: 'layout', value: 'touch' },
    { setting: 'handedness', value: 'left' },
    { setting: 'keys', value: { hold: 'F7', member: 'F6' } },
    { setting: 'theme', value: 'contrast' },
    { setting: 'sound', value: false },
    { setting: 'voice', value: 'soft' },
    { setting: 'hold-slip', value: true },
    { setting: 'cashier-creates', value: true },
    { setting: 'floor-guard', value: 'warn' },
    { setting: 'removal-rule', value: { ask: 'always', above: minor(0) } },
    {
      setting: 'label-rules',
      value: [{ pattern: '22WWWWWEEEEEC', amountFactor: 1, weightUnit: 'g', keepZeros: false }],
    },
  ];
  for (const setting of chosen) mustBe(await shop.say('setup.change', setting));
  mustBe(await shop.say('practice.begin', {}));
  const [real, practised] = [await shop.see('setup.state'), await inPractice(shop).see('setup.state')];
  const worked = ({ layout, handedness, keys, theme, sound, voice, ...rest }: SetupView) => {
    const { holdSlip, cashierCreates, floorGuard, removalRule, labelRules } = rest;
    const rules = { holdSlip, cashierCreates, floorGuard, removalRule, labelRules };
    return { layout, handedness, keys, theme, sound, voice, ...rules };
  };
  expect(worked(real)).toMatchObject({
    layout: 'touch',
    keys: { hold: 'F7' },
    theme: 'contrast',
    sound: false,
  });
  expect(worked(practised)).toEqual(worked(real));
}, 30_000);

test('practice leaves two facts in the journal, and the shift, the open cart and the receipt numbers as they were', async () => {
  shop = await openShop();
  expect(await sell(shop, [cola[0]])).toMatchObject({ number: 1 });
  mustBe(await shop.say('selling.scan', { text: water[0], from: 'keyboard' }));
  const cart = await shop.see('selling.cart');
  const before = kinds().length;
  mustBe(await shop.say('practice.begin', {}));
  const there = inPractice(shop);
  for (let sales = 0; sales < 3; sales += 1) await sell(there, [cola[0]]);
  mustBe(await there.say('practice.end', {}));
  expect(kinds().slice(before)).toEqual(['training-started', 'training-ended']);
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  expect(await shop.see('selling.cart')).toEqual(cart);
  expect(await sell(shop, [])).toMatchObject({ number: 2 });
  await expect.poll(() => existsSync(pathsOf(shop.data).practice)).toBe(false);
}, 30_000);

test('what was said to a practice till that is over is never done at the real one', async () => {
  shop = await openShop();
  mustBe(await shop.say('practice.begin', {}));
  mustBe(await inPractice(shop).say('practice.end', {}));
  const before = kinds().length;
  const scan = { text: cola[0], from: 'keyboard' } as const;
  expect(refusalOf(await inPractice(shop).say('selling.scan', scan))).toBe('practice-over');
  expect(kinds().length).toBe(before);
}, 30_000);

test('who comes back from practice has to say who they are: its PIN is on the screen', async () => {
  shop = await openShop();
  mustBe(await shop.say('practice.begin', {}));
  mustBe(await inPractice(shop).say('practice.end', {}));
  expect((await shop.see('session.current')).staff).toBeNull();
  const scan = { text: cola[0], from: 'keyboard' } as const;
  expect(refusalOf(await shop.say('selling.scan', scan))).toBe('not-signed-in');
}, 30_000);

test('pressed twice, practice begins once', async () => {
  shop = await openShop();
  const answers = await Promise.all([shop.say('practice.begin', {}), shop.say('practice.begin', {})]);
  expect(answers.filter(answer => answer.ok).length).toBeGreaterThan(0);
  expect(kinds().filter(kind => kind === 'training-started')).toHaveLength(1);
  expect(await shop.see('practice.state')).toEqual({ on: true });
}, 30_000);

test('nobody begins to practise in front of a customer who was told the sum', async () => {
  shop = await openShop();
  mustBe(await shop.say('selling.scan', { text: cola[0], from: 'keyboard' }));
  const cart = await shop.see('selling.cart');
  mustBe(await shop.say('paying.freeze', { cart: cart.id, due: cart.priced.due }));
  expect(refusalOf(await shop.say('practice.begin', {}))).toBe('practice-while-paying');
  expect(kinds()).not.toContain('training-started');
}, 30_000);

test('practice reaches no real gateway, provider, printer or scanner, whoever asks', async () => {
  shop = await openShop();
  mustBe(await shop.say('practice.begin', {}));
  const there = inPractice(shop);
  const refused = [
    await there.say('setup.change', {
      setting: 'printer',
      value: { transport: 'file', path: '/dev/usb/lp0', paper: 80 },
    }),
    await there.say('setup.change', {
      setting: 'scanner',
      value: { transport: 'serial', path: '/dev/ttyS0', baud: 9600 },
    }),
    await there.say('syncing.enrol', { url: 'https://gateway.example', code: 'ABCD-EFGH' }),
    await there.say('paying.configureChannel', { channel: 'jeepay', values: {} }),
  ];
  expect(refused.map(refusalOf)).toEqual(refused.map(() => 'not-in-practice'));
}, 30_000);

test('a till that died while people practised starts as the real one and says that practice ended', async () => {
  shop = await openShop();
  await shop.stop();
  const left = join(pathsOf(pathsOf(shop.data).practice).run, 'practising');
  mkdirSync(dirname(left), { recursive: true });
  writeFileSync(left, '');
  shop = { ...shop, ...(await openTestTill({ data: shop.data })) };
  expect(await shop.see('practice.state')).toEqual({ on: false });
  expect(kinds().slice(-1)).toEqual(['training-ended']);
  expect(existsSync(pathsOf(shop.data).practice)).toBe(false);
}, 30_000);

test('a shop without a price list practises with the goods of the demo shop', async () => {
  shop = await openShop();
  await shop.stop();
  throwAway(shop);
  const empty = await openTestTill();
  shop = { ...shop, ...empty };
  const begun = mustBe(
    await shop.say('setup.begin', {
      language: 'zh-CN',
      country: 'CN',
      shop: { name: '新店', branch: '', address: '', phone: '' },
      ownerName: '王店长',
      ownerPin,
      start: 'own',
    }),
  );
  mustBe(await shop.say('session.signIn', { staff: begun.staff, pin: ownerPin }));
  mustBe(await shop.say('practice.begin', {}));
  const { groups } = await inPractice(shop).see('selling.quickKeys');
  expect(groups[0]!.tiles.length).toBeGreaterThan(0);
  expect((await shop.see('catalog.state')).items).toBe(0);
}, 30_000);

test('a sale that was practised is remembered, practice without one is not, and it stands also after a restart', async () => {
  shop = await openShop();
  const practised = async () => (await shop.see('setup.state')).practised;
  mustBe(await shop.say('practice.begin', {}));
  mustBe(await shop.say('practice.end', {}));
  expect(await practised()).toBe(false);
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  mustBe(await shop.say('practice.begin', {}));
  await sell(inPractice(shop), [cola[0]]);
  expect(await practised()).toBe(false);
  mustBe(await shop.say('practice.end', {}));
  expect(await practised()).toBe(true);
  await shop.stop();
  shop = { ...shop, ...(await openTestTill({ data: shop.data })) };
  expect(await practised()).toBe(true);
});
