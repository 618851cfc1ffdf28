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

test('the same in English in the demo shop: goods, a sale with change, and its receipt on screen', async () => {
  journey = await openJourney({ size: oldTill });
  const { page, press, type, sees, scan, picture } = journey;
  await sees(zhCN.setup.first.welcome);
  await page.getByText(zhCN.setup.languages.en).first().click();
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
