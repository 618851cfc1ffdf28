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
const [water, cola] = demoGoods as [(typeof demoGoods)[0], (typeof demoGoods)[0]];

async function openShift(): Promise<void> {
  journey = await openJourney({ demo: true });
  const { sees, type, press } = journey;
  await sees(zhCN.session.who);
  await type('2580');
  await press('Enter');
  await sees(zhCN.shifts.open.ask);
  await type('200');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
}

async function sellInCash(): Promise<void> {
  const { scan, press, sees } = journey;
  await scan(water.code);
  await journey.owes(water.price);
  await scan(cola.code);
  await scan(cola.code);
  await journey.owes(water.price + 2 * cola.price);
  await journey.freeze();
  await press('F9');
  await sees(zhCN.paying.done.title);
  await journey.nextCustomer();
}

const chooses = async (number: number) => {
  await journey.press(String(number));
  await journey.sees(`✓ ${t.reasons[number - 1]}`);
};

test('a scanned receipt is refunded with three keys and the picks', async () => {
  await sellInCash();
  const { scan, press, sees, picture, hand } = journey;
  await scan('1-000001');
  await sees(t.columns.left);
  await scan(cola.code);
  await picture('refund-zh-CN');
  const before = hand.keys;
  await chooses(1);
  await press('Enter');
  await sees(t.confirm.title);
  await picture('refund-confirm-zh-CN');
  await press('Enter');
  await sees(t.done.slip);
  expect(hand.keys - before).toBe(3);
  await picture('refund-done-zh-CN');
  await press('Escape');
  await sees(zhCN.selling.emptyTitle);
});

test('a print that came out, a refund’s or a sale’s, is printed again with Enter', async () => {
  const { press, sees, page } = journey;
  const { keys, reprinted } = zhCN.printing;
  await press('F10');
  await page.getByRole('button', { name: new RegExp(`^${zhCN.more.receipts}`) }).click();
  const enter = page.getByRole('button', { name: new RegExp(`^Enter\\s*${keys.reprint}$`) });
  await enter.waitFor();
  await press('Enter');
  await sees(reprinted('1-R000001'));
  await press('ArrowDown', 'ArrowDown');
  await enter.waitFor();
  await press('Enter');
  await sees(reprinted('1-000001'));
  await press('Escape');
  await sees(zhCN.selling.emptyTitle);
});

test('a sale without a receipt is found by its sum or its day, and opened with Enter', async () => {
  const { type, press, sees, picture } = journey;
  await press('F5');
  await sees(t.find.title);
  await type((water.price + 2 * cola.price).toString().replace(/(\d\d)$/, '.$1'));
  await press('Enter');
  await sees(t.find.found(1));
  await press('Shift+F3');
  await picture('refund-found-zh-CN');
  await press('Enter');
  await sees(t.columns.left);
  await press('Escape');
  await press('Escape');
  await sees(zhCN.selling.emptyTitle);
});

test('what came back once is not there a second time; the rest goes with one key', async () => {
  const { type, press, sees, picture, page } = journey;
  await press('F5');
  await sees(t.find.title);
  await picture('refund-find-zh-CN');
  await type('1');
  await press('Enter');
  await sees(t.columns.left);
  await press('Shift+F2', 'ArrowDown', 'Shift+F4');
  await page.setViewportSize(oldTill);
  await picture('refund-rest-zh-CN');
  await chooses(3);
  await press('Enter');
  await sees(t.confirm.title);
  await press('Enter');
  await sees(t.done.slip);
  await press('F5');
  await sees(t.find.title);
  await type('1');
  await press('Enter');
  await sees(t.allBack);
  await press('Escape', 'Escape');
  await sees(zhCN.selling.emptyTitle);
});

test('a sale that was a mistake is undone as a whole', async () => {
  await sellInCash();
  const { scan, press, sees, picture } = journey;
  await scan('1-000002');
  await sees(t.columns.left);
  await chooses(2);
  await press('Control+Delete');
  await sees(t.confirm.void);
  await picture('refund-void-zh-CN');
  await press('Enter');
  await sees(t.done.slip);
  await press('Escape');
});

test('goods without a receipt go back at today’s price, and the last sales are at hand without typing', async () => {
  const { scan, press, sees, picture } = journey;
  await press('F5');
  await sees(t.find.last);
  await picture('refund-find-zh-CN');
  await press('Shift+F4');
  await sees(t.without.empty);
  await scan(water.code);
  await scan(water.code);
  await sees('2 ×');
  await chooses(6);
  await picture('refund-without-zh-CN');
  await press('F9');
  await sees(t.done.slip);
  await press('F5');
  await sees(t.find.last);
  await press('ArrowDown', 'Enter');
  await sees(t.allBack);
  await press('Escape', 'Escape');
  await sees(zhCN.selling.emptyTitle);
});

test('a cashier refunds a wallet’s money with a manager’s leave on the spot, and it goes back the way it came', async () => {
  const { scan, type, press, sees, picture, page } = journey;
  await press('F10');
  await page.getByText(zhCN.more.signOut, { exact: true }).click();
  await sees(zhCN.session.who);
  await press('ArrowRight');
  await type('2580');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  await scan(water.code);
  await journey.owes(water.price);
  await journey.freeze();
  await scan('130000000000010000');
  await sees(zhCN.paying.done.title);
  await journey.nextCustomer();
  await scan('1-000003');
  await sees(t.columns.left);
  await press('Shift+F2');
  await sees(t.ways.code(zhCN.payments.wallets.wechat));
  await chooses(1);
  await press('Enter');
  await sees(t.confirm.title);
  await press('Enter');
  await sees(zhCN.common.approval.title);
  await picture('refund-approval-zh-CN');
  await type('2580');
  await press('Enter');
  await sees(t.done.underWay);
  await press('Escape');
  await sees(zhCN.selling.emptyTitle);
});
