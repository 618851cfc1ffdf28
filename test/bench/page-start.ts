import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { type BareBrowser, openBareBrowser } from './bare-browser.ts';
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
  const ready = `[aria-label="${zhCN.selling.scanLine}"]`;
  const startBoth = async (browser: BareBrowser, context?: string) => ({
    trivial: await browser.paintedMs(trivialUrl, '[data-ready]', context),
    ours: await browser.paintedMs(await till.ask('ticket'), ready, context),
  });
  return [
    { seenBefore: false, ...(await inNewWindows(path.join(folder, 'browser-new'), count, startBoth)) },
    { seenBefore: true, ...(await inOldWindow(path.join(folder, 'browser'), count, startBoth)) },
  ];
}

type StartBoth = (
  browser: BareBrowser,
  context?: string,
) => Promise<{ readonly ours: number; readonly trivial: number }>;

async function inNewWindows(profile: string, count: number, startBoth: StartBoth) {
  const browser = await openBareBrowser(profile);
  try {
    return await timesOfBoth(count, async () => {
      const context = await browser.newContext();
      try {
        return await startBoth(browser, context);
      } finally {
        await browser.endContext(context);
      }
    });
  } finally {
    await browser.stop();
  }
}

async function inOldWindow(profile: string, count: number, startBoth: StartBoth) {
  const browser = await openBareBrowser(profile);
  try {
    for (let visit = 0; visit < visitsUntilCompiled; visit += 1) await startBoth(browser);
    return await timesOfBoth(count, () => startBoth(browser));
  } finally {
    await browser.stop();
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
