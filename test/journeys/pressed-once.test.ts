import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesOf } from '../../shared/i18n/messages.ts';
import { closeBrowser, demoGoods, desk, type Journey, openDemoShift, wide } from './rig.ts';

const t = messagesOf('zh-CN');
const [cola] = demoGoods as [(typeof demoGoods)[0]];

let journey: Journey;
beforeAll(async () => {
  journey = await openDemoShift();
});
afterAll(async () => {
  await journey.stop();
  await closeBrowser();
});

/** A key that is held down: the keyboard repeats it, as fast as keyboards do. */
async function hold(key: string, code: string, keyCode: number, repeats = 12): Promise<void> {
  const keys = await journey.page.context().newCDPSession(journey.page);
  const event = { key, code, windowsVirtualKeyCode: keyCode, ...(key === 'Enter' && { text: '\r' }) };
  for (let count = 0; count <= repeats; count += 1) {
    const type = key === 'Enter' ? 'keyDown' : 'rawKeyDown';
    await keys.send('Input.dispatchKeyEvent', { type, ...event, autoRepeat: count > 0 });
  }
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

const ring = async () => {
  await journey.scan(cola.code);
  await journey.owes(cola.price);
};

test('the key of paying, held down, freezes the amount and takes no money', async () => {
  await ring();
  await hold('F9', 'F9', 120);
  await journey.sees(t.paying.notes);
  expect(await journey.page.getByText(t.paying.done.title).count()).toBe(0);
  await journey.press('Escape');
});

/** The second half of a double click falls on whatever has come meanwhile. */
async function doubleClickOnPay(pay: Locator): Promise<void> {
  await journey.owes(cola.price);
  const box = await pay.boundingBox();
  const { mouse } = journey.page;
  await mouse.move(box!.x + box!.width / 2, box!.y + box!.height / 4);
  await mouse.down({ clickCount: 1 });
  await mouse.up({ clickCount: 1 });
  await journey.sees(t.paying.notes);
  await mouse.down({ clickCount: 2 });
  await mouse.up({ clickCount: 2 });
  await journey.sees(t.paying.notes);
  await journey.press('Escape');
  await journey.owes(cola.price);
}

test('a double click on paying freezes the amount, though the key for cash appears under the finger', () =>
  doubleClickOnPay(journey.page.getByRole('button', { name: t.selling.pay }).first()));

test('a double click on the key of paying at the foot does not press the key that comes in its place', async () => {
  // On narrower screens the foot leaves this key to its button beside the cart.
  await journey.page.setViewportSize(wide);
  await doubleClickOnPay(journey.page.getByRole('contentinfo').getByRole('button', { name: 'F9' }));
  await journey.page.setViewportSize(desk);
});

test('a double click on a sum takes it once, and the change stays to be read', async () => {
  await journey.freeze();
  await journey.page.getByRole('button', { name: /^100/ }).dblclick();
  await journey.sees(t.paying.done.title);
  await journey.sees(((10_000 - cola.price) / 100).toFixed(2));
  await journey.nextCustomer();
});

test('two presses on a tile are two pieces; Del held down removes one line', async () => {
  const [first, second] = demoGoods;
  await journey.page.getByRole('button', { name: first!.name }).first().dblclick();
  await journey.owes(2 * first!.price);
  await journey.scan(second!.code);
  await journey.owes(2 * first!.price + second!.price);
  await hold('Delete', 'Delete', 46);
  await journey.owes(2 * first!.price);
});

test('Enter held on a button that has the focus presses it once', async () => {
  const { page, press, sees } = journey;
  await press('F1');
  await sees(t.selling.help.title);
  await page.getByRole('button', { name: t.common.sound.on }).focus();
  await hold('Enter', 'Enter', 13, 11);
  await page.getByRole('button', { name: t.common.sound.off }).waitFor();
});
