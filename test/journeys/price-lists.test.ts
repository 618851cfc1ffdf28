import { readFileSync } from 'node:fs';
import { afterAll, afterEach, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { workbook } from '../doubles/workbook.ts';
import { closeBrowser, demoGoods, type Journey, oldTill, openJourney } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

const t = zhCN.catalog;
const demoPin = '2580';

/** The demo shop on the import screen, its owner in front of it. */
async function openImport(): Promise<void> {
  journey = await openJourney({ demo: true, size: oldTill });
  const { press, sees, type } = journey;
  await sees(zhCN.session.who);
  await type(demoPin);
  await press('Enter');
  await sees(zhCN.shifts.open.ask);
  await type('200');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  await press('F10');
  await sees(zhCN.more.choose);
  await journey.page.getByText(t.title).click();
  await sees(t.drop);
}

const hand = (name: string, buffer: Buffer) =>
  journey.page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
const pressed = (name: string) => journey.page.getByRole('button', { name }).click();

/** What is said under a heading of the comparison or the result. */
const figure = (title: string) =>
  journey.page.locator('dt', { hasText: title }).locator('xpath=following-sibling::dd').textContent();

test('a misplaced point in a workbook is seen before it sells, and one that sold is taken back', async () => {
  await openImport();
  const { sees, press, scan, owes } = journey;
  const [goods, case_] = [demoGoods[0]!, '16900000000018'];
  const rows = demoGoods.map(({ code, name, price }, index) => [
    `n:${code}`,
    name,
    `n:${(index % 3 === 0 ? price * 10 : price) / 100}`,
    index === 0 ? case_ : null,
    index === 0 ? 'n:24' : null,
  ]);
  const book = workbook({ 说明: [], 七月: [['条码', '品名', '售价', '箱码', '入数'], ...rows] });
  await hand('七月.xlsx', Buffer.from(book));
  await sees(t.sheet('七月'));
  await sees(t.steep.what);
  await sees(`+900%`);
  expect(await figure(t.compared.priceUp)).toBe(String(Math.ceil(demoGoods.length / 3)));
  await journey.picture('price-changes-zh-CN');
  await press('Enter');
  await sees(t.phases.done);
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  await scan(case_);
  await owes(goods.price * 10 * 24);

  await press('F10');
  await sees(zhCN.more.choose);
  await journey.page.getByText(t.title).click();
  await pressed(t.undo);
  await sees(t.undoTitle);
  await press('Delete');
  await sees(t.drop);
  await press('Escape');
  await press('Escape');
  // The open cart keeps its price; what is scanned now has that of before.
  await scan(goods.code);
  await owes(goods.price * 10 * 24 + goods.price);

  const unknown = '6900000000007';
  await scan(unknown);
  await sees(zhCN.selling.moments.unknown('0007'));
  await press('Control+F3');
  await journey.page.keyboard.insertText('手工辣椒酱');
  await press('Enter', '1', '2', '.', '5', 'Enter');
  await owes(goods.price * 10 * 24 + goods.price + 1250);
  await scan(unknown);
  await owes(goods.price * 10 * 24 + goods.price + 2 * 1250);
});

test('the goods that are saved come in again unchanged', async () => {
  await openImport();
  const { sees } = journey;
  for (const kind of ['xlsx', 'csv'] as const) {
    const download = journey.page.waitForEvent('download');
    await pressed(t.saveAs[kind]);
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(new RegExp(`^商品 .*\\.${kind}$`));
    await hand(saved.suggestedFilename(), readFileSync(await saved.path()));
    await sees(t.compared.unchanged);
    for (const name of ['added', 'priceUp', 'priceDown', 'otherwise', 'rejected'] as const)
      expect(await figure(t.compared[name])).toBe('0');
    expect(Number(await figure(t.compared.unchanged))).toBeGreaterThan(100);
    await journey.press('Escape');
    await sees(t.drop);
  }
});
