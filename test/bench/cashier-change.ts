import { chromium, type Page } from 'playwright-core';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { needTestBrowser, testBrowserFlags } from '../../tools/browser.ts';
import { type Row, type Times, timesOf } from './measure.ts';
import type { OtherTill } from './other-till.ts';
import { ownerPin } from './rig.ts';

const goalMs = 1_000;

/** Between two keys of a PIN that a person types; a burst would be a scan. Not counted. */
const handMs = 70;

/**
 * What the till takes of a change of cashiers in the middle of a sale, in real Chromium: from the key that locks to the
 * frame in which the page asks who comes, and from the last key of a PIN to the frame in which the cart is there again.
 * The PIN is checked in between, slowly on purpose.
 */
export async function timeCashierChanges(
  till: OtherTill,
  codes: readonly string[],
  count: number,
): Promise<Times> {
  const browser = await chromium.launch({ executablePath: needTestBrowser(), args: [...testBrowserFlags] });
  try {
    await till.ask('scan', codes.slice(0, 5));
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
    await page.addInitScript(watchKeys);
    await page.goto(await till.ask('ticket'));
    await page.getByText(zhCN.selling.due).first().waitFor();
    const times: number[] = [];
    for (let change = 0; change < count; change += 1) {
      const askedMs = await paintedAfter(page, 'Shift+F12', zhCN.session.who);
      await page.keyboard.type(ownerPin, { delay: handMs });
      times.push(askedMs + (await paintedAfter(page, 'Enter', zhCN.selling.due)));
    }
    await till.ask('voidCart');
    return timesOf(times);
  } finally {
    await browser.close();
  }
}

export const cashierChangeRow = (times: Times): Row => ({
  name: 'change of cashiers in the middle of a sale, what the till takes of it',
  goal: `p95 <= ${goalMs} ms`,
  met: times.p95 <= goalMs,
  measured: times,
  said: `p50 ${times.p50}, p95 ${times.p95}, max ${times.max} ms`,
});

declare global {
  interface Window {
    evertillPressed?: () => void;
    evertillShown: Promise<number>;
  }
}

/** Before the page's own listeners, which keep their keys to themselves. */
const watchKeys = (): void => {
  window.addEventListener(
    'keydown',
    event => {
      if (event.key !== 'Shift') window.evertillPressed?.();
    },
    true,
  );
};

/** From `key`, as the page gets it, to the frame in which `text` is painted. */
async function paintedAfter(page: Page, key: string, text: string): Promise<number> {
  await page.evaluate(watchFor, text);
  await page.keyboard.press(key);
  return page.evaluate(() => window.evertillShown);
}

const watchFor = (text: string): void => {
  window.evertillShown = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`"${text}" was not painted within 5 s`)), 5_000);
    window.evertillPressed = () => {
      window.evertillPressed = () => {};
      const began = performance.now();
      const look = () => {
        if (!document.body.textContent.includes(text)) return requestAnimationFrame(look);
        const after = new MessageChannel();
        after.port1.onmessage = () => resolve(performance.now() - began);
        return after.port2.postMessage(null);
      };
      requestAnimationFrame(look);
    };
  });
};
