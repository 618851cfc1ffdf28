import { afterAll, afterEach, test } from 'vitest';
import { zhCN as t } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoPin, type Journey, openDemoShift } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

const looks = (theme: string) => journey.page.locator(`html[data-theme=${theme}]`).waitFor();

async function nextTheme(): Promise<void> {
  await journey.press('F1');
  await journey.sees(t.selling.help.title);
  await journey.press('1');
}

async function openAnew(): Promise<void> {
  await journey.page.reload();
  await journey.sees(t.selling.emptyTitle);
}

test('colours that the owner chooses stay when the page is opened anew; what a cashier chooses is for the page that is open', async () => {
  journey = await openDemoShift();
  const { press, sees, type } = journey;
  await nextTheme();
  await looks('dark');
  await openAnew();
  await looks('dark');

  await press('Shift+F12');
  await sees(t.session.who);
  await press('ArrowDown');
  await type(demoPin);
  await press('Enter');
  await sees(t.selling.emptyTitle);
  await nextTheme();
  await looks('contrast');
  await openAnew();
  await looks('dark');
});
