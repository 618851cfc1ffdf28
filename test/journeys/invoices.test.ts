import { afterAll, afterEach, beforeEach, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, type Journey, openJourney } from './rig.ts';

let journey: Journey;
const [cola] = demoGoods as [(typeof demoGoods)[0]];
const t = zhCN.invoicing;

beforeEach(async () => {
  journey = await openJourney({ demo: true });
  const { sees, type, press } = journey;
  await sees(zhCN.session.who);
  await type('2580');
  await press('Enter');
  await sees(zhCN.shifts.open.ask);
  await type('200');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
});
afterEach(() => journey.stop());
afterAll(closeBrowser);

test('a company gets its invoice by the keyboard alone: asked for after the sale, noted as issued, kept back from a practice export', async () => {
  const { page, scan, type, press, sees } = journey;
  await scan(cola.code);
  await journey.owes(cola.price);
  await journey.freeze();
  await press('F9');
  await sees(zhCN.paying.done.title);

  await press('F7');
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
  await press('F8');
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
