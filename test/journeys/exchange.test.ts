import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, type Journey, oldTill, openJourney } from './rig.ts';

// One till for all of them, as a cashier has it; each leaves an empty counter behind.

let journey: Journey;
beforeAll(openShift, 60_000);
afterAll(async () => {
  await journey.stop();
  await closeBrowser();
});

const t = zhCN.refunding;
const cheap = demoGoods[0]!;
const dear = demoGoods.find(each => each.price > cheap.price)!;
const yuan = (fen: number) => (fen / 100).toFixed(2);

async function openShift(): Promise<void> {
  journey = await openJourney({ demo: true });
  await signIn();
  await journey.sees(zhCN.shifts.open.ask);
  await journey.type('200');
  await journey.press('Enter');
  await journey.sees(zhCN.selling.emptyTitle);
}

async function signIn(): Promise<void> {
  await journey.sees(zhCN.session.who);
  await journey.type('2580');
  await journey.press('Enter');
}

async function sellInCash(item: typeof cheap): Promise<void> {
  const { scan, press, sees } = journey;
  await scan(item.code);
  await journey.owes(item.price);
  await journey.freeze();
  await press('F9');
  await sees(zhCN.paying.done.title);
  await journey.nextCustomer();
}

/** Brings the whole sale back for other goods; ends at the counter. */
async function exchange(receipt: string): Promise<void> {
  const { scan, press, sees, picture } = journey;
  await scan(receipt);
  await sees(t.columns.left);
  await press('Shift+F2', '1');
  await sees(`✓ ${t.reasons[0]}`);
  await press('Enter');
  await sees(t.confirm.exchange);
  await picture('exchange-confirm-zh-CN');
  await press('Shift+F8');
  await sees(zhCN.exchange.openedTodo);
  await picture('exchange-done-zh-CN');
  await press('Escape');
  await sees(zhCN.exchange.back);
}

test('dearer goods: only the difference is paid, also after the till was killed in between', async () => {
  const { scan, press, sees, picture } = journey;
  await sellInCash(cheap);
  await exchange('1-000001');
  await journey.killAndRestart();
  await signIn();
  await sees(zhCN.exchange.credit('1-R000001'));
  await scan(dear.code);
  await journey.owes(dear.price - cheap.price);
  await picture('exchange-counter-zh-CN');
  await journey.page.setViewportSize(oldTill);
  await picture('exchange-counter-small-zh-CN');
  await journey.freeze();
  await sees(zhCN.paying.tenders.exchange);
  await picture('exchange-paying-zh-CN');
  await press('F9');
  await sees(zhCN.paying.done.title);
  await journey.nextCustomer();
});

test('cheaper goods: one key settles them, and says what goes back', async () => {
  const { scan, press, sees, picture } = journey;
  await sellInCash(dear);
  await exchange('1-000003');
  await scan(cheap.code);
  await journey.owes(0);
  await picture('exchange-cheaper-zh-CN');
  await press('F9');
  await sees(zhCN.exchange.rest(t.ways.cash));
  await sees(yuan(dear.price - cheap.price));
  await picture('exchange-rest-zh-CN');
  await journey.nextCustomer();
});

test('changed mind: one key gives the whole credit back', async () => {
  const { press, sees, page } = journey;
  await sellInCash(cheap);
  await exchange('1-000005');
  await press('Shift+F5');
  await sees(zhCN.exchange.returned);
  await page.getByText(zhCN.exchange.credit('1-R000003')).waitFor({ state: 'hidden' });
  expect(await page.getByText(zhCN.exchange.back).count()).toBe(0);
});
