import { type CDPSession, chromium, type Page } from 'playwright-core';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import { needTestBrowser, testBrowserFlags } from '../../tools/browser.ts';
import type { Beside } from './beside.ts';
import { type Row, round, type Times, timesOf } from './measure.ts';
import type { OtherTill } from './other-till.ts';

const p50GoalMs = 25;
const p99GoalMs = 50;
const overFrameGoalMs = 8;

/** `frame`: from any moment to the next painted frame of the same page, nothing being done in it. */
export type PaintTimes = { readonly lines: number; readonly paint: Times; readonly frame: Times };

/**
 * From the last key of a scan, as the page gets it, to the frame in which the new sum is painted:
 * the real page in real Chromium, over the real wire, on a cart that has `lines` lines already. After each,
 * the same page's next empty frame: what the browser needs on this machine for nothing at all. `beside`: what the till
 * begins behind the cashier's back right before the first of them, and ends after the last.
 */
export async function timePaints(
  till: OtherTill,
  codes: readonly string[],
  lines: number,
  count: number,
  beside?: Beside,
): Promise<PaintTimes> {
  const browser = await chromium.launch({ executablePath: needTestBrowser(), args: [...testBrowserFlags] });
  try {
    await till.ask('scan', codes.slice(0, lines));
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
    await watchEnter(page);
    await page.goto(await till.ask('ticket'));
    await watchSum(page);
    const keyboard = await page.context().newCDPSession(page);
    const frames: number[] = [];
    const rng = seededRng(lines);
    await page.evaluate(restMs, settledMs);
    if (beside) await till.ask('begin', beside);
    for (let place = 0; place < count; place += 1) {
      await page.evaluate(restMs, rng() * screenFrameMs);
      // Goods that are on the cart already, or what is measured would be a longer cart with every scan.
      await scan(page, keyboard, codes[place % lines]!, place + 1);
      await page.evaluate(restMs, rng() * screenFrameMs);
      frames.push(await page.evaluate(emptyFrameMs));
    }
    const paints = await page.evaluate(() => window.evertillBench.painted);
    const wasBusy = beside ? await till.ask('end') : true;
    await till.ask('voidCart');
    if (!wasBusy) throw new Error('the work ran out before the scans did');
    return { lines, paint: timesOf(paints), frame: timesOf(frames) };
  } finally {
    await browser.close();
  }
}

/** `beside`: what the till was doing meanwhile. */
export function paintRow({ lines, paint, frame }: PaintTimes, goods: number, beside?: Beside): Row {
  const overFrame = round(paint.p50 - frame.p50);
  return {
    name: `scan to painted line in Chromium${beside ? ` during ${beside}` : ''}, ${lines}-line cart, ${goods} goods`,
    goal: `p50 <= ${p50GoalMs} ms and p99 <= ${p99GoalMs} ms, or on a busy machine p50 <= a frame + ${overFrameGoalMs} ms`,
    met: (paint.p50 <= p50GoalMs && paint.p99 <= p99GoalMs) || overFrame <= overFrameGoalMs,
    measured: { lines, paint, frame, overFrame, ...(beside ? { beside } : {}) },
    said: `p50 ${paint.p50}, p95 ${paint.p95}, p99 ${paint.p99} ms (an empty frame ${frame.p50} / ${frame.p95} / ${frame.p99} ms)`,
  };
}

declare global {
  interface Window {
    evertillBench: { pressedMs: number; readonly painted: number[]; told: () => void };
  }
}

/** A scanner and a screen know nothing of each other: every scan comes at another moment between two frames. */
const restMs = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));
const screenFrameMs = 1_000 / 60;
/** Until a page that has just been opened has fetched all of its pieces: its start is measured by itself. */
const settledMs = 3_000;

const emptyFrameMs = () =>
  new Promise<number>(resolve => {
    const began = performance.now();
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => resolve(performance.now() - began);
      after.port2.postMessage(null);
    });
  });

/** Before the page's own listeners, which keep scans to themselves: when was Enter pressed? */
async function watchEnter(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.evertillBench = { pressedMs: 0, painted: [], told: () => {} };
    window.addEventListener(
      'keydown',
      event => {
        if (event.key === 'Enter') window.evertillBench.pressedMs = performance.now();
      },
      true,
    );
  });
}

/** Notes when the frame after the sum's next change had been painted. */
async function watchSum(page: Page): Promise<void> {
  const sum = page.locator('[aria-live="polite"]').filter({ hasText: zhCN.selling.due }).first();
  await sum.waitFor();
  await sum.evaluate(element => {
    const bench = window.evertillBench;
    const changed = () => {
      const { pressedMs } = bench;
      if (pressedMs === 0) return;
      bench.pressedMs = 0;
      // The first task after a frame's callbacks runs when that frame has been handed over for painting.
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => {
          bench.painted.push(performance.now() - pressedMs);
          bench.told();
        };
        after.port2.postMessage(null);
      });
    };
    new MutationObserver(changed).observe(element, { childList: true, characterData: true, subtree: true });
  });
}

/**
 * All keys with one time stamp, as a scanner's buffer arrives: what lies between them on the way from here
 * to the browser is the test tool's slowness, not a scanner's, and would make typing of a scan.
 */
async function scan(page: Page, keyboard: CDPSession, code: string, painted: number): Promise<void> {
  const timestamp = Date.now() / 1000;
  const strokes = [...[...code].map(digit => keyOf(digit, `Digit${digit}`)), keyOf('\r', 'Enter')];
  await Promise.all(
    strokes.map(stroke => keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...stroke })),
  );
  await page.evaluate(
    count =>
      new Promise<void>((resolve, reject) => {
        setTimeout(() => reject(new Error(`scan ${count} was not painted within 5 s`)), 5_000);
        const bench = window.evertillBench;
        bench.told = () => {
          if (bench.painted.length >= count) resolve();
        };
        bench.told();
      }),
    painted,
  );
}

const keyOf = (text: string, code: string) => ({
  text,
  code,
  key: code === 'Enter' ? code : text,
  windowsVirtualKeyCode: text.charCodeAt(0),
});
