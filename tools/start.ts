import { spawn } from 'node:child_process';
import path from 'node:path';
import { findBrowser } from '../electron/host/find-browser.ts';
import type { Boot } from '../electron/host/parts.ts';
import { pathsOf } from '../electron/host/paths.ts';
import { startFaultOf, tellStartFault } from '../electron/host/start-fault.ts';
import { hasDisplay } from '../electron/loopback/display.ts';
import { openCustomerWindow, openTillWindow, type TillWindow } from '../electron/loopback/kiosk.ts';
import { findRunning, type LoopbackTill, startLoopback } from '../electron/loopback/main.ts';
import { buildIfStale } from './build.ts';
import { chooseHost } from './choose-host.ts';
import { fetchElectron, installedElectron } from './electron-runtime.ts';
import { root } from './root.ts';
import { readStartOptions, type StartOptions, usage } from './start-options.ts';
import { type Line, say } from './start-words.ts';

// `npm start`: picks the host, builds what is stale, opens the till, and says what it did. With --json
// exactly one line goes to stdout; everything for people goes to stderr in any case.

const stopWaitMs = 10_000;

const read = readStartOptions(process.argv.slice(2));
if (!read.ok) {
  say('bad-option', { what: read.refusal, usage });
  process.exit(2);
}
await start(read.value);

async function start(options: StartOptions): Promise<void> {
  const choice = await chooseHost(options, {
    hasDisplay: hasDisplay(),
    isLinuxRoot: process.platform === 'linux' && process.getuid?.() === 0,
    installed: installedElectron,
    fetch: () => {
      say('fetching-electron', {});
      return fetchElectron();
    },
  });
  if (!choice.host) {
    say('no-electron', {});
    process.exit(1);
  }
  say(`host-${choice.why}`, { host: choice.host });
  const running = choice.host === 'loopback' ? await findRunning(options.data) : undefined;
  // Nothing is built under a till that runs: it is shown as it is.
  if (running) return show(options, running);
  if (await buildIfStale('page')) say('built', { what: 'out/renderer' });
  if (choice.host === 'desktop') return startDesktop(options, choice.electron);
  await startHere(options);
}

async function startDesktop(options: StartOptions, electron: string): Promise<void> {
  if (await buildIfStale('desktop')) say('built', { what: 'out/node' });
  const args = [
    root,
    '--',
    '--data',
    path.resolve(options.data),
    ...(options.demo ? ['--demo'] : []),
    ...(options.kiosk ? ['--kiosk'] : []),
  ];
  const child = spawn(electron, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill());
  child.once('error', error => {
    say('failed', { what: error.message });
    process.exit(1);
  });
  child.once('spawn', () => tell(options, { host: 'desktop', data: options.data, pid: child.pid ?? 0 }));
  child.once('exit', code => process.exit(code ?? 0));
}

async function startHere(options: StartOptions): Promise<void> {
  // Loaded only now: a wrong option or a missing build is told at once.
  const { boot }: { boot: Boot } = await import('../electron/host/boot.ts');
  let till: LoopbackTill;
  try {
    till = await startLoopback(options, boot);
  } catch (error) {
    sayNotStarted(error, options.data);
    process.exit(1);
  }
  await show(options, till);
}

/** What a person can mend has a sentence in the machine's language; the rest is said as it is. */
function sayNotStarted(error: unknown, data: string): void {
  const folder = path.resolve(data);
  if (startFaultOf(error, folder)) tellStartFault(error, folder);
  else say('failed', { what: error instanceof Error ? error.message : String(error) });
}

async function show(options: StartOptions, till: LoopbackTill): Promise<void> {
  const { ticket, ticketUrl } = await till.newTicket();
  const { url, data, pid } = till;
  say(till.runs === 'here' ? 'serving' : 'already-running', { url, data });
  // First, so that the till's window has the focus in the end.
  const customer = await showCustomer(options, till);
  const window = await openWindow(options, ticketUrl);
  // A script may send its signal as soon as it has been told.
  if (till.runs === 'here') stopWhenTold(till, [window, customer.window], ticketUrl);
  tell(options, { url, ticket, ticketUrl, host: 'loopback', data, pid, ...customer.told });
  if (till.runs === 'elsewhere') process.exit(0);
}

type CustomerScreen = { readonly window?: TillWindow; readonly told?: { readonly customerUrl: string } };

/** The customer's screen where a display for it was named; without a browser its address is said. */
async function showCustomer(options: StartOptions, till: LoopbackTill): Promise<CustomerScreen> {
  if (!options.customerAt) return {};
  const { ticketUrl } = await till.newTicket('customer');
  const told = { customerUrl: ticketUrl };
  const browser = options.browser && hasDisplay() ? findBrowser() : undefined;
  if (browser)
    return {
      told,
      window: openCustomerWindow(browser, pathsOf(options.data), ticketUrl, options.customerAt),
    };
  say('customer-address', { ticketUrl });
  return { told };
}

async function openWindow(options: StartOptions, ticketUrl: string): Promise<TillWindow | undefined> {
  const browser = options.browser && hasDisplay() ? findBrowser() : undefined;
  if (browser) return openTillWindow(browser, pathsOf(options.data), ticketUrl, options.kiosk);
  const why: Line = !options.browser ? 'no-browser' : hasDisplay() ? 'browser-missing' : 'display-missing';
  say(why, { ticketUrl });
  return undefined;
}

/** The first window is the till's: when it is closed, the till ends. */
function stopWhenTold(
  till: LoopbackTill,
  windows: readonly (TillWindow | undefined)[],
  ticketUrl: string,
): void {
  let stopping = false;
  const stop = (why: Line) => {
    if (stopping) return;
    stopping = true;
    say(why, {});
    // Nothing acknowledged is lost by ending the hard way; it is only not the polite one.
    setTimeout(() => process.exit(1), stopWaitMs).unref();
    for (const window of windows) window?.close();
    till.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        say('failed', { what: error instanceof Error ? error.message : String(error) });
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop('stopping'));
  windows[0]?.onEnd(how => {
    if (how === 'closed') return stop('window-closed');
    // The till goes on; the ticket is still good.
    say('window-failed', { ticketUrl });
  });
}

function tell({ json }: StartOptions, facts: Readonly<Record<string, unknown>>): void {
  if (json) process.stdout.write(`${JSON.stringify(facts)}\n`);
}
