import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { en } from '../../shared/i18n/en.ts';
import type { Messages } from '../../shared/i18n/index.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { needTestBrowser, testBrowserFlags } from '../../tools/browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = join(root, process.env.EVERTILL_PICTURES ? 'docs' : 'test-results');

/** A till in a process of its own, as `npm start` makes it, and a browser with its page. */
export type Journey = {
  readonly page: Page;
  readonly data: string;
  /** Reads a code as a keyboard scanner types it: a burst of keys and an Enter. */
  scan(code: string): Promise<void>;
  /** Types as a person does. */
  type(text: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  /** Waits until the page shows this text. */
  sees(text: string | RegExp): Promise<void>;
  /** Waits until the page says that this is owed, in fen; by the place that also tells a screen reader. */
  owes(fen: number): Promise<void>;
  /** From the change screen to an empty cart; a first Enter right after the sale is meant for nobody. */
  nextCustomer(): Promise<void>;
  picture(name: string): Promise<void>;
  /** Ends the till the hard way and starts it again on the same data; the page finds it by itself or is opened anew. */
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

/** Slower than any scanner, faster than most cashiers. */
const handMs = 70;
export const desk = { width: 1366, height: 768 } as const;
export const oldTill = { width: 1024, height: 768 } as const;

let browser: Promise<Browser> | null = null;

export async function openJourney(
  options: { demo?: boolean; size?: { width: number; height: number }; data?: string } = {},
): Promise<Journey> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'evertill-journey-'));
  browser ??= chromium.launch({ executablePath: needTestBrowser(), args: [...testBrowserFlags] });
  const context = await (await browser).newContext({ viewport: options.size ?? desk, acceptDownloads: true });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  let till = await startTill(data, options.demo ?? false);
  const keys = await context.newCDPSession(page);
  await page.goto(till.ticketUrl);
  return {
    page,
    data,
    scan: async code => {
      // Keys are sent without waiting for each other, as a scanner does; a round trip per key would be a person.
      await Promise.all(
        [...code, 'Enter'].flatMap(key =>
          ['keyDown', 'keyUp'].map(type =>
            keys.send('Input.dispatchKeyEvent', keyEvent(type as 'keyDown' | 'keyUp', key)),
          ),
        ),
      );
    },
    type: text => page.keyboard.type(text, { delay: handMs }),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key, { delay: handMs });
    },
    sees: async text => {
      const seen = page.getByText(text).filter({ visible: true }).first();
      await seen.waitFor({ timeout: waitMs }).catch(error => lost(page, error));
    },
    owes: async fen => {
      const words = [zhCN.selling.due, en.selling.due].join('|');
      const says = new RegExp(`^(?:${words})\\s*[^\\d\\s]\\s*${(fen / 100).toFixed(2)}$`);
      const due = page.locator('[aria-live="polite"]').filter({ hasText: says });
      await due
        .first()
        .waitFor({ timeout: waitMs })
        .catch(error => lost(page, error));
    },
    nextCustomer: async () => {
      const empty = page.getByText(zhCN.selling.emptyTitle);
      for (let tries = 0; tries < 20 && !(await empty.isVisible()); tries += 1) {
        await page.keyboard.press('Enter', { delay: handMs });
        await empty.waitFor({ timeout: 500 }).catch(() => {});
      }
      await empty.waitFor();
    },
    picture: async name => {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    killAndRestart: async () => {
      await ended(till.process, 'SIGKILL');
      till = await startTill(data, false);
      await page.goto(till.ticketUrl);
    },
    stop: async () => {
      await context.close();
      await ended(till.process, 'SIGINT');
      rmSync(data, { recursive: true, force: true });
      if (faults.length > 0) throw new Error(`the page threw: ${faults.join('; ')}`);
    },
  };
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

function keyEvent(type: 'keyDown' | 'keyUp', key: string) {
  if (key === 'Enter')
    return { type, key, code: 'Enter', windowsVirtualKeyCode: 13, text: type === 'keyDown' ? '\r' : '' };
  return {
    type,
    key,
    code: `Digit${key}`,
    windowsVirtualKeyCode: key.charCodeAt(0),
    text: type === 'keyDown' ? key : '',
  };
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

/** Codes of the demo shop's goods, most ordinary first. */
export const demoGoods = (
  JSON.parse(readFileSync(join(root, 'resources/demo-shop.json'), 'utf8')) as {
    items: { code: string; name: string; nameEn: string; price: number; unit: string }[];
  }
).items.filter(item => item.unit === 'piece' && /^69\d{11}$/.test(item.code));

type Started = { readonly process: ChildProcess; readonly ticketUrl: string };

async function startTill(data: string, demo: boolean): Promise<Started> {
  const args = [
    'tools/start.ts',
    '--host',
    'loopback',
    '--no-browser',
    '--json',
    '--data',
    data,
    ...(demo ? ['--demo'] : []),
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', chunk => {
    said = `${said}${chunk}`.slice(-4000);
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', code => reject(new Error(`the till ended with ${code}: ${said}`)));
  });
  return { process: child, ticketUrl: (JSON.parse(line) as { ticketUrl: string }).ticketUrl };
}

async function ended(child: ChildProcess, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
