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

/** Presses the pad's keys one after the other, and its confirm. */
async function pad(keys: string): Promise<void> {
  for (const key of keys) await journey.tap(button(key));
  await journey.tap(button(zhCN.common.padEnter));
}

async function paid(): Promise<void> {
  await journey.sees(zhCN.paying.done.title);
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
  await pad(demoPin);
  await journey.sees(zhCN.shifts.open.ask);
  await pad('200');
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
  await tap(button(new RegExp(`^${t.recall}`)));
  await owes(5 * cola.price + 2 * milk.price);
  await tap(row(cola.name));
  await tap(legend(t.keys.discount));
  await tap(button('9折'));
  await owes(4.5 * cola.price + 2 * milk.price);
  await tap(row(milk.name));
  await tap(legend(t.keys.remove));
  await owes(4.5 * cola.price);

  await tap(button(new RegExp(`${t.search}$`)));
  for (const letter of 'XNN') await tap(button(letter));
  await journey.picture('search-by-finger-zh-CN');
  await tap(button(new RegExp(`^${milk.name}`)));
  await owes(4.5 * cola.price + milk.price);

  await tap(button(new RegExp(`^${t.pay}`)));
  await sees(zhCN.paying.notes);
  await tap(button(/^50 /));
  await paid();
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

test('hands over to the next cashier, and nobody has needed a key', async () => {
  const { tap, sees, hand } = journey;
  await tap(button(new RegExp(`: ${t.keys.lock}$`)));
  await sees(zhCN.session.who);
  await tap(button(/李敏/));
  await pad(demoPin);
  await sees(t.emptyTitle);
  expect(hand).toMatchObject({ keys: 0, scans: 0 });
});
