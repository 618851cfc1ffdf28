import { readFileSync } from 'node:fs';
import { afterAll, afterEach, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, firstRun, importList, type Journey, openJourney } from './rig.ts';

let journey: Journey;
const [cola] = demoGoods as [(typeof demoGoods)[0]];
const t = zhCN.invoicing;

async function openDemoShift(): Promise<void> {
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
afterEach(() => journey.stop());
afterAll(closeBrowser);

test('a company gets its invoice by the keyboard alone: asked for after the sale, noted as issued, kept back from a practice export', async () => {
  await openDemoShift();
  const { page, scan, type, press, sees } = journey;
  await scan(cola.code);
  await journey.owes(cola.price);
  await journey.freeze();
  await press('F9');
  await sees(zhCN.paying.done.title);

  await press('Shift+F7');
  await sees(t.kind);
  await page.keyboard.insertText('惠民公司');
  await press('Tab');
  await type('9144030071526726xh');
  await press('Enter');
  await sees(/校验位/);
  await press('Backspace');
  await type('g');
  await press('Enter');
  await sees(t.requested);
  await sees(zhCN.paying.done.title);
  await journey.nextCustomer();

  await press('F10');
  await page.getByText(zhCN.more.invoices, { exact: true }).click();
  await sees('惠民公司');
  await press('Control+F11');
  await sees(t.heldBack(1));
  await press('Escape');
  await press('Enter');
  await sees(t.number);
  await type('12345678901234567890');
  await press('Enter');
  await sees(t.markedIssued);
  await press('PageDown', 'PageDown');
  await sees('9144030071526726XG');
  await sees('12345678901234567890');
});

test('a shop of its own saves its requests as a file for the invoicing service', async () => {
  journey = await openJourney();
  const { page, scan, type, press, sees } = journey;
  await firstRun(journey, zhCN.setup.first, { shop: '老王便利', owner: '老王', pin: '8351', start: 'own' });
  await importList(journey, [
    '条码,品名,售价,税收分类编码',
    '6901234567892,可口可乐,2.50,1030307010000000000',
  ]);
  await sees(zhCN.shifts.open.ask);
  await type('200');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  await scan('6901234567892');
  await journey.owes(250);
  await journey.freeze();
  await press('F9');
  await sees(zhCN.paying.done.title);
  await press('Shift+F7');
  await sees(t.kind);
  await press('Shift+F8');
  await page.keyboard.insertText('张三');
  await press('Enter');
  await sees(t.requested);
  await journey.nextCustomer();

  await press('F10');
  await page.getByText(zhCN.more.invoices, { exact: true }).click();
  await sees('张三');
  const saving = page.waitForEvent('download');
  await press('Control+F11');
  const rows = readFileSync(await (await saving).path(), 'utf8').split('\r\n');
  await sees(t.exported(1));
  expect(rows[1]).toMatch(
    /^"1-000001","[\d-]{10}","张三","","1030307010000000000","可口可乐","1","件","2.21",/,
  );
});
