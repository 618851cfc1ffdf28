import { afterAll, afterEach, test } from 'vitest';
import { zhCN as t } from '../../shared/i18n/zh-CN.ts';
import { printLabel } from '../doubles/labels.ts';
import { closeBrowser, type Journey, oldTill, openDemoShift } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

const rule = { pattern: '22WWWWWEEEEEC' };
/** 红富士苹果 of the demo shop, 11.80 /kg, under the item code 2101. */
const apples = printLabel(rule, { item: 2101, amount: 1299 });

async function openSettings(): Promise<void> {
  journey = await openDemoShift();
  const { sees, press, page } = journey;
  await press('F10');
  await page.getByText(t.more.settings, { exact: true }).click();
  await page.getByRole('button', { name: t.setup.settings.sections.labels, exact: true }).click();
  await sees(t.labels.intro);
}

test('a rule is tried on a real label before it is saved; the label is sold, asked about twice, and comes back at its sum', async () => {
  await openSettings();
  const { sees, press, scan, page, picture, owes } = journey;
  await page.getByLabel(t.labels.ready).selectOption(rule.pattern);
  await scan(apples);
  await sees(t.labels.noGoods);
  await page.getByLabel(t.labels.zeros).selectOption('off');
  await sees('红富士苹果');
  await picture('labels-zh-CN');
  await page.setViewportSize(oldTill);
  await picture('labels-old-till-zh-CN');
  await page.getByRole('button', { name: t.common.save }).click();
  await sees(t.setup.settings.saved);
  await press('Escape', 'Escape');

  await scan(apples);
  await owes(1299);
  await scan(apples);
  await sees(t.selling.labelAgain.title);
  await picture('label-again-zh-CN');
  await press('Escape');
  await owes(1299);
  await scan(apples);
  await sees(t.selling.labelAgain.title);
  await press('F3');
  await owes(2598);

  await journey.freeze();
  await press('F9');
  await sees(t.paying.done.title);
  await journey.nextCustomer();
  await scan('1-000001');
  await sees(t.refunding.columns.left);
  await scan(apples);
  await picture('label-refund-zh-CN');
  await press('1');
  await sees(`✓ ${t.refunding.reasons[0]}`);
  await press('Enter');
  await sees(t.refunding.confirm.title);
  await sees(/12\.99/);
  await press('Enter');
  await sees(t.refunding.done.slip);
  await picture('label-refunded-zh-CN');
});
