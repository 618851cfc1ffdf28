import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { needTestBrowser, testBrowserFlags } from '../../tools/browser.ts';
import { type Row, round, type Times, timesOf } from './measure.ts';
import type { OtherTill } from './other-till.ts';

const ratioGoal = 1.5;

export type StartTimes = { readonly ours: Times; readonly trivial: Times; readonly ratio: number };

/**
 * From the address being asked for until the counter is painted and takes scans, against the least page that
 * React can make, from the same process to the same browser, one after the other; each in a window that has seen
 * neither before.
 */
export async function timePageStarts(till: OtherTill, folder: string, count: number): Promise<StartTimes> {
  const trivialUrl = await till.ask('serve', await buildTrivial(folder));
  const browser = await chromium.launch({ executablePath: needTestBrowser(), args: [...testBrowserFlags] });
  const [ours, trivial]: [number[], number[]] = [[], []];
  try {
    // The browser's own first window is slower than any page.
    await startMs(browser, trivialUrl, '[data-ready]');
    for (let place = 0; place < count; place += 1) {
      trivial.push(await startMs(browser, trivialUrl, '[data-ready]'));
      ours.push(await startMs(browser, await till.ask('ticket'), `[aria-label="${zhCN.selling.scanLine}"]`));
    }
  } finally {
    await browser.close();
  }
  const [our, least] = [timesOf(ours), timesOf(trivial)];
  return { ours: our, trivial: least, ratio: round(our.p50 / least.p50) };
}

export function pageStartRow({ ours, trivial, ratio }: StartTimes): Row {
  return {
    name: 'start of the page until the counter can sell',
    goal: `p50 <= ${ratioGoal}x of a trivial React page in the same browser`,
    met: ratio <= ratioGoal,
    measured: { ours, trivial, ratio },
    said: `${ratio}x (${ours.p50} / ${trivial.p50} ms)`,
  };
}

async function buildTrivial(folder: string): Promise<string> {
  const outDir = path.join(folder, 'trivial-page');
  const root = fileURLToPath(new URL('./trivial-page', import.meta.url));
  await build({
    root,
    plugins: [react()],
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}

/** ms from asking for the address to the frame behind the one in which `ready` was there; one clock for both. */
async function startMs(browser: Browser, url: string, ready: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(notePainted, ready);
    const began = Date.now();
    await page.goto(url);
    const painted = await page.waitForFunction(() => window.evertillReadyAt);
    return (await painted.jsonValue()) - began;
  } finally {
    await context.close();
  }
}

declare global {
  interface Window {
    evertillReadyAt: number;
  }
}

function notePainted(ready: string): void {
  const look = () => {
    if (!document.querySelector(ready)) return requestAnimationFrame(look);
    return requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        window.evertillReadyAt = performance.timeOrigin + performance.now();
      };
      after.port2.postMessage(null);
    });
  };
  requestAnimationFrame(look);
}
