import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, type Journey, openJourney } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

test('the key is lost overnight: the sign-in screen says so, one Enter opens the till, and the first customer is served', async () => {
  journey = await openJourney({ demo: true });
  const { sees, type, press, scan, data } = journey;
  await sees(zhCN.session.who);
  for (const name of readdirSync(data).filter(each => each.startsWith('vault.key')))
    rmSync(path.join(data, name));
  await journey.killAndRestart();
  await sees(zhCN.session.pinLost.what);
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
});
