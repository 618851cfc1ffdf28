import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, afterEach, expect, test } from 'vitest';
import { en } from '../../shared/i18n/en.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, desk, type Journey, oldTill, openJourney } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

test.each([
  ['zh-CN', zhCN, desk],
  ['en', en, oldTill],
] as const)(
  'a manager finds by keyboard who did what, and takes it along (%s)',
  async (language, t, size) => {
    journey = await openJourney({ demo: true, size });
    const { sees, type, press, scan, page } = journey;
    await sees(zhCN.session.who);
    await type('2580');
    await press('Enter');
    await sees(zhCN.shifts.open.ask);
    await type('200');
    await press('Enter');
    await sees(zhCN.selling.emptyTitle);
    await scan(demoGoods[0]!.code);
    await journey.owes(demoGoods[0]!.price);
    await journey.freeze();
    await press('F9');
    await sees(zhCN.paying.done.title);
    await journey.nextCustomer();
    if (language === 'en') await inEnglish(journey);
    await press('F10');
    await sees(t.more.audit);
    await page.getByRole('button', { name: t.more.audit }).click();
    await sees(t.audit.kinds['sale-completed']);
    await sees(new RegExp(t.audit.end(0).replace('0', '\\d+')));
    await journey.picture(`audit-${language}-${size.width}`);

    await press('4');
    await sees(t.audit.kinds['shift-opened']);
    await expect.poll(() => page.getByText(t.audit.kinds['sale-completed']).count()).toBe(0);
    await press('0', 'F2');
    await page.getByPlaceholder(t.audit.searchHint).fill('sale');
    await sees(demoGoods[0]!.name);
    await journey.picture(`audit-search-${language}-${size.width}`);

    const saving = page.waitForEvent('download');
    await press('Control+F11');
    const file = await (await saving).path();
    const { data } = Papa.parse<string[]>(readFileSync(file, 'utf8').replace('\ufeff', ''), {
      skipEmptyLines: true,
    });
    expect(data[0]).toContain(t.audit.columns.seal);
    expect(data.slice(1).some(row => row.includes('sale-completed'))).toBe(true);
    await press('Escape');
    await expect.poll(() => page.getByPlaceholder(t.audit.searchHint).count()).toBe(0);
    await press('Escape');
    await sees(t.more.choose);
  },
);

async function inEnglish({ page, press, sees }: Journey): Promise<void> {
  await press('F10');
  await page.getByRole('button', { name: zhCN.more.settings }).click();
  await page.getByText('English').first().click();
  await sees(en.more.settings);
  await press('Escape');
}
