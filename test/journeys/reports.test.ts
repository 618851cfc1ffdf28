import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, type Journey, oldTill, openJourney } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

const t = zhCN.reports;
const demoPin = '2580';

/** Rings up one piece and takes a note of 100 for it. */
async function sellForCash({ code, price }: { code: string; price: number }): Promise<void> {
  const { scan, owes, sees, freeze, type, press, nextCustomer } = journey;
  await scan(code);
  await owes(price);
  await freeze();
  await type('100');
  await press('F9');
  await sees(zhCN.paying.done.title);
  await nextCustomer();
}

const saved = async (key: 'Control+F11' | 'Control+F12') => {
  const download = journey.page.waitForEvent('download');
  await journey.press(key);
  return readFileSync(await (await download).path());
};

test('the owner reads the day by keys alone, opens a ticket and takes the list away as a file', async () => {
  journey = await openJourney({ demo: true, size: oldTill });
  const { press, sees, type } = journey;
  const goods = demoGoods[0]!;
  await sees(zhCN.session.who);
  await type(demoPin);
  await press('Enter');
  await sees(zhCN.shifts.open.ask);
  await type('200');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  await sellForCash(goods);
  await press('F10');
  await sees(zhCN.more.choose);
  await type('2');
  await sees(t.day.takings);
  const figures = (goods.price / 100).toFixed(2);
  await sees(figures);
  await press('Shift+F8');
  await sees(t.sum);
  await press('Shift+F4');
  await sees('1-000001');
  await sees(`${zhCN.reports.ticket.given} 100.00`);

  // Each key does one thing here: this one narrows the list, and the other shows more days.
  const { page } = journey;
  await press('Control+F6');
  await page.getByRole('button', { name: new RegExp(`^✓ ${t.ticket.kinds.sale}`) }).waitFor();
  await page.locator('footer').getByText(t.length(7)).waitFor();
  await press('Shift+F8');
  await page.locator('footer').getByText(t.length(30)).waitFor();
  await press('Escape');
  await page.getByRole('button', { name: new RegExp(`^${t.ticket.unfiltered(t.ticket.kind)}`) }).waitFor();

  const csv = (await saved('Control+F11')).toString('utf8');
  expect(csv).toContain('"1-000001"');
  expect(csv).toContain(`"${figures}"`);
  expect(csv).not.toContain('100.00');
  const book = unzipSync(await saved('Control+F12'));
  expect(strFromU8(book['xl/worksheets/sheet1.xml']!)).toContain(`<v>${goods.price / 100}</v>`);

  await type('999');
  await sees(t.ticket.none);
  await press('Escape');
  await sees('1-000001');
  await press('Escape');
  await sees(zhCN.selling.emptyTitle);
});
