import { afterAll, afterEach, test } from 'vitest';
import { messagesOf } from '../../shared/i18n/messages.ts';
import { burstAt, closeBrowser, demoGoods, type Journey, openDemoShift } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

const t = messagesOf('zh-CN');
const goods = demoGoods.slice(0, 3);
/** A wireless scanner types no faster than some hands. */
const slowGapMs = 50;

test('a slow wireless scanner is measured with three scans; from then on none of its digits is taken for a sum', async () => {
  journey = await openDemoShift();
  const { page, sees, press, picture } = journey;
  const burst = await burstAt(page);
  const scanSlowly = (code: string) => burst([code], 0, slowGapMs);
  await press('F10');
  await page.getByText(t.more.settings, { exact: true }).click();
  await page.getByRole('button', { name: t.setup.settings.sections.scanner, exact: true }).click();
  await page.getByRole('button', { name: t.devices.wedge.measure }).click();
  for (const [index, { code }] of goods.entries()) {
    await sees(t.devices.wedge.ask(goods.length - index));
    if (index === 1) await picture('scanner-measure-zh-CN');
    await scanSlowly(code);
  }
  await sees(t.devices.wedge.speed(80));
  await sees(t.devices.wedge.slow(80));
  await picture('scanner-slow-zh-CN');
  // By hand: an Enter right behind a scan is the scanner's.
  await page.getByRole('button', { name: t.common.save }).click();
  await sees(t.setup.settings.saved);
  await press('Escape', 'Escape');

  await sees(t.selling.emptyTitle);
  await scanSlowly(goods[0]!.code);
  await journey.owes(goods[0]!.price);
  await journey.freeze();
  await scanSlowly(goods[1]!.code);
  await sees(t.selling.moments.notACode);
});
