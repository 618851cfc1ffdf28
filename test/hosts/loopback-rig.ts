import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Boot } from '../../electron/host/parts.ts';
import { type LoopbackTill, startLoopback } from '../../electron/loopback/main.ts';
import { openSmallCore } from './small-core.ts';

export type LoopbackRig = {
  readonly till: LoopbackTill;
  readonly folder: string;
  readonly data: string;
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** Stops the till and starts it again on the same folder and port. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** A till on the loopback host with a small core and a page of one line, all in a folder of its own. */
export async function openLoopbackRig(): Promise<LoopbackRig> {
  const folder = mkdtempSync(path.join(tmpdir(), 'evertill-door-'));
  const pageFolder = path.join(folder, 'page');
  mkdirSync(path.join(pageFolder, 'assets'), { recursive: true });
  writeFileSync(
    path.join(pageFolder, 'index.html'),
    '<!doctype html><title>till</title><link rel=icon href=data:,><script type=module src=/assets/a-1234.js></script><p id=state>…',
  );
  mkdirSync(path.join(pageFolder, 'customer-display'));
  writeFileSync(
    path.join(pageFolder, 'customer-display/index.html'),
    '<!doctype html><title>customer</title><link rel=icon href=data:,>',
  );
  writeFileSync(path.join(pageFolder, 'assets/a-1234.js'), pageScript);
  writeFileSync(path.join(folder, 'outside.html'), 'not for you');
  const data = path.join(folder, 'data');
  let till = await start(0);
  return {
    get till() {
      return till;
    },
    get host() {
      return new URL(till.url).host;
    },
    folder,
    data,
    restart: async () => {
      const port = Number(new URL(till.url).port);
      await till.stop();
      till = await start(port);
    },
    close: async () => {
      await till.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  function start(port: number): Promise<LoopbackTill> {
    return startLoopback({ data, port, demo: false, pageFolder }, bootSmall);
  }
}

/** The least page: opens the wire and writes down what became of it. */
const pageScript = `
history.replaceState(null, '', '/');
const socket = new WebSocket(location.origin.replace('http', 'ws') + '/wire');
const say = text => { document.getElementById('state').textContent = text; };
socket.onopen = () => socket.send(JSON.stringify({ id: 1, method: 'query', params: { path: 'query', input: { word: 'who', input: {} } } }));
socket.onmessage = event => say(event.data);
socket.onclose = () => say('closed');
`;

export const bootSmall: Boot = async ({ paths }) => ({
  core: openSmallCore(path.join(paths.data, 'counted')),
  stop: async () => {},
});

export type Reply = { status: number; headers: Record<string, unknown>; body: string };
type Headers = Record<string, string>;

/** One request exactly as written: no header is added but those of HTTP/1.1 itself. */
export function knock(
  url: string,
  ask: { method?: string; headers?: Headers; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: ask.method ?? 'GET', headers: ask.headers ?? {}, agent: false });
    sent.once('error', reject);
    sent.once('response', async response => {
      const parts: Buffer[] = [];
      for await (const part of response as AsyncIterable<Buffer>) parts.push(part);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(parts).toString(),
      });
    });
    sent.once('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '' });
    });
    sent.end(ask.body);
  });
}

export const upgrade = (headers: Headers): Headers => ({
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  ...headers,
});
