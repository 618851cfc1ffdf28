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
 * React can make, from the same process to the same browser: first each in a window that has seen nothing yet, then in
 * those of one browser that keeps what it has been given, compiled scripts included. They take turns at going first,
 * for whichever is second begins while the other's process ends.
 */
export async function timePageStarts(till: OtherTill, folder: string, count: number): Promise<StartTimes[]> {
  const trivialUrl = await till.ask('serve', await buildTrivial(folder));
  const pages: Pages = {
    trivial: { ready: '[data-ready]', address: async () => trivialUrl },
    ours: { ready: `[aria-label="${zhCN.selling.scanLine}"]`, address: () => till.ask('ticket') },
  };
  const inNew = await withBrowser(path.join(folder, 'browser-new'), browser =>
    timesOfBoth(browser, count, page => startInNewWindow(browser, pages[page])),
  );
  const inOld = await withBrowser(path.join(folder, 'browser'), async browser => {
    for (let visit = 0; visit < visitsUntilCompiled; visit += 1)
      await startBoth(page => startIn(browser, pages[page], undefined, aWhileMs), visit);
    return timesOfBoth(browser, count, page => startIn(browser, pages[page]));
  });
  return [
    { seenBefore: false, ...inNew },
    { seenBefore: true, ...inOld },
  ];
}

type Page = { readonly ready: string; address(): Promise<string> };
type Pages = { readonly ours: Page; readonly trivial: Page };
type Start = (page: keyof Pages) => Promise<number>;

/** From then on Chromium has a script as it has compiled it: it keeps that of the second visit, when the page is at rest. */
const visitsUntilCompiled = 3;
const aWhileMs = 1_000;

async function withBrowser<T>(profile: string, work: (browser: BareBrowser) => Promise<T>): Promise<T> {
  const browser = await openBareBrowser(profile);
  try {
    return await work(browser);
  } finally {
    await browser.stop();
  }
}

async function startIn(browser: BareBrowser, { address, ready }: Page, context?: string, stayMs?: number) {
  return browser.paintedMs(await address(), ready, context, stayMs);
}

async function startInNewWindow(browser: BareBrowser, page: Page): Promise<number> {
  const context = await browser.newContext();
  try {
    return await startIn(browser, page, context);
  } finally {
    await browser.endContext(context);
  }
}

async function startBoth(start: Start, place: number) {
  const ours = place % 2 === 0 ? await start('ours') : undefined;
  const trivial = await start('trivial');
  return { trivial, ours: ours ?? (await start('ours')) };
}

async function timesOfBoth(browser: BareBrowser, count: number, start: Start) {
  // The browser's own first window is slower than any page.
  await startBoth(start, 0);
  const own = await browser.ownPages();
  if (own.length > 0) throw new Error(`the browser has pages of its own beside those measured: ${own}`);
  const starts: Awaited<ReturnType<typeof startBoth>>[] = [];
  for (let place = 0; place < count; place += 1) starts.push(await startBoth(start, place));
  const ours = timesOf(starts.map(each => each.ours));
  const trivial = timesOf(starts.map(each => each.trivial));
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
