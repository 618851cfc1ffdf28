import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandName, InputOf } from '../../../shared/contract/words.ts';
import type { Discount } from '../../../shared/domain/discount.ts';
import type { Floor } from '../../../shared/domain/floor.ts';
import { minor } from '../../../shared/domain/money.ts';
import { extend, pieces } from '../../../shared/domain/quantity.ts';
import { cashierPin, mustBe, openShop, ownerPin, refusalOf, throwAway } from '../../../test/doubles/till.ts';

// Code, name, price, lowest price, cost. The last is sold below cost by the list itself.
const list = [
  ['6901234567892', '可乐', 300, 280, 211],
  ['6902083881405', '茶', 400, null, 347],
  ['6920152414019', '水', 200, null, null],
  ['6921168509256', '临期奶', 500, null, 619],
] as const;
const [cola, tea, water, milk] = list.map(([code]) => code) as [string, string, string, string];

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
  const yuan = (fen: number | null) => (fen === null ? '' : (fen / 100).toFixed(2));
  const rows = list.map(row => [row[0], row[1], ...row.slice(2).map(fen => yuan(fen as number | null))]);
  const csv = `条码,品名,售价,最低售价,进价\n${rows.join('\n')}\n`;
  const base64 = Buffer.from(csv).toString('base64');
  mustBe(await shop.say('catalog.stage', { upload: 'floors', index: 0, base64 }));
  const mapping = { code: 0, name: 1, price: 2, lowest: 3, cost: 4 };
  mustBe(await shop.say('catalog.import', { upload: 'floors', fileName: 'floors.csv', mapping }));
  await shop.until('catalog.state', view => view.current?.phase === 'done' && view.items === list.length);
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const scan = (text: string) => shop.say('selling.scan', { text, from: 'keyboard' });
const cart = () => shop.see('selling.cart');
const cashierComes = async () =>
  mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
const share = (permilleOff: number): Discount => ({ kind: 'share', permilleOff });
const priceOfFirst = async (price: number) => {
  const { id, priced } = await cart();
  return { cart: id, line: priced.lines[0]!.id, price: minor(price), reason: 'match' } as const;
};
const ticket = async (discount: Discount) => ({ cart: (await cart()).id, discount });
const payment = async () => {
  const { id, cashDue } = await cart();
  return { cart: id, due: cashDue, given: cashDue };
};

/** What is asked for when somebody says this, as the screen would ask it. */
async function asked<Name extends CommandName>(word: Name, input: InputOf<Name>, approval?: string) {
  const answer = await shop.say(word, input, approval === undefined ? {} : { approval });
  if (answer.ok || answer.refusal.code !== 'needs-approval') throw new Error(JSON.stringify(answer));
  return answer.refusal.params;
}
const ownerGives = async ({ word, subject, permission }: Awaited<ReturnType<typeof asked>>) =>
  mustBe(await shop.say('session.approve', { staff: shop.owner, pin: ownerPin, word, subject, permission }))
    .approval;
const passed = async () =>
  mustBe(await shop.ask('audit.rows', { limit: 200 }))
    .rows.filter(row => row.kind === 'floor-passed')
    .map(({ who, note, amount }) => [who, note, amount]);

test('a price below the lowest price asks for leave and names both; one PIN is leave for price and floor', async () => {
  await cashierComes();
  mustBe(await scan(cola));
  const wanted = await asked('selling.setPrice', await priceOfFirst(250));
  expect(wanted).toMatchObject({
    permission: 'sell-below-floor',
    about: [{ name: '可乐', amount: 250, least: 280 }],
  });
  expect((await cart()).priced.due).toBe(300);
  const approval = await ownerGives(wanted);
  mustBe(await shop.say('selling.setPrice', await priceOfFirst(250), { approval }));
  expect(await cart()).toMatchObject({ priced: { due: 250 }, below: [1] });
  // It was allowed: nobody is asked again when it is paid.
  mustBe(await shop.say('paying.cash', await payment()));
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  expect(await passed()).toEqual([['李敏', '可乐 < 2.80', 250]]);
});

test('a cashier never learns the cost, nor where it lies: leave for the price comes first, and then without a figure', async () => {
  await cashierComes();
  mustBe(await scan(tea));
  const probe = await asked('selling.setPrice', await priceOfFirst(346));
  const above = await asked('selling.setPrice', await priceOfFirst(399));
  expect(Object.keys(probe)).toEqual(Object.keys(above));
  expect(probe.permission).toBe('override-price');
  const second = await asked('selling.setPrice', await priceOfFirst(346), await ownerGives(probe));
  expect(second).toMatchObject({
    permission: 'sell-below-floor',
    about: [{ name: '茶', amount: 346, least: null }],
  });
  const approval = await ownerGives(second);
  mustBe(await shop.say('selling.setPrice', await priceOfFirst(346), { approval }));
  mustBe(await shop.say('paying.cash', await payment()));
  const seen = [
    probe,
    second,
    await cart(),
    await shop.see('paying.display'),
    await shop.see('selling.quickKeys'),
    await shop.ask('selling.lastSales', { limit: 1 }),
    await shop.ask('catalog.search', { text: '茶', limit: 5 }),
    await shop.ask('selling.readCode', { text: tea }),
  ];
  expect(JSON.stringify(seen)).not.toMatch(/\b347\b|3\.47|"cost"|"lowest"/);
  expect(shop.devices.printed.map(bytes => Buffer.from(bytes).toString('latin1')).join('')).not.toContain(
    '3.47',
  );
});

test('whoever is signed in gives leave anew, also the owner, who is told the cost', async () => {
  mustBe(await scan(tea));
  const wanted = await asked('selling.discountTicket', await ticket(share(200)));
  expect(wanted.about).toEqual([{ name: '茶', amount: 320, least: 347 }]);
  mustBe(await shop.say('selling.discountTicket', await ticket(share(100))));
  // Leave for one price is none for a lower one.
  const approval = await ownerGives(wanted);
  await asked('selling.discountTicket', await ticket(share(210)), approval);
});

test('what falls below its floor by taking other goods out is asked for before any money is taken', async () => {
  mustBe(await scan(cola));
  for (let more = 0; more < 20; more += 1) mustBe(await scan(water));
  mustBe(await shop.say('selling.discountTicket', await ticket({ kind: 'amount', off: minor(50) })));
  const { id, priced } = await cart();
  mustBe(await shop.say('selling.removeLine', { cart: id, line: priced.lines[1]!.id }));
  expect(await cart()).toMatchObject({ below: [1] });
  await asked('paying.cash', await payment());
  const { cart: open, due } = await payment();
  const wanted = await asked('paying.freeze', { cart: open, due });
  expect(wanted.about).toEqual([{ name: '可乐', amount: 250, least: 280 }]);
  mustBe(await shop.say('paying.freeze', { cart: open, due }, { approval: await ownerGives(wanted) }));
  mustBe(await shop.say('paying.cash', await payment()));
  expect(await passed()).toEqual([['王店长', '可乐 < 2.80', 250]]);
});

test('what the list itself sells below cost is sold without a word, and not a fen cheaper', async () => {
  mustBe(await scan(milk));
  await asked('selling.setPrice', await priceOfFirst(499));
  mustBe(await shop.say('paying.cash', await payment()));
  expect(await passed()).toEqual([]);
});

test('a shop that is only warned sells below the floor, marked and written down; one that wants nothing has nothing', async () => {
  mustBe(await shop.say('setup.change', { setting: 'floor-guard', value: 'warn' }));
  mustBe(await scan(tea));
  mustBe(await shop.say('selling.setPrice', await priceOfFirst(200)));
  expect((await cart()).below).toEqual([1]);
  mustBe(await shop.say('paying.cash', await payment()));
  expect(await passed()).toEqual([['王店长', '茶 < 3.47', 200]]);
  mustBe(await shop.say('setup.change', { setting: 'floor-guard', value: 'off' }));
  mustBe(await scan(tea));
  mustBe(await shop.say('selling.setPrice', await priceOfFirst(1)));
  expect((await cart()).below).toEqual([]);
  mustBe(await shop.say('paying.cash', await payment()));
  expect(await passed()).toHaveLength(1);
});

test('a row in the loss report says who passed floors, and by how much more each time', async () => {
  mustBe(await scan(cola));
  for (const to of [270, 250]) {
    const input = await priceOfFirst(to);
    const approval = await ownerGives(await asked('selling.setPrice', input));
    mustBe(await shop.say('selling.setPrice', input, { approval }));
  }
  // By the calendar: until the business day is cut off, it is yesterday's.
  const { date } = mustBe(await shop.ask('reports.today', {}));
  const { cashiers } = mustBe(await shop.ask('reports.losses', { from: date, to: date }));
  expect(cashiers[0]!.figures.floors).toMatchObject({ count: 2, amount: 30 });
});

type Step =
  | { readonly do: 'scan'; readonly code: string }
  | { readonly do: 'price' | 'line' | 'count' | 'remove'; readonly at: number; readonly to: number }
  | { readonly do: 'ticket'; readonly to: number; readonly share: boolean };
const at = fc.nat(5);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('scan' as const), code: fc.constantFrom(cola, tea, water, milk) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('price' as const), at, to: fc.integer({ min: 150, max: 600 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('line' as const, 'count' as const),
      at,
      to: fc.integer({ min: 1, max: 300 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), at, to: fc.constant(0) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('ticket' as const),
      to: fc.integer({ min: 0, max: 400 }),
      share: fc.boolean(),
    }),
  },
);

async function take(step: Step): Promise<void> {
  if (step.do === 'scan') return void (await scan(step.code));
  const { id, priced } = await cart();
  const off = (to: number, asShare: boolean): Discount =>
    asShare ? share(to) : { kind: 'amount', off: minor(to) };
  if (step.do === 'ticket')
    return void (await shop.say('selling.discountTicket', { cart: id, discount: off(step.to, step.share) }));
  const line = priced.lines[step.at % Math.max(1, priced.lines.length)]?.id;
  if (line === undefined) return;
  const on = { cart: id, line };
  if (step.do === 'price')
    await shop.say('selling.setPrice', { ...on, price: minor(step.to), reason: 'match' });
  if (step.do === 'line') await shop.say('selling.discountLine', { ...on, discount: off(step.to, false) });
  if (step.do === 'count')
    await shop.say('selling.setQuantity', { ...on, quantity: pieces((step.to % 9) + 1) });
  if (step.do === 'remove') await shop.say('selling.removeLine', on);
}

test('no sequence of prices, discounts, quantities and removals sells a line below its floor without leave', async () => {
  let sold = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 2, maxLength: 14 }), async steps => {
      for (const step of steps) await take(step);
      const paid = await shop.say('paying.cash', await payment());
      if (!paid.ok) {
        expect(['cart-empty', 'cart-changed', 'needs-approval']).toContain(refusalOf(paid));
        await shop.say('selling.voidCart', { cart: (await cart()).id });
        return;
      }
      sold += 1;
      const [sale] = mustBe(await shop.ask('selling.lastSales', { limit: 1 }));
      for (const line of sale!.lines) {
        const [, , listed, lowest, cost] = list.find(([code]) => code === line.code)!;
        const floor: Floor['price'] = minor(Math.min(listed, lowest ?? cost ?? 0));
        expect(line.amount).toBeGreaterThanOrEqual(extend(floor, line.quantity));
      }
    }),
    { numRuns: 60 },
  );
  expect(sold).toBeGreaterThan(20);
});
