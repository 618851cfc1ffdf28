import { afterAll, afterEach, test } from 'vitest';
import { zhCN as t } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, type Journey, openJourney } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

const { open, others, close } = t.shifts;

test('a box with much cash is set aside, the next cashier opens at once, and the box is counted while they sell', async () => {
  journey = await openJourney({ demo: true });
  const { press, type, sees, picture } = journey;
  await signIn('manager');
  await type('3000');
  await press('Enter');
  await sees(t.selling.drawerFull.what);
  await picture('box-full');
  await press('F12');
  await sees(close.setAsideNote);
  await press('F6');
  await signIn('cashier');
  await sees(others.key(1));
  await type('100');
  await press('Enter');
  await sees(t.selling.emptyTitle);

  await press('F12');
  await sees(others.key(1));
  await press('Shift+F6');
  await sees(others.count);
  await picture('box-others');
  await type('1');
  // The checks of the other shift, whose box it is.
  await sees(/开班 · 王店长/);
  await press('Enter');
  await countAndLeaveAll('3000', '¥3000.00');
  await sees(close.done(1));
  await sees(close.exact);
  await press('Shift+F2');
  await sees(t.selling.emptyTitle);

  await press('F12');
  await sees(close.setAsideNote);
  await press('Enter');
  await countAndLeaveAll('100', '¥100.00');
  await sees(close.done(2));
  await press('Shift+F2');
  await sees(open.asLast);
  await type('90');
  await sees(open.differs('less', '¥10.00').what);
  await picture('box-differs');
});

async function signIn(who: 'manager' | 'cashier'): Promise<void> {
  const { sees, press, type } = journey;
  await sees(t.session.who);
  if (who === 'cashier') await press('ArrowRight');
  await type('2580');
  await press('Enter');
  await sees(open.ask);
}

async function countAndLeaveAll(typed: string, said: string): Promise<void> {
  const { sees, press, type } = journey;
  await sees(close.countAsk);
  await type(typed);
  await press('Enter');
  await sees(close.confirm(said));
  await press('Enter');
  await sees(close.leaveAsk);
  await press('Enter');
}
