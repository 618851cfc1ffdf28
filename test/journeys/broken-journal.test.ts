import { afterAll, afterEach, expect, test } from 'vitest';
import { pathsOf } from '../../electron/host/paths.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { changeRow } from '../doubles/tamper.ts';
import { closeBrowser, demoGoods, type Journey, oldTill, openJourney } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

test('a broken journal is in sight from sign-in on, and the next customer is served all the same', async () => {
  journey = await openJourney({ demo: true, size: oldTill });
  await journey.sees(zhCN.session.who);
  changeRow(pathsOf(journey.data).database, 2);
  await journey.killAndRestart();
  const { sees, type, press, scan } = journey;
  const told = async () => {
    await sees(zhCN.common.journalBroken(zhCN.harms.changed(2)).what);
    const { scrollHeight, clientHeight } = await journey.page.evaluate(() => document.documentElement);
    expect(scrollHeight).toBe(clientHeight);
  };
  await sees(zhCN.session.who);
  await told();
  await type('2580');
  await press('Enter');
  await sees(zhCN.shifts.open.ask);
  await type('200');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  await scan(demoGoods[0]!.code);
  await journey.owes(demoGoods[0]!.price);
  await told();
  await journey.freeze();
  await told();
  await press('F9');
  await sees(zhCN.paying.done.title);
  await told();
});
