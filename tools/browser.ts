import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../electron/host/find-browser.ts';
import { pagesOfWindows } from '../electron/loopback/kiosk.ts';
import { root } from './root.ts';

/**
 * A browser that tests can drive: EVERTILL_BROWSER, an installed Chromium, Chrome or Edge, or the one that
 * Playwright keeps. Gives its path, or undefined.
 */
export function testBrowser(): string | undefined {
  const found = findBrowser();
  if (found || process.env.EVERTILL_BROWSER) return found;
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/** The same; throws one sentence that says what to do where there is none. */
export function needTestBrowser(): string {
  const found = testBrowser();
  if (found) return found;
  throw new Error(
    process.env.EVERTILL_BROWSER
      ? `EVERTILL_BROWSER names ${process.env.EVERTILL_BROWSER}, which does not run here; name a Chromium, Chrome or Edge, or unset it.`
      : 'No browser was found: install Chromium, Chrome or Edge, or name one in EVERTILL_BROWSER.',
  );
}

/**
 * What Playwright turns off (`chromiumSwitches.ts` of 1.6x), as far as a test of ours meets it: of two such lists a browser
 * takes the last one alone, and ours has to add to it.
 */
const playwrightsOff: readonly string[] = [
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/**
 * Flags for a browser under test. It has no pages of its own, as a till's has none, which is a tenth of a journey's time.
 * Chromium's sandbox refuses to run as root; only there is it given up.
 */
export const testBrowserFlags: readonly string[] = [
  `--disable-features=${[...playwrightsOff, ...pagesOfWindows].join(',')}`,
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Brings what the tests need and this machine lacks: a browser, Chinese glyphs, and on Linux socat for
 * serial lines and strace to count what reaches the disk. As root on Debian through apt-get, otherwise only Playwright's browser. What can't be had
 * is told by the tests that need it.
 */
export function provideTestTools(say: (text: string) => void): void {
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const missing = [
      ...(testBrowser() ? [] : ['chromium']),
      ...(hasChineseGlyphs() ? [] : ['fonts-noto-cjk']),
      ...(runs('socat', ['-V']) ? [] : ['socat']),
      ...(runs('strace', ['-V']) ? [] : ['strace']),
    ];
    if (missing.length > 0) installDebian(missing, say);
  }
  if (testBrowser() || process.env.EVERTILL_BROWSER) return;
  say("fetching Playwright's Chromium");
  const cli = path.join(root, 'node_modules/playwright-core/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: installWaitMs });
}

const installWaitMs = 5 * 60_000;

function installDebian(packages: readonly string[], say: (text: string) => void): void {
  say(`apt-get install ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options: SpawnSyncOptions = { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: installWaitMs };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

const runs = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

function hasChineseGlyphs(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}
