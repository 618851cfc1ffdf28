import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Paths } from '../host/paths.ts';

export type TillWindow = {
  /**
   * Told once, when the window's browser has ended: `closed` by somebody, or `failed` to open at all. Not
   * told where a browser that was already running took the window over.
   */
  onEnd(run: (how: 'closed' | 'failed') => void): void;
  close(): void;
};

/** Where a window begins on the machine's desktop, in pixels from the top left of the first display. */
export type Corner = { readonly x: number; readonly y: number };

/** A browser that ends sooner only handed its window to one that was already running. */
const handOverMs = 3_000;

/**
 * Opens the till in `browser` as a window of its own, without tabs or address bar. The ticket never
 * stands on a command line, which every user of the machine can read: the browser opens a file that only
 * its owner can read, and that file leads on.
 */
export function openTillWindow(browser: string, paths: Paths, ticketUrl: string, kiosk: boolean): TillWindow {
  const flags = (url: string) => browserFlags(url, paths.browser, kiosk);
  return openWindow(browser, path.join(paths.run, 'open.html'), ticketUrl, flags);
}

/**
 * Opens the customer's screen over the whole display that begins at `at`, in a profile of its own: what stands in a
 * stranger's reach has no cookie of the till's page.
 */
export function openCustomerWindow(browser: string, paths: Paths, ticketUrl: string, at: Corner): TillWindow {
  const profile = path.join(paths.run, 'customer-browser');
  const flags = (url: string) => browserFlags(url, profile, true, at);
  return openWindow(browser, path.join(paths.run, 'open-customer.html'), ticketUrl, flags);
}

function openWindow(
  browser: string,
  redirect: string,
  ticketUrl: string,
  flags: (url: string) => string[],
): TillWindow {
  rmSync(redirect, { force: true });
  writeFileSync(redirect, redirectPage(ticketUrl), { mode: 0o600, flag: 'wx' });
  const openedMs = performance.now();
  const child = spawn(browser, flags(pathToFileURL(redirect).href), { stdio: 'ignore' });
  const end = Promise.withResolvers<'closed' | 'failed'>();
  child.once('error', () => end.resolve('failed'));
  child.once('exit', code => {
    if (performance.now() - openedMs > handOverMs) end.resolve('closed');
    else if (code !== 0) end.resolve('failed');
  });
  return {
    onEnd: run => void end.promise.then(run),
    close: () => {
      rmSync(redirect, { force: true });
      child.kill();
    },
  };
}

const redirectPage = (ticketUrl: string) =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${ticketUrl}"><title>Evertill</title>\n`;

/**
 * Two pages of the browser's own for each window that has an address bar, such as one that the till's opens beside
 * itself: they take as much of the processors as the page that they stand over.
 */
export const pagesOfWindows: readonly string[] = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

/** What a browser does by itself and a till has no use for. A name that a browser does not know is nothing to it. */
const featuresOff: readonly string[] = [
  'Translate',
  'PasswordManagerOnboarding',
  'AutofillServerCommunication',
  // With it Chromium 156 never takes the compiled script that it has kept from the day before: a sixth of a start.
  'BackgroundResourceFetch',
  ...pagesOfWindows,
];

/** The flags of a till's window: its own profile, nothing that talks, syncs, asks or translates. */
export function browserFlags(
  url: string,
  profile: string,
  kiosk: boolean,
  { x, y }: Corner = { x: 0, y: 0 },
): string[] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-session-crashed-bubble',
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    '--autoplay-policy=no-user-gesture-required',
    '--password-store=basic',
    `--disable-features=${featuresOff.join(',')}`,
    // Without a window manager kiosk mode alone does not fill the screen.
    ...(kiosk
      ? ['--kiosk', `--window-position=${x},${y}`, '--start-fullscreen']
      : ['--window-size=1366,820']),
    // Chromium's sandbox refuses to run as root; only there is it given up, and its banner with it.
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
}
