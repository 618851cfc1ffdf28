import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { _electron, type Browser, chromium, type Page } from 'playwright-core';
import { needTestBrowser, testBrowserFlags } from '../../tools/browser.ts';

export type Size = { readonly width: number; readonly height: number };

/** A running till and the window it is seen through. */
export type TillWindow = {
  readonly page: Page;
  /** Ends the till as a power cut would. */
  kill(): Promise<void>;
  close(): Promise<void>;
};

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Starts a till on `data` as `npm start` does, on the host under test: EVERTILL_HOST=desktop plays the
 * journeys in the real Electron runtime, where that is installed; otherwise loopback and a browser.
 */
export const openTillWindow = (
  data: string,
  demo: boolean,
  size: Size,
  hasTouch = false,
): Promise<TillWindow> =>
  process.env.EVERTILL_HOST === 'desktop'
    ? onDesktop(data, demo, size)
    : onLoopback(data, demo, size, hasTouch);

let browser: Promise<Browser> | null = null;

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

async function onDesktop(data: string, demo: boolean, size: Size): Promise<TillWindow> {
  const { default: electron } = await import('electron');
  // In plain Node the package's export is the path of the runtime.
  const executablePath = electron as unknown as string;
  const app = await _electron.launch({
    executablePath,
    args: [root, '--', '--data', data, ...(demo ? ['--demo'] : [])],
  });
  const page = await app.firstWindow();
  await page.setViewportSize(size);
  return { page, kill: () => ended(app.process(), 'SIGKILL'), close: () => app.close() };
}

async function onLoopback(data: string, demo: boolean, size: Size, hasTouch: boolean): Promise<TillWindow> {
  // Scroll bars as people have them: they take room, and say that there is more.
  browser ??= chromium.launch({
    executablePath: needTestBrowser(),
    args: [...testBrowserFlags],
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  const context = await (await browser).newContext({ viewport: size, acceptDownloads: true, hasTouch });
  const { till, ticketUrl } = await startLoopback(data, demo);
  const page = await context.newPage();
  await page.goto(ticketUrl);
  const end = async (signal: 'SIGKILL' | 'SIGINT') => {
    await ended(till, signal);
    await context.close();
  };
  return { page, kill: () => end('SIGKILL'), close: () => end('SIGINT') };
}

async function startLoopback(
  data: string,
  demo: boolean,
): Promise<{ till: ChildProcess; ticketUrl: string }> {
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
  const till = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  till.stderr.on('data', chunk => {
    said = `${said}${chunk}`.slice(-4000);
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: till.stdout }).once('line', resolve);
    till.once('exit', code => reject(new Error(`the till ended with ${code}: ${said}`)));
  });
  return { till, ticketUrl: (JSON.parse(line) as { ticketUrl: string }).ticketUrl };
}

async function ended(child: ChildProcess, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
