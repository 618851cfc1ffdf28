import { afterAll, afterEach, test } from 'vitest';
import { minor, plainAmount } from '../../shared/domain/money.ts';
import { en } from '../../shared/i18n/en.ts';
import { formatsFor } from '../../shared/i18n/format.ts';
import type { LanguageTag, Messages } from '../../shared/i18n/index.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, desk, firstRun, type Journey, oldTill, openJourney } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

const water = demoGoods[0]!;
const float = 20_000;
const paidOut = 500;
const dropped = 5_000;
const pieces = 9;
const missing = pieces * water.price;

test.each([
  { language: 'zh-CN', t: zhCN, size: desk },
  { language: 'en', t: en, size: oldTill },
] as const)(
  'a manager’s whole day on the keyboard ($language): float by denomination, cash in and out, X, a blind close with a difference, what explains it, the day’s close',
  async ({ language, t, size }) => {
    const format = formatsFor(language, 'CNY');
    const money = (fen: number) => format.amount(minor(fen));
    await openDemoShop(language, t, size);
    const { press, type, sees, scan } = journey;
    const shot = (name: string) => journey.picture(`${name}-${language}`);

    await signIn(t, 'manager');
    await sees(t.shifts.open.ask);
    await press('Shift+F8');
    for (const count of ['1', '1', '1', '2', '1', '5']) {
      await type(count);
      await press('Enter');
    }
    await shot('open-faces');
    await press('Enter', 'Enter');
    await sees(plainAmount(minor(float)));
    await press('Enter');
    await sees(t.selling.emptyTitle);

    await scan(water.code);
    await journey.owes(water.price);
    await payCash(t);
    await scan(water.code);
    await journey.owes(water.price);
    await journey.freeze();
    await press('Control+F9');
    await sees(t.paying.storeCode.limit);
    await press('F9');
    await nextCustomer(t);

    await press('F11');
    await sees(t.cash.choose);
    await type('2');
    await sees(t.cash.amount);
    await type('5');
    await press('Enter');
    await sees(t.cash.reason);
    await type('1');
    await sees(t.cash.done(t.cash.kinds['paid-out'].name, money(paidOut)));
    await type('3');
    await sees(t.cash.amount);
    await type('50');
    await press('Enter');
    await sees(t.cash.reason);
    await type('1');
    await sees(t.cash.done(t.cash.kinds.drop.name, money(dropped)));
    await press('Escape');

    const left = float + water.price - paidOut - dropped;
    await press('F12');
    await sees(t.shifts.close.checks);
    await press('Shift+F2');
    await sees(t.report.x);
    await sees(plainAmount(minor(left)));
    await press('Escape', 'Enter');
    await count(t, left, money);
    await sees(t.shifts.close.leaveAsk);
    await press('Enter');
    await sees(t.shifts.close.done(1));
    await sees(t.shifts.close.exact);
    await press('Enter');

    await signIn(t, 'cashier');
    await sees(t.shifts.open.asLast);
    await press('Shift+F2');
    await press('Enter');
    await sees(t.selling.emptyTitle);
    await type(`${pieces}*`);
    await sees(t.selling.multiplier(String(pieces)));
    await scan(water.code);
    await journey.owes(missing);
    await payCash(t);
    await press('F12');
    await sees(t.shifts.close.checks);
    await sees(t.shifts.close.unverified(1, money(water.price)).what);
    await press('Shift+F2');
    await sees(t.shifts.report.soFarNote);
    await press('Escape', 'Enter');
    await count(t, left, money);
    await sees(t.shifts.close.againWhy);
    await count(t, left, money);
    await sees(t.shifts.close.leaveAsk);
    await press('Shift+F4');
    await sees(t.common.approval.title);
    await type('2580');
    await press('Enter');
    await sees(/已签字|Signed by/);
    await press('Enter');
    await sees(t.shifts.close.done(2));
    await sees(t.shifts.close.short);
    await press('Enter');

    await signIn(t, 'manager');
    await press('F10');
    await sees(t.more.choose);
    await type('1');
    await sees(t.home.variance.last(2, t.report.short, money(missing)));
    await shot('home');
    await type('2');
    await sees(/1-000003/);
    await sees(/扫码付的|paid by code/);
    await shot('archive');
    await press('Shift+F3');
    await sees(t.suspects.settled.open);
    await type('ok');
    await press('Shift+F8');
    await press('Enter');
    await sees(t.suspects.closed(t.suspects.names['cash-was-code']));
    await press('F12');
    await sees(t.archive.confirm);
    await press('Enter');
    await sees(t.report.day(1));
    await press('Escape', 'F10');
    await sees(t.more.choose);
    await type('1');
    await sees(t.home.variance.ok);
    await sees(t.home.day.ok);
  },
);

async function openDemoShop(language: LanguageTag, t: Messages, size: typeof desk | typeof oldTill) {
  journey = await openJourney({ size });
  await journey.sees(zhCN.setup.first.welcome);
  await journey.page.getByText(zhCN.setup.languages[language]).first().click();
  await firstRun(journey, t.setup.first, { shop: 'Corner Shop', owner: 'Ann', pin: '8351', start: 'demo' });
}

async function signIn(t: Messages, who: 'manager' | 'cashier'): Promise<void> {
  const { sees, press, type } = journey;
  await sees(t.session.who);
  if (who === 'cashier') await press('ArrowRight');
  await type('2580');
  await press('Enter');
  await sees(t.shifts.open.ask);
}

async function payCash(t: Messages): Promise<void> {
  await journey.freeze();
  await journey.press('F9');
  await nextCustomer(t);
}

/** From the change screen to an empty cart; a first Escape right after the sale is meant for nobody. */
async function nextCustomer(t: Messages): Promise<void> {
  const { page, press, sees } = journey;
  await sees(t.paying.done.nextKey);
  const empty = page.getByText(t.selling.emptyTitle);
  for (let tries = 0; tries < 20 && !(await empty.isVisible()); tries += 1) {
    await press('Escape');
    await empty.waitFor({ timeout: 500 }).catch(() => {});
  }
  await sees(t.selling.emptyTitle);
}

/** Counts a typed sum and says that it is so. */
async function count(t: Messages, fen: number, money: (fen: number) => string): Promise<void> {
  const { sees, type, press } = journey;
  await sees(t.shifts.close.counted);
  await type(plainAmount(minor(fen)));
  await press('Enter');
  await sees(t.shifts.close.confirm(money(fen)));
  await press('Enter');
}
