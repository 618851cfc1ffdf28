import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, demoPin, type Journey, oldTill, openJourney } from './rig.ts';

// One till for all of them, at which nobody has a keyboard; each leaves an empty counter behind.

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney({ demo: true, size: oldTill, touch: true });
}, 60_000);
afterAll(async () => {
  await journey.stop();
  await closeBrowser();
});

const t = zhCN.selling;
const named = (part: string) => demoGoods.find(({ name }) => name.includes(part))!;
const cola = named('可口可乐330');
const milk = named('鲜牛奶');

const button = (name: string | RegExp): Locator =>
  journey.page.getByRole('button', { name, exact: typeof name === 'string' });
const legend = (name: string) => journey.page.locator('footer button').filter({ hasText: name });
const tile = (name: string) =>
  journey.page.locator('[style*="grid-template-columns"] > button').filter({ hasText: name });
const row = (name: string) => journey.page.getByRole('list', { name: t.cart }).getByRole('button', { name });

/** A button at the foot of a dialog, whatever key stands on it. */
const inDialog = (name: string): Locator =>
  journey.page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${name} *(?:Enter|Esc|F9)?$`) });

/** Presses keys of the pad one after the other; of the topmost, where a dialog has one too. */
async function touch(keys: string): Promise<void> {
  for (const key of keys) await journey.tap(button(key).last());
}

/** Presses the pad's keys, and the one that enters, by its name there. */
async function pad(keys: string, enter: string = zhCN.common.padEnter): Promise<void> {
  await touch(keys);
  await journey.tap(button(enter).last());
}

/** Chooses a line; what is pressed next is meant for it once it is marked. */
async function choose(name: string): Promise<void> {
  await journey.tap(row(name));
  await row(name).and(journey.page.locator('[aria-current]')).waitFor();
}

async function paid(said: string = zhCN.paying.done.title): Promise<void> {
  await journey.sees(said);
  const empty = journey.page.getByText(t.emptyTitle);
  // A first tap right after the sale is meant for nobody.
  for (let tries = 0; tries < 20 && !(await empty.isVisible()); tries += 1) {
    await journey.tap(button(new RegExp(zhCN.paying.done.nextKey)));
    await empty.waitFor({ timeout: 500 }).catch(() => {});
  }
  await journey.sees(t.emptyTitle);
}

test('signs in and opens the shift', async () => {
  await journey.sees(zhCN.session.who);
  await pad(demoPin, zhCN.session.signIn);
  await journey.sees(zhCN.shifts.open.ask);
  await touch('200');
  await journey.tap(button(new RegExp(`^${zhCN.shifts.open.go}`)));
  await journey.sees(t.emptyTitle);
});

test('sells by tiles and numbers, holds and recalls, takes off a tenth and a line, finds by letters, and is paid with a note', async () => {
  const { tap, sees, owes } = journey;
  await tap(tile(cola.name));
  await owes(cola.price);
  await tap(legend(t.keys.quantity));
  await sees(t.quantityHint);
  await pad('5');
  await owes(5 * cola.price);
  await tap(button('2'));
  await tap(button('×'));
  await sees(t.multiplier('2'));
  await tap(tile(milk.name));
  await owes(5 * cola.price + 2 * milk.price);

  await tap(button(new RegExp(`^${t.hold}`)));
  await sees(t.emptyTitle);
  // It stands where the other stood: at once after it, a tap there would be the other half of a double click.
  await tap(journey.page.getByText(t.emptyTitle));
  await tap(button(new RegExp(`^${t.recall}`)));
  await owes(5 * cola.price + 2 * milk.price);
  await choose(cola.name);
  await tap(legend(t.keys.discount));
  await tap(button('9折'));
  await owes(4.5 * cola.price + 2 * milk.price);
  await choose(milk.name);
  await tap(legend(t.keys.remove));
  await owes(4.5 * cola.price);

  await tap(button(new RegExp(`${t.search}$`)));
  await touch('XNN');
  await journey.picture('search-by-finger-zh-CN');
  await tap(button(new RegExp(`^${milk.name}`)));
  await owes(4.5 * cola.price + milk.price);

  await tap(button(new RegExp(`^${t.pay}`)));
  await sees(zhCN.paying.notes);
  await tap(button(/^50 /));
  await paid();
});

test('takes an amount off with the minus of the pad, and finds goods by figures of their code', async () => {
  const { tap, sees, owes } = journey;
  await tap(tile(cola.name));
  await owes(cola.price);
  await tap(legend(t.keys.discount));
  await pad('−1');
  await owes(cola.price - 100);

  await tap(button(new RegExp(`${t.search}$`)));
  await tap(button(t.padTurn.figures));
  await touch(milk.code.slice(0, 7));
  await journey.picture('search-by-figures-zh-CN');
  await tap(button(new RegExp(`^${milk.name}`)));
  await owes(cola.price - 100 + milk.price);
  await tap(legend(t.keys.remove));
  await owes(cola.price - 100);
  await tap(legend(t.keys.remove));
  await sees(t.emptyTitle);
});

test('the layout for touch comes with goods in the cart, and two taps are two pieces, however fast', async () => {
  const { tap, owes } = journey;
  await tap(tile(cola.name));
  await owes(cola.price);
  await tap(legend(t.keys.help));
  await tap(button(new RegExp(zhCN.setup.settings.layouts.scan)));
  await button(new RegExp(zhCN.setup.settings.layouts.touch)).waitFor();
  await tap(legend(t.keys.back));
  await owes(cola.price);

  await tap(tile(cola.name));
  await tap(tile(cola.name));
  await owes(3 * cola.price);
  await tap(button(t.more(cola.name)));
  await owes(4 * cola.price);
  await tap(button(t.fewer(cola.name)));
  await owes(3 * cola.price);
  await tap(tile(milk.name));
  await owes(3 * cola.price + milk.price);
  expect(await button(t.fewer(milk.name)).isDisabled()).toBe(true);
  await journey.picture('selling-touch-zh-CN');

  await tap(button(new RegExp(`^${t.pay}`)));
  await journey.sees(zhCN.paying.notes);
  await tap(button(new RegExp(`^${zhCN.paying.collect.cash}.*F9`)));
  await paid();
});

test('a key brings the groups of quick keys that one line has no room for, and after the last the first', async () => {
  const strip = button(t.groups.popular).locator('..');
  const hidden = () =>
    strip.evaluate(({ children, clientWidth, scrollLeft }) => {
      const ends = [...children].map(
        each => (each as HTMLElement).offsetLeft + (each as HTMLElement).offsetWidth,
      );
      const from = (children[0] as HTMLElement).offsetLeft;
      return { before: scrollLeft > 0, after: ends.at(-1)! - from > scrollLeft + clientWidth + 1 };
    });
  expect(await hidden()).toEqual({ before: false, after: true });
  for (let taps = 0; (await hidden()).after && taps < 10; taps++) await journey.tap(button(t.groups.more));
  expect(await hidden()).toEqual({ before: true, after: false });
  await journey.tap(button(t.groups.more));
  expect(await hidden()).toEqual({ before: false, after: true });
});

test('what is on no price list is sold this once by the key that stands beside it', async () => {
  const { tap, scan, sees, owes } = journey;
  await scan('6909999999996');
  await sees(t.moments.unknown('9996'));
  await journey.picture('unknown-code-touch-zh-CN');
  await tap(button(new RegExp(`${t.open.once}$`)));
  await sees(t.open.name);
  await pad('3.2');
  await owes(320);
  await tap(legend(t.keys.remove));
  await sees(t.emptyTitle);
});

test('hands over to the next cashier', async () => {
  await switchTo(/李敏/);
});

test('a number is touched wherever one is asked for: a payment is looked up, and what was heard of another is noted', async () => {
  const { tap, sees, owes } = journey;
  const { find, keys, storeCode, collect } = zhCN.paying;
  await tap(tile(milk.name));
  await owes(milk.price);
  await tap(button(new RegExp(`^${t.pay}`)));
  await sees(zhCN.paying.notes);
  await tap(legend(keys.find));
  await pad('A1');
  await sees('A1');
  await sees(find.notFound);
  await tap(inDialog(zhCN.common.back));
  await tap(button(new RegExp(`^${collect.storeCode}`)));
  await sees(storeCode.limit);
  await touch('4.5');
  await tap(inDialog(storeCode.confirm));
  await paid(zhCN.paying.done.unverified);
});

test('puts cash into the drawer and takes one of three back with a manager’s leave, and prints a receipt again', async () => {
  const { tap, sees } = journey;
  const { cash, refunding, printing, more } = zhCN;
  await tap(legend(t.keys.drawer));
  await tap(button(new RegExp(`^${cash.kinds['paid-in'].name}`)));
  await touch('20');
  await tap(button(new RegExp(`^${cash.next}`)));
  await tap(button(new RegExp(`^${cash.reasons['paid-in'][0]}`)));
  await approve();
  await sees(cash.done(cash.kinds['paid-in'].name, '¥20.00'));
  await tap(legend(zhCN.common.back));

  await tap(legend(t.keys.refund));
  await tap(legend(refunding.keys.without));
  await tap(legend(refunding.without.type));
  await touch(milk.code);
  await tap(inDialog(zhCN.common.confirm));
  await sees(milk.name);
  await tap(legend(zhCN.common.back));
  await tap(button(/1-000002/));
  await tap(button(new RegExp(cola.name)));
  await tap(legend(refunding.keys.quantity));
  await sees(refunding.quantityOf(cola.name));
  await touch('1');
  await tap(inDialog(zhCN.common.confirm));
  await tap(button(new RegExp(refunding.reasons[1]!)));
  await tap(button(new RegExp(`^${refunding.keys.refund}`)));
  await sees(refunding.confirm.title);
  await tap(inDialog(refunding.confirm.do));
  await approve();
  await sees(refunding.done.slip);
  await tap(button(new RegExp(`^${refunding.done.counter}`)));

  await tap(legend(more.title));
  await tap(button(new RegExp(`^${more.receipts}`)));
  await tap(button(printing.reprint));
  await approve();
  await sees(/已补打/);
  await tap(legend(zhCN.common.back));
  await sees(t.emptyTitle);
});

test('closes the shift by counting notes, says what a difference came of, closes the day, and nobody has needed a key', async () => {
  const { tap, sees, hand } = journey;
  const { close } = zhCN.shifts;
  const { suspects, more } = zhCN;
  await switchTo(/王店长/);
  await tap(legend(t.keys.close));
  await tap(button(new RegExp(`^${close.next}`)));
  await countTwoHundred();
  await sees(close.againWhy);
  await countTwoHundred();
  await tap(button(new RegExp(`^${close.asFloat}`)));
  await tap(button(new RegExp(`^${close.finish}`)));
  await sees(close.done(1));
  await sees(close.short);
  await tap(button(new RegExp(`^${suspects.explain}`)));
  await tap(journey.page.getByText(suspects.names.other));
  await tap(journey.page.getByText(suspects.settled.done));
  await tap(inDialog(zhCN.common.confirm));
  await sees(suspects.saved);
  await tap(button(new RegExp(`^${close.openNext}`)));
  await sees(zhCN.shifts.open.ask);

  await tap(legend(more.title));
  await tap(button(new RegExp(`^${more.archive}`)));
  await tap(button(/^日结 /));
  await tap(inDialog(zhCN.common.confirm));
  await sees(zhCN.report.day(1));
  await tap(legend(zhCN.common.back));
  await sees(zhCN.shifts.open.ask);

  await tap(legend(more.title));
  await tap(button(new RegExp(`^${more.reports}`)));
  await tap(button(new RegExp(`^${zhCN.reports.tabs.tickets}`)));
  await tap(button(new RegExp(zhCN.reports.ticket.search)));
  await touch('3');
  await tap(inDialog(zhCN.common.confirm));
  const one = zhCN.reports.ticket.found(1, `¥${(milk.price / 100).toFixed(2)}`);
  await sees(one);
  await tap(legend(zhCN.reports.keys.before(1)));
  await sees(zhCN.reports.ticket.found(0, '¥0.00'));
  await tap(legend(zhCN.reports.keys.after(1)));
  await sees(one);
  // The one scan is of what no finger could find.
  expect(hand).toMatchObject({ keys: 0, scans: 1 });
});

/** A manager at the till, with their PIN. */
async function approve(): Promise<void> {
  await journey.sees(zhCN.common.approval.title);
  await pad(demoPin);
}

async function switchTo(name: RegExp): Promise<void> {
  await journey.tap(button(new RegExp(`: ${t.keys.lock}$`)));
  await journey.sees(zhCN.session.who);
  await journey.tap(button(name));
  await pad(demoPin, zhCN.session.signIn);
  await journey.sees(t.emptyTitle);
}

/** One note of a hundred and two of fifty, by their rows. */
async function countTwoHundred(): Promise<void> {
  const { close, count } = zhCN.shifts;
  await journey.tap(legend(count.byFaces));
  await journey.tap(button(/¥100\.00/));
  await touch('1');
  await journey.tap(button(/¥50\.00/));
  await touch('2');
  await journey.tap(legend(count.bySum));
  await journey.tap(button(new RegExp(`^${close.sure}`)));
  await journey.sees(close.confirm('¥200.00'));
  await journey.tap(inDialog(close.confirmYes));
}
