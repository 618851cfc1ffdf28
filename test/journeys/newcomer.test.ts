import { afterAll, afterEach, expect, test } from 'vitest';
import { en } from '../../shared/i18n/en.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, firstRun, importList, type Journey, oldTill, openJourney } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

test('a newcomer sets up, imports a price list of their own and sells from it within the first minutes', async () => {
  journey = await openJourney();
  const { press, type, sees, scan, picture } = journey;
  await sees(zhCN.setup.first.welcome);
  await picture('setup-zh-CN');
  await firstRun(journey, zhCN.setup.first, { shop: '惠民便利', owner: '王店长', pin: '8351', start: 'own' });

  const rows = [
    '6901234567892,可口可乐 330ml,2.50,瓶',
    '6923450656150,红烧牛肉面,4.50,桶',
    '2000001,散装鸡蛋,11.80,kg',
  ];
  await importList(journey, ['条码,品名,售价,单位', ...rows], 'import-zh-CN');

  await sees(zhCN.shifts.open.ask);
  await type('200');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  await scan('6901234567892');
  await journey.owes(250);
  await scan('6923450656150');
  await journey.owes(700);
  await journey.freeze();
  await type('10');
  await press('F9');
  await sees(zhCN.paying.done.title);
  await sees('3.00');
  await sees(/1-000001/);
});

const stepsMax = 25;

test('from the first start to the first own sale, with a cashier hired, a page printed and a sale practised, it takes a newcomer at most 25 steps', async () => {
  journey = await openJourney({ size: oldTill });
  const { page, sees, picture } = journey;
  const t = zhCN.setup.first;
  let steps = 0;
  // A step is a key, a click, a field filled, a file chosen or a scan.
  const step = async (act: () => Promise<unknown>) => {
    steps += 1;
    await act();
  };
  const click = (name: string) => step(() => page.getByRole('button', { name }).click());
  const fill = (label: string, text: string) =>
    step(() => page.getByLabel(label, { exact: true }).fill(text));
  const press = (key: string) => step(() => journey.press(key));
  const type = (text: string) => step(() => journey.type(text));
  const scan = (code: string) => step(() => journey.scan(code));

  await sees(t.welcome);
  await press('Enter');
  await fill(t.shopName, '惠民便利');
  await fill(t.ownerName, '王店长');
  await fill(t.pin, '8351');
  await fill(t.pinAgain, '8351');
  await press('Enter');
  await click(t.own);
  await sees(zhCN.catalog.drop);
  const buffer = Buffer.from('条码,品名,售价\r\n6901234567892,可口可乐 330ml,2.50\r\n', 'utf8');
  const file = { name: '价目表.csv', mimeType: 'text/csv', buffer };
  await step(() => page.locator('input[type=file]').setInputFiles(file));
  await sees(zhCN.catalog.encodings['utf-8']);
  await sees(zhCN.catalog.compared.priceUp);
  await press('Enter');
  await sees(zhCN.catalog.phases.done);
  await press('Enter');

  // The till itself says what is done, not the button that was pressed.
  const words = zhCN.gettingStarted;
  const ticked = (name: string) =>
    page.getByRole('listitem', { name, exact: true }).getByRole('img', { name: words.done }).waitFor();
  const { prices, staff, print, practise } = words.steps;
  await ticked(prices.name);
  await picture('getting-started-zh-CN');
  await fill(words.staffName, '李敏');
  await press('Enter');
  await ticked(staff.name);
  await sees(/李敏的密码是 \d{4}/);
  await click(print.act);
  await ticked(print.name);
  await picture('getting-started-done-zh-CN');
  await click(practise.act);
  await sees(zhCN.practice.guide.scan);
  await scan('6901234567892');
  await journey.owes(250);
  await sees('按 F9 报应收');
  await press('F9');
  await click(zhCN.practice.pay);
  await sees(zhCN.paying.done.title);
  await sees(zhCN.practice.guide.paid);
  await picture('practice-guide-zh-CN');
  await press('Control+F10');
  await sees(zhCN.session.who);
  await type('8351');
  await press('Enter');
  await sees(zhCN.shifts.open.ask);
  await type('200');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  await scan('6901234567892');
  await journey.owes(250);
  await press('F9');
  await press('F9');
  await sees(zhCN.paying.done.title);
  await sees(/1-000001/);
  expect(steps).toBeLessThanOrEqual(stepsMax);
  await journey.press('F10');
  await sees(zhCN.more.choose);
  await journey.type('1');
  await sees(words.onHome(4, 6));
  await page.getByRole('button', { name: words.look }).click();
  await ticked(practise.name);
});

test('what is left to set up goes away when its owner does not want to see it', async () => {
  journey = await openJourney({ size: oldTill });
  const { page, press, type, sees } = journey;
  await page.getByText(zhCN.setup.languages.en).first().click();
  await firstRun(journey, en.setup.first, { shop: 'Corner Shop', owner: 'Ann', pin: '8351', start: 'own' });
  await sees(en.catalog.drop);
  await press('Escape');
  await sees(en.gettingStarted.steps.prices.why);
  await journey.picture('getting-started-en');
  await press('Escape');
  await sees(en.shifts.open.ask);
  await press('F10');
  await sees(en.more.choose);
  await type('1');
  const list = page.getByText(en.gettingStarted.onHome(0, 6), { exact: true });
  await list.waitFor();
  await journey.picture('checklist-en');
  await page.getByRole('button', { name: en.gettingStarted.hide }).click();
  await list.waitFor({ state: 'detached' });
});

test('the same in English in the demo shop: goods, a sale with change, and its receipt on screen', async () => {
  journey = await openJourney({ size: oldTill });
  const { page, press, type, sees, scan, picture } = journey;
  await sees(zhCN.setup.first.welcome);
  await page.getByText(zhCN.setup.languages.en).first().click();
  await sees(en.setup.first.welcome);
  // Strip, help and the page itself have changed with it.
  await page.getByRole('button', { name: en.selling.keys.help }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await press('F1');
  await sees(en.screenHelp['first-run'][0]![1]);
  await press('Escape');
  await firstRun(journey, en.setup.first, { shop: 'Corner Shop', owner: 'Ann', pin: '8351', start: 'demo' });
  await sees(en.session.who);
  await type('2580');
  await press('Enter');
  await sees(en.shifts.open.ask);
  await type('100');
  await press('Enter');
  await sees(en.selling.emptyTitle);
  const [first, second] = demoGoods;
  await scan(first!.code);
  await journey.owes(first!.price);
  await scan(second!.code);
  await journey.owes(first!.price + second!.price);
  await picture('selling-en');
  await journey.freeze();
  await sees(en.paying.collect.title);
  await picture('paying-en');
  await type('50');
  await press('F9');
  await sees(en.paying.done.title);
  await page.getByRole('img', { name: en.printing.paper }).waitFor();
  await sees('1-000001');
  await picture('change-en');
  expect(await page.title()).toContain('Evertill');
});
