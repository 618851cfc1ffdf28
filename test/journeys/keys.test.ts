import { afterAll, afterEach, test } from 'vitest';
import { zhCN as t } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, type Journey, oldTill, openDemoShift } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

const [cola] = demoGoods as [(typeof demoGoods)[0]];

async function openSettings(): Promise<void> {
  journey = await openDemoShift();
  const { sees, press, page } = journey;
  await press('F10');
  await page.getByText(t.more.settings, { exact: true }).click();
  await page.getByRole('button', { name: t.setup.settings.sections.keys, exact: true }).click();
  await sees(t.keys.intro);
}

const change = (act: string) =>
  journey.page.getByRole('button', { name: `${t.keys.change}: ${act}`, exact: true }).click();

/** As a machine sends it whose Chinese input method is on: the key keeps nothing but its place. */
async function pressThroughInputMethod(code: string, keyCode: number): Promise<void> {
  const keys = await journey.page.context().newCDPSession(journey.page);
  const key = { key: 'Process', code, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: keyCode };
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

test('an owner gives an act another key: a taken one is refused by name, two change keys, and all of it works at once', async () => {
  await openSettings();
  const { sees, press, scan, page, picture } = journey;
  await picture('keys-zh-CN');
  await change(t.keys.acts.pay);
  await press('Enter');
  await sees(t.keys.unfit.fixed);
  await scan('6901234567892');
  await sees(t.keys.scanned.what);
  await press('p');
  await sees(t.keys.unfit.character);
  await press('Alt+F9');
  await sees(t.keys.unfit.alt);
  await press('F2');
  await sees(`F2 已经是“${t.keys.acts.search}”`);
  await picture('keys-taken-zh-CN');
  await press('F2');
  await sees(t.keys.changed(t.keys.acts.pay, 'F2'));

  await change(t.keys.acts.discount);
  await pressThroughInputMethod('F4', 115);
  await sees(`F4 已经是“${t.keys.acts.price}”`);
  await press('Escape', 'Escape', 'Escape');

  await sees(t.selling.emptyTitle);
  await scan(cola.code);
  await journey.owes(cola.price);
  await picture('keys-selling-zh-CN');
  await press('F2');
  await sees(t.paying.notes);
  await picture('keys-paying-zh-CN');
  await press('F2');
  await sees(t.paying.done.title);
  await page.setViewportSize(oldTill);
  await picture('keys-done-small-zh-CN');
  await journey.nextCustomer();
});

test('keys of another till are taken over whole, and one button takes all of them back', async () => {
  await openSettings();
  const { sees, picture, page } = journey;
  await page.setViewportSize(oldTill);
  await page.getByRole('button', { name: t.keys.presetNames.nino }).click();
  await sees(`✓ ${t.keys.presetNames.nino}`);
  await picture('keys-preset-small-zh-CN');
  await page.getByRole('button', { name: t.keys.reset }).click();
  await sees(t.keys.isDefault);
});
