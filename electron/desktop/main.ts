import path from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  MessageChannelMain,
  protocol,
  safeStorage,
  screen,
  session,
  type UtilityProcess,
  utilityProcess,
} from 'electron';
import type { ToCore, ToMain } from '../host/desk-line.ts';
import { deskOptions } from '../host/desk-options.ts';
import { keystoreKind, reachKeystore } from '../host/keystore.ts';
import { answerPage, openPage } from '../host/page.ts';
import { pathsOf } from '../host/paths.ts';
import { restartBudget } from '../host/restarts.ts';
import { whyUnusable } from '../host/start-fault.ts';
import { customerOptions, denyPermissions, pagePrivileges, windowOptions } from '../host/window.ts';

// Electron's main process: windows that can do nothing, a core that does everything in a process of its
// own, and a message port between the two. It decides nothing about the shop.

const origin = 'app://evertill';
const stopWaitMs = 8_000;

const { data, demo, kiosk } = deskOptions();
const mayRestart = restartBudget(5, 60_000, () => performance.now());
const devices = new Map<number, UtilityProcess>();
let quitting = false;
let core: Promise<UtilityProcess>;
let window: BrowserWindow;

// Chromium's profile and its single-instance lock lie in the data folder: one till per folder.
const unusable = whyUnusable(data);
if (unusable) giveUp(unusable);
else app.setPath('userData', pathsOf(data).browser);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: pagePrivileges }]);
// Electron is ready only after this module has run to its end: a top-level `await` would wait for ever.
if (!unusable && app.requestSingleInstanceLock()) void app.whenReady().then(open);
else app.quit();

function open(): void {
  const page = openPage(path.join(app.getAppPath(), 'out/renderer'), "'none'", pathsOf(data).slides);
  protocol.handle('app', request => answerPage(page, origin, request));
  denyEverything();
  core = startCore();
  const preload = path.join(import.meta.dirname, 'preload.cjs');
  window = new BrowserWindow(windowOptions(preload, kiosk, app.isPackaged));
  void window.loadURL(`${origin}/index.html`);
  const customer = customerOptions(screen, preload, app.isPackaged);
  if (customer) void new BrowserWindow(customer).loadURL(`${origin}/customer`);
  ipcMain.on('wire', ({ sender, senderFrame }, number: unknown) => {
    if (senderFrame === sender.mainFrame && senderFrame?.origin === origin)
      void core.then(running => handWire(running, sender, number));
  });
  app.on('second-instance', () => window.show());
  window.on('closed', () => app.quit());
  app.on('before-quit', event => {
    if (quitting) return;
    event.preventDefault();
    quitting = true;
    // A courtesy with an end: what was acknowledged is on disk whether or not the core says goodbye.
    setTimeout(() => app.exit(), stopWaitMs);
    void core.then(running => tell(running, { type: 'stop' }));
  });
}

function handWire(running: UtilityProcess, sender: Electron.WebContents, number: unknown): void {
  const { port1, port2 } = new MessageChannelMain();
  tell(running, { type: 'wire', guest: sender === window.webContents ? 'page' : 'customer' }, port1);
  if (!sender.isDestroyed()) sender.postMessage('wire', number, [port2]);
}

function tell(core: UtilityProcess, message: ToCore, ...ports: Electron.MessagePortMain[]): void {
  core.postMessage(message, ports);
}

function denyEverything(): void {
  denyPermissions(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', event => event.preventDefault());
    contents.on('will-redirect', event => event.preventDefault());
    contents.on('will-attach-webview', event => event.preventDefault());
  });
}

/** Gives the core once it sells; one that dies is followed by the next, until it dies too often. */
function startCore(): Promise<UtilityProcess> {
  const open = Promise.withResolvers<UtilityProcess>();
  const program = path.join(import.meta.dirname, 'core-process.js');
  const started = utilityProcess.fork(program, [], { serviceName: 'core' });
  started.on('message', (message: ToMain) =>
    message.type === 'open' ? open.resolve(started) : void obey(started, message),
  );
  started.once('exit', code => {
    for (const device of devices.values()) device.kill();
    if (quitting) return app.exit();
    for (const each of BrowserWindow.getAllWindows()) each.webContents.send('wire-lost');
    if (!mayRestart()) return giveUp(`core: ${code}`);
    core = startCore();
    open.resolve(core);
  });
  void keystoreKind(safeStorage).then(vault => tell(started, { type: 'start', data, demo, vault }));
  return open.promise;
}

async function obey(asker: UtilityProcess, message: ToMain): Promise<void> {
  if (message.type === 'not-started') giveUp(message.why);
  if (message.type === 'fork-devices') forkDevices(asker, message.fork);
  if (message.type === 'kill-devices') devices.get(message.fork)?.kill();
  if (message.type !== 'vault') return;
  const text = await reachKeystore(safeStorage, message.verb, message.text);
  tell(asker, { type: 'vault', ask: message.ask, text });
}

function forkDevices(asker: UtilityProcess, fork: number): void {
  const program = path.join(import.meta.dirname, '../devices/device-process.js');
  const device = utilityProcess.fork(program, [], { serviceName: 'devices' });
  const { port1, port2 } = new MessageChannelMain();
  devices.set(fork, device);
  device.postMessage(null, [port1]);
  tell(asker, { type: 'devices', fork }, port2);
  device.once('exit', code => {
    devices.delete(fork);
    tell(asker, { type: 'devices-ended', fork, how: `exit ${code}` });
  });
}

function giveUp(why: string): void {
  quitting = true;
  dialog.showErrorBox('Evertill', why);
  app.exit(1);
}
