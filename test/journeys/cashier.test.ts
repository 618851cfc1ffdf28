import { afterAll, beforeAll, describe, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, type Journey, openDemoShift, signInToDemo } from './rig.ts';

let journey: Journey;
afterAll(closeBrowser);

const t = zhCN.selling;

describe('a shift', () => {
  beforeAll(async () => {
    journey = await openDemoShift();
  }, 180_000);
  afterAll(() => journey.stop());

  test("a cashier's first hour on the keyboard alone: search, quantity, discount, hold, recall, remove, cash, close", async () => {
    const { scan, type, press, sees, picture } = journey;
    const [a, b, c] = demoGoods as [(typeof demoGoods)[0], (typeof demoGoods)[0], (typeof demoGoods)[0]];

    await scan(a.code);
    await scan(b.code);
    await journey.owes(a.price + b.price);
    await type('3*');
    await sees(t.multiplier('3'));
    await scan(c.code);
    await journey.owes(a.price + b.price + 3 * c.price);
    await picture('selling-zh-CN');

    await press('Delete');
    await journey.owes(a.price + b.price);
    await press('F3');
    await sees(t.quantityHint);
    await type('2');
    await press('Enter');
    await journey.owes(a.price + 2 * b.price);
    await press('F6');
    await sees(t.emptyTitle);

    await type('kekuokele');
    await sees(t.onlySimilar('kekuokele'));
    await press('Enter', 'Escape');
    await sees(t.emptyTitle);

    await type(b.code.slice(-5));
    await press('Enter');
    await sees(t.choosePartTitle);
    await picture('search-last-digits-zh-CN');
    await press('Enter');
    await journey.owes(b.price);
    await press('Delete');
    await sees(t.emptyTitle);

    await type('kk');
    await sees(t.results(2, 0));
    await press('Enter');
    await journey.owes(demoGoods.find(item => item.name.includes('可口可乐'))!.price);
    await journey.freeze();
    await press('F9');
    await sees(zhCN.paying.done.title);
    await journey.nextCustomer();

    await press('Shift+F6');
    await sees(t.heldHint);
    await press('Enter');
    await journey.owes(a.price + 2 * b.price);
    await journey.freeze();
    await type('100');
    await press('F9');
    await sees(zhCN.paying.done.title);
    await journey.nextCustomer();

    await press('F12');
    await sees(zhCN.shifts.close.checks);
    await press('Enter');
    await sees(zhCN.shifts.close.countAsk);
    await type('200');
    await press('Enter');
    await sees(zhCN.shifts.close.confirm('¥200.00'));
    await press('Enter');
    // Off by more than the shop lets pass: counted once more, and not told by how much.
    await sees(zhCN.shifts.close.againWhy);
    await type('200');
    await press('Enter');
    await sees(zhCN.shifts.close.confirm('¥200.00'));
    await press('Enter');
    await sees(zhCN.shifts.close.leaveAsk);
    await press('Enter');
    await sees(zhCN.shifts.close.done(1));
    await sees(zhCN.shifts.close.short);
    await picture('shift-closed-zh-CN');
  });
});

// One till for all of them; each but the last leaves an empty counter behind.
describe('a sale that is disturbed', () => {
  beforeAll(async () => {
    journey = await openDemoShift();
  }, 180_000);
  afterAll(() => journey.stop());

  test('an unknown code, and a payment code where nothing is owed, are loud, and nothing is charged or added', async () => {
    await journey.scan('6900000000007');
    await journey.sees(t.moments.unknown('0007'));
    await journey.scan('134567890123456789');
    await journey.sees(t.moments.codeRefused('wechat', 'nothing-owed'));
    await journey.owes(0);
  });

  test('the page is reloaded in the middle of a sale: nothing is lost and nobody signs in again', async () => {
    const [a] = demoGoods;
    await journey.scan(a!.code);
    await journey.owes(a!.price);
    await journey.page.reload();
    await journey.owes(a!.price);
    await journey.press('Delete');
    await journey.sees(t.emptyTitle);
  });

  test('screens that can’t be fetched are told, the cart is kept, and Enter brings a page that has them', async () => {
    const [a] = demoGoods;
    await journey.scan(a!.code);
    await journey.owes(a!.price);
    await journey.page.route('**/later-screens-*.js', route => route.abort());
    await journey.page.reload();
    await journey.owes(a!.price);
    await journey.press('F10');
    await journey.sees(zhCN.common.fault.what);
    await journey.page.unroute('**/later-screens-*.js');
    await journey.press('Enter');
    await journey.owes(a!.price);
    await journey.press('F10');
    await journey.sees(zhCN.more.title);
    await journey.press('Escape');
    await journey.press('Delete');
    await journey.sees(t.emptyTitle);
  });

  test.each([
    ['a wire', '**/trpc-wire-*.js'],
    ['a strip', '**/assets/strip-*.js'],
  ])('%s that can’t be fetched is told, and Enter brings a page that has it', async (_piece, file) => {
    const [a] = demoGoods;
    await journey.scan(a!.code);
    await journey.owes(a!.price);
    await journey.page.route(file, route => route.abort());
    await journey.page.reload();
    await journey.sees(zhCN.common.fault.what);
    await journey.page.unroute(file);
    await journey.press('Enter');
    await journey.owes(a!.price);
    await journey.press('Delete');
    await journey.sees(t.emptyTitle);
  });

  test('the plug is pulled in the middle of a sale: the cart is there after it, and so is the held one', async () => {
    const { scan, press, sees } = journey;
    const [a, b] = demoGoods as [(typeof demoGoods)[0], (typeof demoGoods)[0]];
    await scan(a.code);
    await journey.owes(a.price);
    await press('F6');
    await sees(t.emptyTitle);
    await scan(b.code);
    await journey.owes(b.price);
    await journey.killAndRestart();
    await signInToDemo(journey);
    await journey.owes(b.price);
    await press('Shift+F6');
    await sees(t.heldHint);
    await press('Enter');
    await journey.owes(a.price);
  });
});
