import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { MessageChannel, Worker } from 'node:worker_threads';
import { type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { needTestBrowser, testBrowserFlags } from '../../tools/browser.ts';
import { MessagePortMain } from './stand-in-port.ts';

// Stands in for the module `electron`, so that the real built main process and the real built preload run
// without Electron: windows are pages of a real Chromium, utility processes are threads, ports are real.
// What Electron is strict about, this is strict about: ready comes after the main module has run to its
// end, a port delivers nothing before it is started, a sandboxed preload can load nothing but `electron`.
// `app://evertill` is served as https://evertill, because only Electron can register a scheme.

/** What happened, for the test to look at. */
export const notes: { what: string; detail?: unknown }[] = [];
const note = (what: string, detail?: unknown) => notes.push({ what, detail });

const ready = Promise.withResolvers<void>();
/** The main module has run to its end: from here on Electron would tell `ready`. */
export const mainModuleHasRun = () => ready.resolve();

const paths = new Map<string, string>();
export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  getAppPath: () => process.env.STAND_IN_ROOT ?? '',
  setPath: (name: string, value: string) => paths.set(name, value),
  enableSandbox: () => note('sandbox'),
  requestSingleInstanceLock: () => true,
  whenReady: () => ready.promise,
  quit: () => {
    let prevented = false;
    app.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) app.exit();
  },
  exit: (code = 0) => process.exit(code),
});

const schemes = new Map<string, (request: Request) => Response | Promise<Response>>();
export const protocol = {
  registerSchemesAsPrivileged: (privileged: unknown) => note('schemes', privileged),
  handle: (scheme: string, answer: (request: Request) => Response) => schemes.set(scheme, answer),
};

type Answer = (granted: boolean) => void;
const permissions = {
  request: (_contents: unknown, _name: string, answer: Answer) => answer(true),
  check: () => true,
  device: () => true,
};
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (ask: typeof permissions.request) => (permissions.request = ask),
    setPermissionCheckHandler: (ask: () => boolean) => (permissions.check = ask),
    setDevicePermissionHandler: (ask: () => boolean) => (permissions.device = ask),
  },
};
/** As Electron would ask; without a handler it says yes to everything. */
export function askPermission(name: string): { request: boolean; check: boolean; device: boolean } {
  let request = true;
  permissions.request({}, name, granted => (request = granted));
  return { request, check: permissions.check(), device: permissions.device() };
}

export const dialog = { showErrorBox: (title: string, text: string) => note('error-box', { title, text }) };
export const ipcMain = new EventEmitter();
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: async (text: string) => Buffer.from(`sealed:${text}`),
  decryptStringAsync: async (sealed: Buffer) => ({ result: sealed.toString().replace(/^sealed:/, '') }),
};

export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new MessagePortMain(port1);
    this.port2 = new MessagePortMain(port2);
  }
}

const utilities = new Map<string, UtilityProcess>();
class UtilityProcess extends EventEmitter {
  readonly worker: Worker;
  constructor(program: string) {
    super();
    const bootstrap = new URL('./stand-in-utility.ts', import.meta.url);
    this.worker = new Worker(bootstrap, { workerData: program });
    this.worker.on('message', message => this.emit('message', message));
    this.worker.on('error', error => note('utility-error', String(error.stack)));
    this.worker.on('exit', code => this.emit('exit', code));
  }
  postMessage(data: unknown, ports: MessagePortMain[] = []): void {
    const inner = ports.map(port => port.inner);
    this.worker.postMessage({ data, ports: inner }, inner);
  }
  kill(): boolean {
    void this.worker.terminate();
    return true;
  }
}
export const utilityProcess = {
  fork: (program: string, _args: string[], { serviceName }: { serviceName: string }) => {
    note('fork', serviceName);
    const forked = new UtilityProcess(program);
    utilities.set(serviceName, forked);
    return forked;
  },
};
/** As the system would: at once, without a word. */
export const killUtility = (name: string) => utilities.get(name)?.kill();

/** The till's own display, then as many more as the machine is to have. */
const displays = Array.from({ length: Number(process.env.STAND_IN_DISPLAYS ?? 1) }, (_, at) => ({
  id: at + 1,
  bounds: { x: at * 1366, y: 0, width: 1366, height: 768 },
}));
export const screen = { getPrimaryDisplay: () => displays[0], getAllDisplays: () => displays };

const origin = 'https://evertill';
let context: Promise<BrowserContext> | undefined;
const windows: BrowserWindow[] = [];
/** The page of the window that was opened first, second, ... */
export const shownPage = (at = 0): Page => windows[at]!.page;

class WebContents extends EventEmitter {
  readonly #window: BrowserWindow;
  constructor(window: BrowserWindow) {
    super();
    this.#window = window;
  }
  readonly mainFrame = { origin: 'app://evertill' };
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  isDestroyed = () => false;
  setWindowOpenHandler = (handler: typeof this.openHandler) => {
    this.openHandler = handler;
  };
  send = (channel: string, message?: unknown) =>
    tellPage(this.#window.page, { type: 'ipc', channel, message });
  postMessage = (channel: string, message: unknown, ports: MessagePortMain[]) => {
    const [port] = ports;
    if (port) givePort(this.#window.page, channel, message, port);
  };
}

export class BrowserWindow extends EventEmitter {
  static readonly getAllWindows = () => windows;
  readonly webContents = new WebContents(this);
  page!: Page;
  readonly #preload: string;
  constructor(options: { webPreferences: { preload: string } }) {
    super();
    note('window', options);
    this.#preload = options.webPreferences.preload;
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  show(): void {
    note('show');
  }
  async loadURL(url: string): Promise<void> {
    context ??= chromium
      .launch({ executablePath: needTestBrowser(), args: [...testBrowserFlags] })
      .then(browser => browser.newContext());
    this.page = await (await context).newPage();
    await this.page.route('**', route => this.#serve(route));
    await this.page.exposeBinding('__toMain', (_source, said: FromPage) => hear(this, said));
    await this.page.addInitScript(
      preloadShim.replace('/*PRELOAD*/', () => readFileSync(this.#preload, 'utf8')),
    );
    this.page.on('popup', popup => {
      const { action } = this.webContents.openHandler({ url: popup.url() });
      note('popup', action);
      if (action === 'deny') void popup.close();
    });
    await this.page.goto(url.replace('app://evertill', origin));
    note('loaded');
  }
  async #serve(route: Route): Promise<void> {
    const url = route.request().url();
    if (!url.startsWith(`${origin}/`)) {
      let prevented = false;
      this.webContents.emit('will-navigate', { url, preventDefault: () => (prevented = true) });
      note('navigation', prevented ? 'prevented' : 'allowed');
      // 204 leaves the page where it is, as a prevented navigation does.
      return route.fulfill({ status: 204 });
    }
    const response = await schemes.get('app')!(new Request(url.replace(origin, 'app://evertill')));
    const body = Buffer.from(await response.arrayBuffer());
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  }
}

type FromPage =
  | { type: 'ipc'; channel: string; args: unknown[] }
  | { type: 'port'; port: number; data: unknown }
  | { type: 'port-closed'; port: number };

const portsOfPage = new Map<number, MessagePortMain>();
let portSerial = 0;

function hear(window: BrowserWindow, said: FromPage): void {
  const sender = window.webContents;
  if (said.type === 'ipc')
    ipcMain.emit(said.channel, { sender, senderFrame: sender.mainFrame }, ...said.args);
  else if (said.type === 'port') portsOfPage.get(said.port)?.postMessage(said.data);
  else portsOfPage.get(said.port)?.close();
}

function givePort(page: Page, channel: string, message: unknown, port: MessagePortMain): void {
  portSerial += 1;
  const number = portSerial;
  portsOfPage.set(number, port);
  const tell = (what: unknown) =>
    void page.evaluate(said => window.__fromMain(said), what).catch(() => undefined);
  tell({ type: 'ipc', channel, message, port: number });
  port.on('message', ({ data }: { data: unknown }) => tell({ type: 'port', port: number, data }));
  port.on('close', () => tell({ type: 'port-closed', port: number }));
  port.start();
}

const tellPage = (page: Page, what: unknown) =>
  void page.evaluate(said => window.__fromMain(said), what).catch(() => undefined);

declare global {
  interface Window {
    __fromMain(said: unknown): void;
  }
}

/** Runs in the page before its own code: what a sandboxed preload sees as `require('electron')`. */
const preloadShim = `(() => {
  const listeners = {};
  const ports = new Map();
  const ipcRenderer = {
    send: (channel, ...args) => __toMain({ type: 'ipc', channel, args: structuredClone(args) }),
    on: (channel, listen) => { (listeners[channel] ??= []).push(listen); },
  };
  window.__fromMain = said => {
    if (said.type === 'ipc' && said.port === undefined) {
      for (const listen of listeners[said.channel] ?? []) listen({ ports: [] }, said.message);
    } else if (said.type === 'ipc') {
      const { port1, port2 } = new MessageChannel();
      ports.set(said.port, port1);
      port1.onmessage = event => __toMain({ type: 'port', port: said.port, data: event.data });
      port1.addEventListener('close', () => __toMain({ type: 'port-closed', port: said.port }));
      for (const listen of listeners[said.channel] ?? []) listen({ ports: [port2] }, said.message);
    } else if (said.type === 'port') ports.get(said.port)?.postMessage(said.data);
    else ports.get(said.port)?.close();
  };
  const require = name => {
    if (name !== 'electron') throw new Error('a sandboxed preload cannot require ' + name);
    return { ipcRenderer };
  };
  const module = { exports: {} };
  const exports = module.exports;
  /*PRELOAD*/
})();`;
