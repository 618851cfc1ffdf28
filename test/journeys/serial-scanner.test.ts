import { writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeEach, test } from 'vitest';
import { connectTill } from '../../electron/host/till-client.ts';
import { refusal } from '../../shared/contract/refusals.ts';
import { formatsFor } from '../../shared/i18n/format.ts';
import { explain } from '../../shared/i18n/index.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { type Cable, layCable } from '../doubles/pty.ts';
import { mustBe } from '../doubles/till.ts';
import { closeBrowser, demoGoods, type Journey, openJourney } from './rig.ts';

// A scanner on a serial line in front of a real page: what the core refuses is seen by whoever scans.
let journey: Journey;
let cable: Cable;
beforeEach(async () => {
  cable = await layCable();
  journey = await openJourney({ demo: true });
  const till = await connectTill(journey.data);
  mustBe(
    await till!.command('setup.change', {
      setting: 'scanner',
      value: { transport: 'serial', path: cable.till, baud: 9600 },
    }),
  );
  await till!.close();
  await journey.page.getByTitle(`${zhCN.common.scanner}: ${zhCN.common.device.ready}`).waitFor();
});
afterEach(async () => {
  await journey.stop();
  await cable.remove();
});
afterAll(closeBrowser);

const scan = (code: string) => writeFile(cable.device, `${code}\r`);
const refused = (code: 'not-signed-in' | 'quantity-too-large') =>
  explain(refusal(code, {}), zhCN, formatsFor('zh-CN', 'CNY')).what;
/** Longer than the time in which the same code again counts as read twice. */
const nextScan = () => new Promise(resolve => setTimeout(resolve, 400));

test('a serial scan that is refused shows in front of whoever scanned: nobody signed in, no shift, a full line', async () => {
  const { sees, type, press, page } = journey;
  const cola = demoGoods[0]!;
  await sees(zhCN.session.who);
  await scan(cola.code);
  await sees(refused('not-signed-in'));

  await type('2580');
  await press('Enter');
  await sees(zhCN.shifts.open.ask);
  await scan(cola.code);
  await sees(zhCN.selling.moments.closed);
  await type('200');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  if (await page.getByRole('alert').isVisible()) throw new Error('a scan that is past still alarms');

  await type('99999*');
  await sees(zhCN.selling.multiplier('99999'));
  await scan(cola.code);
  await journey.owes(cola.price * 99_999);
  await nextScan();
  await scan(cola.code);
  await sees(refused('quantity-too-large'));
  await journey.owes(cola.price * 99_999);

  await press('F10');
  await page.getByText(zhCN.selling.scanHint).waitFor({ state: 'hidden' });
  await nextScan();
  await scan('6900000000007');
  await sees(zhCN.selling.moments.unknown('0007'));
});
