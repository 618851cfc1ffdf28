import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type BrowserContext, chromium } from 'playwright-core';
import { build } from 'vite';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { needTestBrowser, testBrowserFlags } from '../../tools/browser.ts';
import { type Row, round, type Times, timesOf } from './measure.ts';
import type { OtherTill } from './other-till.ts';

const ratioGoal = 1.5;

/** `seenBefore`: in a browser that has had both pages open, as on every day but the first. */
export type StartTimes = {
  readonly seenBefore: boolean;
  readonly ours: Times;
  readonly trivial: Times;
  readonly ratio: number;
};

/**
 * From the address being asked for until the counter is painted and takes scans, against the least page that
 * React can make, from the same process to the same browser, one after the other: first in windows that have seen
 * neither, then in those of one browser that keeps what it has been given, compiled scripts included.
 */
export async function timePageStarts(till: OtherTill, folder: string, count: number): Promise<StartTimes[]> {
  const trivialUrl = await till.ask('serve', await buildTrivial(folder));
  const startBoth = async (context: BrowserContext) => ({
    trivial: await startMs(context, trivialUrl, '[data-ready]'),
    ours: await startMs(context, await till.ask('ticket'), `[aria-label="${zhCN.selling.scanLine}"]`),
  });
  return [
    { seenBefore: false, ...(await inNewWindows(count, startBoth)) },
    { seenBefore: true, ...(await inOldWindow(path.join(folder, 'browser'), count, startBoth)) },
  ];
}

type StartBoth = (context: BrowserContext) => Promise<{ readonly ours: number; readonly trivial: number }>;

const launching = () => ({ executablePath: needTestBrowser(), args: [...testBrowserFlags] });
const viewport = { width: 1366, height: 768 };

async function inNewWindows(count: number, startBoth: StartBoth) {
  const browser = await chromium.launch(launching());
  try {
    return await timesOfBoth(count, async () => {
      const context = await browser.newContext({ viewport });
      try {
        return await startBoth(context);
      } finally {
        await context.close();
      }
    });
  } finally {
    await browser.close();
  }
}

async function inOldWindow(profile: string, count: number, startBoth: StartBoth) {
  const context = await chromium.launchPersistentContext(profile, { ...launching(), viewport });
  try {
    for (let visit = 0; visit < visitsUntilCompiled; visit += 1) await startBoth(context);
    return await timesOfBoth(count, () => startBoth(context));
  } finally {
    await context.close();
  }
}

/** From then on Chromium keeps a script as it has compiled it. */
const visitsUntilCompiled = 4;

async function timesOfBoth(count: number, startBoth: () => ReturnType<StartBoth>) {
  const starts: Awaited<ReturnType<StartBoth>>[] = [];
  // The browser's own first window is slower than any page.
  await startBoth();
  for (let place = 0; place < count; place += 1) starts.push(await startBoth());
  const ours = timesOf(starts.map(start => start.ours));
  const trivial = timesOf(starts.map(start => start.trivial));
  return { ours, trivial, ratio: round(ours.p50 / trivial.p50) };
}

export function pageStartRow({ seenBefore, ours, trivial, ratio }: StartTimes): Row {
  return {
    name: `start of the page until the counter can sell, ${seenBefore ? 'as every morning' : 'for the first time'}`,
    goal: `p50 <= ${ratioGoal}x of a trivial React page in the same browser`,
    met: ratio <= ratioGoal,
    measured: { seenBefore, ours, trivial, ratio },
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

/**
 * ms from asking for the address to the frame behind the one in which `ready` was there; one clock for both. The page
 * tells it by itself: what is evaluated in a page to look at it takes its turn among the page's own work.
 */
async function startMs(context: BrowserContext, url: string, ready: string): Promise<number> {
  const page = await context.newPage();
  try {
    await page.addInitScript(tellPainted, ready);
    const told = page.waitForEvent('console', message => message.text().startsWith('painted '));
    const began = Date.now();
    await page.goto(url, { waitUntil: 'commit' });
    return Number((await told).text().slice('painted '.length)) - began;
  } finally {
    await page.close();
  }
}

function tellPainted(ready: string): void {
  const look = () => {
    if (!document.querySelector(ready)) return requestAnimationFrame(look);
    return requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        console.log(`painted ${performance.timeOrigin + performance.now()}`);
      };
      after.port2.postMessage(null);
    });
  };
  requestAnimationFrame(look);
}
