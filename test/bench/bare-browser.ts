import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { browserFlags } from '../../electron/loopback/kiosk.ts';
import { needTestBrowser } from '../../tools/browser.ts';

type Answer = { readonly id?: number; readonly result?: unknown; readonly error?: { message: string } };
type Target = { readonly type: string; readonly url: string };
type Told = { readonly method?: string; readonly params?: unknown; readonly sessionId?: string };

/** A Chromium with nobody's tools in its pages. */
export type BareBrowser = {
  /** A window that has seen nothing yet; the id of what it keeps. */
  newContext(): Promise<string>;
  endContext(context: string): Promise<void>;
  /**
   * ms from asking for `url` to the frame behind the one in which `ready`, a CSS selector, was there; one clock for
   * both. In `context`, or in the browser's own window. Then the page stays open for `stayMs`.
   */
  paintedMs(url: string, ready: string, context?: string, stayMs?: number): Promise<number>;
  /** The addresses of pages that the browser has open for itself. */
  ownPages(): Promise<string[]>;
  stop(): Promise<void>;
};

/**
 * Starts Chromium as a till does, with its profile in the folder `profile`: with what a browser does by itself otherwise,
 * the figures would be of that. Test drivers inspect every page, and V8 then reads all scripts again for the place of
 * each error that React makes as it begins: about 50 ms, which no till's page has. So this one is asked by the few words
 * of the DevTools protocol that leave a page alone.
 * Source: https://chromedevtools.github.io/devtools-protocol/tot/Target/
 */
export async function openBareBrowser(profile: string): Promise<BareBrowser> {
  const tills = browserFlags('about:blank', profile, false);
  const child = spawn(needTestBrowser(), [...tills, ...flags], { stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = once(child, 'exit');
  const wire = await openWire(await addressIn(child.stderr));
  return {
    newContext: async () => {
      const { browserContextId } = await wire.ask('Target.createBrowserContext');
      return String(browserContextId);
    },
    endContext: async browserContextId => {
      await wire.ask('Target.disposeBrowserContext', { browserContextId });
    },
    paintedMs: (url, ready, context, stayMs = 0) => paintedMs(wire, url, ready, stayMs, context),
    ownPages: async () => {
      const { targetInfos } = await wire.ask('Target.getTargets', { filter: [{}] });
      return (targetInfos as Target[]).filter(({ type }) => type === 'browser_ui').map(({ url }) => url);
    },
    stop: async () => {
      await wire.ask('Browser.close');
      await gone;
    },
  };
}

const flags: readonly string[] = ['--headless', '--remote-debugging-port=0'];

const addressMark = 'DevTools listening on ';

async function addressIn(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(stderr)) {
    if (!line.startsWith(addressMark)) continue;
    // What it says later is nobody's, but a full pipe would stop it.
    stderr.resume();
    return line.slice(addressMark.length);
  }
  throw new Error('the browser ended before it could be asked');
}

const desk = { width: 1366, height: 768, deviceScaleFactor: 1, mobile: false };

type Wire = Awaited<ReturnType<typeof openWire>>;

async function openWire(address: string) {
  const socket = new WebSocket(address);
  const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  const heard = new Set<(told: Told) => void>();
  let asked = 0;
  socket.onmessage = ({ data }) => {
    const { id, result, error, ...told } = JSON.parse(String(data)) as Answer & Told;
    if (id === undefined) for (const hear of heard) hear(told);
    else if (error) waiting.get(id)?.reject(new Error(error.message));
    else waiting.get(id)?.resolve(result as Record<string, unknown>);
    if (id !== undefined) waiting.delete(id);
  };
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has ended'));
  };
  await once(socket as unknown as EventTarget, 'open');
  return {
    heard,
    ask: (method: string, params: object = {}, sessionId?: string) => {
      asked += 1;
      const answer = Promise.withResolvers<Record<string, unknown>>();
      waiting.set(asked, answer);
      socket.send(JSON.stringify({ id: asked, method, params, sessionId }));
      return answer.promise;
    },
  };
}

async function paintedMs(
  wire: Wire,
  url: string,
  ready: string,
  stayMs: number,
  context?: string,
): Promise<number> {
  const page = { url: 'about:blank', browserContextId: context };
  const { targetId } = await wire.ask('Target.createTarget', page);
  const { sessionId } = await wire.ask('Target.attachToTarget', { targetId, flatten: true });
  const inPage = (method: string, params?: object) => wire.ask(method, params, String(sessionId));
  const painted = Promise.withResolvers<number>();
  const hear = (told: Told) => {
    const { url } = told.params as { url?: string };
    const [, at] = /#painted-([\d.]+)$/.exec(url ?? '') ?? [];
    if (told.sessionId === sessionId && told.method === 'Page.navigatedWithinDocument' && at)
      painted.resolve(Number(at));
  };
  wire.heard.add(hear);
  try {
    await inPage('Page.enable');
    await inPage('Emulation.setDeviceMetricsOverride', desk);
    await inPage('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${tellPainted})(${JSON.stringify(ready)})`,
    });
    const began = Date.now();
    await inPage('Page.navigate', { url });
    const tookMs = (await painted.promise) - began;
    if (stayMs > 0) await sleep(stayMs);
    return tookMs;
  } finally {
    wire.heard.delete(hear);
    await wire.ask('Target.closeTarget', { targetId });
  }
}

/** The page says by its address when it is painted: what is evaluated in it to look takes its turn among its own work. */
function tellPainted(ready: string): void {
  const look = () => {
    if (!document.querySelector(ready)) return requestAnimationFrame(look);
    return requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        history.replaceState(null, '', `#painted-${performance.timeOrigin + performance.now()}`);
      };
      after.port2.postMessage(null);
    });
  };
  requestAnimationFrame(look);
}
