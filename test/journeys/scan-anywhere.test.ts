import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { formatsFor } from '../../shared/i18n/format.ts';
import { messagesOf } from '../../shared/i18n/messages.ts';
import { burstAt, closeBrowser, demoGoods, type Journey, openDemoShift } from './rig.ts';

const t = messagesOf('zh-CN');
/** As many different goods as are read in a row; thirty a second is what the quickest presentation scanner does. */
const goods = demoGoods.slice(0, 6);
const everyMs = 33;
const gapMs = 2;
const codes = goods.map(item => item.code);
const elsewhere = t.common.scanElsewhere.what;

let journey: Journey;
let burst: Awaited<ReturnType<typeof burstAt>>;

beforeAll(async () => {
  journey = await openDemoShift();
  burst = await burstAt(journey.page);
});
afterAll(async () => {
  await journey.stop();
  await closeBrowser();
});

/** No key of a scanner may have made the page throw. */
afterEach(() => expect(journey.faults).toEqual([]));

const scanAll = () => burst(codes, everyMs, gapMs);
const open = (title: string) => async () => {
  await journey.press('F10');
  await journey.page.getByText(title, { exact: true }).click();
};

/** Every text box in sight and what stands in it. */
const boxes = () =>
  journey.page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(box => box.value),
  );

/** Names of the goods in the cart, from the top. */
const inCart = () =>
  journey.page.evaluate(
    label => [...document.querySelectorAll(`ul[aria-label="${label}"] li`)].map(row => row.textContent ?? ''),
    t.selling.cart,
  );

/** Waits until the cart holds each of the goods once, in the order in which they were read. */
async function cartHoldsAll(): Promise<void> {
  await journey.owes(goods.reduce((sum, item) => sum + item.price, 0));
  const rows = await inCart();
  expect(rows.map(row => goods.findIndex(item => row.includes(item.name)))).toEqual(goods.map((_, i) => i));
  expect(rows).toHaveLength(goods.length);
}

async function emptyCart(): Promise<void> {
  await journey.press('Escape', 'Escape');
  await journey.press('Control+Delete');
  const why = journey.page.getByText(t.selling.removal.voidTitle, { exact: true });
  await why.or(journey.page.getByText(t.selling.void.title, { exact: true })).waitFor();
  // Once the amount was said, the till asks why.
  await journey.press((await why.isVisible()) ? '1' : 'Delete');
  await journey.sees(t.selling.emptyTitle);
}

async function backToCounter(): Promise<void> {
  const counter = journey.page.getByText(t.selling.columns.goods, { exact: true });
  for (let tries = 0; tries < 8 && !(await counter.isVisible()); tries += 1) await journey.press('Escape');
  await counter.waitFor();
}

describe('at the counter six codes at thirty a second become six lines, in order, whatever is open', () => {
  afterEach(emptyCart);

  test.each<{ place: string; go: () => Promise<void> }>([
    { place: 'the empty counter', go: async () => {} },
    { place: 'the search box', go: () => journey.press('F2') },
    {
      place: 'the search box with a word in it',
      go: async () => {
        await journey.press('F2');
        await journey.page.keyboard.insertText('可乐');
      },
    },
    { place: 'the list of held sales', go: () => journey.press('Shift+F6') },
    {
      place: 'a focused button',
      go: async () => {
        await journey.page.keyboard.press('Tab');
      },
    },
    {
      place: 'the change screen of the sale before',
      go: async () => {
        // Other goods than come next: the same code again so soon would be one that was read twice.
        await journey.scan(demoGoods[goods.length]!.code);
        await journey.owes(demoGoods[goods.length]!.price);
        await journey.freeze();
        await journey.press('F9');
        await journey.sees(t.paying.done.title);
      },
    },
  ])('$place', async ({ go }) => {
    await go();
    const before = await boxes();
    await scanAll();
    await cartHoldsAll();
    const after = await boxes();
    expect(after.filter(text => codes.some(code => text.includes(code.slice(0, 4))))).toEqual([]);
    if (after.length === before.length) expect(after).toEqual(before);
  });
});

describe('elsewhere a scan is told, and changes neither the cart nor a text box', () => {
  const counterWith = (keys: readonly string[], seen: string) => async () => {
    await journey.scan(codes[0]!);
    await journey.owes(goods[0]!.price);
    await journey.press(...keys);
    await journey.sees(seen);
  };
  const settings = (section: string) => async () => {
    await open(t.more.settings)();
    await journey.page.getByRole('button', { name: section, exact: true }).click();
  };

  test.each<{ place: string; go: () => Promise<void>; says?: string | RegExp }>([
    { place: 'more', go: () => journey.press('F10') },
    { place: 'home', go: open(t.more.home) },
    { place: 'reports', go: open(t.more.reports) },
    { place: 'shifts and days', go: open(t.more.archive) },
    { place: 'the desk', go: open(t.more.desk) },
    { place: 'the invoices, in their search box', go: open(t.more.invoices) },
    { place: 'the audit', go: open(t.more.audit) },
    { place: 'the import', go: open(t.more.catalog) },
    { place: 'the receipts', go: open(t.more.receipts) },
    { place: 'the uploads', go: open(t.more.syncing) },
    { place: 'the help', go: () => journey.press('F1') },
    { place: 'the drawer', go: () => journey.press('F11') },
    {
      place: 'a sum for the drawer, being typed',
      go: async () => {
        await journey.press('F11');
        await journey.sees(t.cash.choose);
        await journey.type('2');
        await journey.sees(t.cash.amount);
        await journey.type('5');
      },
    },
    { place: 'the close of a shift', go: () => journey.press('F12') },
    {
      place: 'a count, being typed',
      go: async () => {
        await journey.press('F12');
        await journey.sees(t.shifts.close.checks);
        await journey.press('Enter', '5');
      },
    },
    {
      place: 'the name of the shop, being typed',
      go: async () => {
        await settings(t.setup.settings.sections.shop)();
        await journey.page.getByLabel(t.setup.first.shopName, { exact: true }).click();
      },
    },
    {
      place: 'the question for a new key',
      go: async () => {
        await settings(t.setup.settings.sections.keys)();
        const name = `${t.keys.change}: ${t.keys.acts.pay}`;
        await journey.page.getByRole('button', { name, exact: true }).click();
        await journey.sees(t.keys.press(t.keys.acts.pay));
      },
      says: t.keys.scanned.what,
    },
    {
      place: 'the search for a receipt to refund',
      go: () => journey.press('F5'),
      says: t.refusals['no-such-sale']({}, formatsFor('zh-CN', 'CNY')).what,
    },
    {
      place: 'the question before a sale is voided',
      go: counterWith(['Control+Delete'], t.selling.void.title),
    },
    {
      place: 'the sum that is frozen',
      go: counterWith(['F9'], t.paying.notes),
      says: t.selling.moments.notACode,
    },
    {
      place: 'a sum that is being typed',
      go: counterWith(['F9', '5'], t.paying.notes),
      says: t.selling.moments.notACode,
    },
    {
      place: 'the search for a payment, which takes it',
      go: counterWith(['F9', 'Insert'], t.paying.find.ask),
      says: t.paying.find.notFound,
    },
    { place: 'the shop’s own code', go: counterWith(['F9', 'Control+F9'], t.paying.storeCode.limit) },
  ])('$place', async ({ go, says = elsewhere }) => {
    await go();
    const before = await boxes();
    await scanAll();
    await journey.sees(says);
    expect(await boxes()).toEqual(before);
    await backToCounter();
    const rows = await inCart();
    expect(rows.length).toBeLessThanOrEqual(1);
    if (rows.length === 1) {
      await journey.owes(goods[0]!.price);
      await emptyCart();
    } else await journey.sees(t.selling.emptyTitle);
  });
});

test('what became of a scan is said though the clock that the page was opened by runs ahead of the till’s', async () => {
  const { page, scan, sees } = journey;
  await page.addInitScript(() => {
    const opened = performance.timeOrigin + 60_000;
    Object.defineProperty(performance, 'timeOrigin', { get: () => opened });
  });
  await page.reload();
  await sees(t.selling.emptyTitle);
  await scan('6909999999996');
  await sees(t.selling.moments.unknown('9996'));
  await journey.press('Escape');
});

test('in the PIN box a scan is a badge or nothing: it is told, and no digit of it is typed', async () => {
  await journey.press('Shift+F12');
  await journey.sees(t.session.who);
  await journey.type('2');
  await burst(codes.slice(0, 1), everyMs, gapMs);
  await journey.sees(t.refusals['badge-unknown']({ triesLeft: 1 }, formatsFor('zh-CN', 'CNY')).what);
  await journey.page.getByRole('status', { name: /: [01]$/ }).waitFor();
});
