import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import type { Locator, Page } from 'playwright-core';
import { en } from '../../shared/i18n/en.ts';
import type { Messages } from '../../shared/i18n/index.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { openTillWindow, type Size } from './hosts.ts';

export { closeBrowser } from './hosts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = join(root, process.env.EVERTILL_PICTURES ? 'docs' : 'test-results');

/** A till in a process of its own, as `npm start` makes it, and a person in front of it. */
export type Journey = {
  readonly page: Page;
  readonly data: string;
  /** What the person has done so far; it only counts up. */
  readonly hand: { keys: number; scans: number; taps: number };
  /** Reads a code as a keyboard scanner types it: a burst of keys and an Enter. */
  scan(code: string): Promise<void>;
  /** Types as a person does. */
  type(text: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  /** Presses something on the screen, with the finger where the till has a touchscreen. */
  tap(what: Locator): Promise<void>;
  /** Waits until the page shows this text. */
  sees(text: string | RegExp): Promise<void>;
  /** Waits until the page says that this is owed, in fen; by the place that also tells a screen reader. */
  owes(fen: number): Promise<void>;
  /** F9: the amount is said and frozen, and the screen that takes the money is there. */
  freeze(): Promise<void>;
  /** From the change screen to an empty cart; a first Escape right after the sale is meant for nobody. */
  nextCustomer(): Promise<void>;
  picture(name: string): Promise<void>;
  /** What the page has thrown so far; a journey that ends with anything here has failed. */
  readonly faults: readonly string[];
  /** Ends the till the hard way and starts it again on the same data; `page` is another one after it. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
};

const waitMs = 15_000;

/** What the page showed when a step failed says more than the step. */
async function lost(page: Page, error: unknown): Promise<never> {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  await page.screenshot({ path: join(root, 'test-results', 'lost.png') });
  throw error;
}

/** So long a hand needs from one piece of goods to the next; sooner the same code is one read by a trembling hand. */
const againMs = 400;
/** So long after a scan an Enter is the scanner's own, come late: nobody is back at the keys by then. */
const handBackMs = 350;

/** Slower than any scanner, faster than most cashiers. */
const handMs = 70;
export const desk = { width: 1366, height: 768 } as const;
export const oldTill = { width: 1024, height: 768 } as const;
export const wide = { width: 1920, height: 1080 } as const;

/** Opens a till on a folder of its own; `demo` with the demo shop, `touch` with a screen for fingers. */
export async function openJourney(
  options: { demo?: boolean; size?: Size; touch?: boolean } = {},
): Promise<Journey> {
  const data = mkdtempSync(join(tmpdir(), 'evertill-journey-'));
  const size = options.size ?? desk;
  const faults: string[] = [];
  const open = async (demo: boolean) => {
    const opened = await openTillWindow(data, demo, size, options.touch);
    opened.page.on('pageerror', error => faults.push(error.message));
    return { ...opened, scan: await scannerAt(opened.page) };
  };
  let window = await open(options.demo ?? false);
  const hand = { keys: 0, scans: 0, taps: 0 };
  let lastScan = { code: '', at: 0 };
  const press = async (key: string) => {
    hand.keys += 1;
    if (key === 'Enter') await sleep(Math.max(0, lastScan.at + handBackMs - performance.now()));
    await window.page.keyboard.press(key, { delay: handMs });
  };
  const waitFor = (locator: Locator) =>
    locator
      .first()
      .waitFor({ timeout: waitMs })
      .catch(error => lost(window.page, error));
  return {
    data,
    hand,
    faults,
    get page() {
      return window.page;
    },
    scan: async code => {
      hand.scans += 1;
      if (code === lastScan.code) await sleep(Math.max(0, lastScan.at + againMs - performance.now()));
      await window.scan(code);
      lastScan = { code, at: performance.now() };
    },
    type: text => {
      hand.keys += text.length;
      return window.page.keyboard.type(text, { delay: handMs });
    },
    press: async (...keys) => {
      for (const key of keys) await press(key);
    },
    tap: what => {
      hand.taps += 1;
      return options.touch ? what.first().tap() : what.first().click();
    },
    sees: text => waitFor(window.page.getByText(text).filter({ visible: true })),
    owes: fen => {
      const words = [zhCN.selling.due, en.selling.due].join('|');
      const says = new RegExp(`^(?:${words})\\s*[^\\d\\s]\\s*${(fen / 100).toFixed(2)}$`);
      return waitFor(window.page.locator('[aria-live="polite"]').filter({ hasText: says }));
    },
    freeze: async () => {
      await press('F9');
      const gave = new RegExp(`^(?:${zhCN.paying.notes}|${en.paying.notes})$`);
      await waitFor(window.page.getByText(gave));
    },
    nextCustomer: async () => {
      const empty = window.page.getByText(zhCN.selling.emptyTitle);
      for (let tries = 0; tries < 20 && !(await empty.isVisible()); tries += 1) {
        await press('Escape');
        await empty.waitFor({ timeout: 500 }).catch(() => {});
      }
      await waitFor(empty);
    },
    picture: async name => {
      mkdirSync(pictures, { recursive: true });
      await window.page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    killAndRestart: async () => {
      await window.kill();
      window = await open(false);
    },
    stop: async () => {
      await window.close();
      rmSync(data, { recursive: true, force: true });
      if (faults.length > 0) throw new Error(`the page threw: ${faults.join('; ')}`);
    },
  };
}

/** Everybody's PIN in the demo shop. */
export const demoPin = '2580';

/** A till of the demo shop on which its owner has opened a shift with 200.00, and the counter is empty. */
export async function openDemoShift(size: Size = desk): Promise<Journey> {
  const journey = await openJourney({ demo: true, size });
  await signInToDemo(journey);
  await journey.sees(zhCN.shifts.open.ask);
  await journey.type('200');
  await journey.press('Enter');
  await journey.sees(zhCN.selling.emptyTitle);
  return journey;
}

/** Signs in whoever stands first in the list of the demo shop: the owner. */
export async function signInToDemo({ sees, type, press }: Journey): Promise<void> {
  await sees(zhCN.session.who);
  await type(demoPin);
  await press('Enter');
}

/** Goes through the first start as a newcomer does, in the language the page is in. */
export async function firstRun(
  { page, sees }: Journey,
  t: Messages['setup']['first'],
  who: { shop: string; owner: string; pin: string; start: 'own' | 'demo' },
): Promise<void> {
  await sees(t.welcome);
  await page.getByRole('button', { name: t.next }).click();
  await page.getByLabel(t.shopName, { exact: true }).fill(who.shop);
  await page.getByLabel(t.ownerName, { exact: true }).fill(who.owner);
  await page.getByLabel(t.pin, { exact: true }).fill(who.pin);
  await page.getByLabel(t.pinAgain, { exact: true }).fill(who.pin);
  await page.getByRole('button', { name: t.next }).click();
  await page.getByRole('button', { name: t[who.start] }).click();
}

/** Brings a first price list in, as a Chinese spreadsheet program saves it, and leaves what else could be set up for later. */
export async function importList(
  { page, sees, press, picture }: Journey,
  rows: readonly string[],
  name?: string,
): Promise<void> {
  const buffer = iconv.encode(`${rows.join('\r\n')}\r\n`, 'gb18030');
  await sees(zhCN.catalog.drop);
  await page.locator('input[type=file]').setInputFiles({ name: '价目表.csv', mimeType: 'text/csv', buffer });
  await sees(zhCN.catalog.encodings.gb18030);
  await sees(zhCN.catalog.compared.priceUp);
  if (name) await picture(name);
  await press('Enter');
  await sees(zhCN.catalog.phases.done);
  await press('Enter');
  await sees(zhCN.gettingStarted.steps.prices.why);
  await press('Enter');
}

/** A keyboard scanner whose keys go to this page. */
export async function scannerAt(page: Page): Promise<(code: string) => Promise<void>> {
  const burst = await burstAt(page);
  return code => burst([code], 0, 0);
}

/**
 * A keyboard scanner that reads codes one after the other, `everyMs` apart, its keys `gapMs` apart. Keys are sent
 * without waiting for each other, as a scanner does; a round trip per key would be a person. They carry the times
 * at which they were pressed, for what lies between them on the way here is a busy machine's slowness: `halfway` may be
 * waited for when half of the keys of each code have come.
 */
export async function burstAt(
  page: Page,
): Promise<
  (codes: readonly string[], everyMs: number, gapMs: number, halfway?: () => Promise<void>) => Promise<void>
> {
  const keys = await page.context().newCDPSession(page);
  return async (codes, everyMs, gapMs, halfway) => {
    const from = Date.now();
    const sent: Promise<unknown>[] = [];
    for (const [place, code] of codes.entries()) {
      const at = from + place * everyMs;
      await sleep(Math.max(0, at - Date.now()));
      for (const [index, key] of [...code, 'Enter'].entries()) {
        if (halfway && index === Math.floor(code.length / 2)) await halfway();
        for (const type of ['keyDown', 'keyUp'] as const) {
          // All of them are past when the last one arrives.
          const timestamp = (at - (code.length - index) * gapMs) / 1000;
          sent.push(keys.send('Input.dispatchKeyEvent', { ...keyEvent(type, key), timestamp }));
        }
      }
    }
    await Promise.all(sent);
  };
}

function keyEvent(type: 'keyDown' | 'keyUp', key: string) {
  if (key === 'Enter')
    return { type, key, code: 'Enter', windowsVirtualKeyCode: 13, text: type === 'keyDown' ? '\r' : '' };
  const minus = key === '-';
  return {
    type,
    key,
    code: minus ? 'Minus' : `Digit${key}`,
    windowsVirtualKeyCode: minus ? 189 : key.charCodeAt(0),
    text: type === 'keyDown' ? key : '',
  };
}

/** Codes of the demo shop's goods, most ordinary first. */
export const demoGoods = (
  JSON.parse(readFileSync(join(root, 'resources/demo-shop.json'), 'utf8')) as {
    items: { code: string; name: string; nameEn: string; price: number; unit: string }[];
  }
).items.filter(item => item.unit === 'piece' && /^69\d{11}$/.test(item.code));

/** Ends the practice gateway of the demo till on `data`, and of no other, as a power cut would. */
export function killGateway(data: string): void {
  const folder = join(data, 'gateway');
  const ours = readdirSync('/proc').filter(name => /^\d+$/.test(name) && commandOf(name).includes(folder));
  if (ours.length !== 1) throw new Error(`${ours.length} gateways run on ${folder}`);
  process.kill(Number(ours[0]), 'SIGKILL');
}

/** Empty for a process that has ended meanwhile. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
