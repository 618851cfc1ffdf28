import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { CorePort } from '../../shared/contract/router.ts';
import type { Env } from '../../shared/env.ts';
import { tellAtStart } from '../host/at-start.ts';
import { openPage, type PageFile, shieldHeaders } from '../host/page.ts';
import { frameBytesMax, serveWires } from '../host/wire.ts';
import { type Door, type Guest, openDoor, type Reason } from './door.ts';
import { isOtherUser } from './peer.ts';
import { shutPage } from './shut-page.ts';

export type LoopbackServer = {
  readonly port: number;
  /** `http://127.0.0.1:port`; opens nothing by itself. */
  readonly origin: string;
  readonly door: Door;
  /** The address that lets one browser in, once. */
  ticketUrl(ticket: string): string;
  close(): Promise<void>;
};

const bodyBytesMax = 1024;
const connectionsMax = 64;
/** Where a wire is asked for, and as whose. */
const wirePaths: Readonly<Record<string, Guest>> = { '/wire': 'page', '/customer/wire': 'customer' };

/**
 * Serves the page in `pageFolder` and the wire to `core` on 127.0.0.1 only; `port` 0 takes a free one.
 * Everything passes the door first; nothing is routed before `Host` was looked at.
 */
export async function serveLoopback(parts: {
  readonly core: CorePort;
  readonly env: Env;
  readonly pageFolder: string;
  /** Where the pictures for the customer's screen lie. */
  readonly slides: string;
  readonly port: number;
}): Promise<LoopbackServer> {
  const { core, env } = parts;
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 10_000, headersTimeout: 5_000 });
  server.maxConnections = connectionsMax;
  const port = await listen(server, parts.port);
  const origin = `http://127.0.0.1:${port}`;
  const door = openDoor(port, userInfo().username, env);
  const connect = `'self' ws://127.0.0.1:${port}`;
  const page = openPage(parts.pageFolder, connect, parts.slides);
  const fileAt = async (path: string) => {
    const file = page.find(path);
    return file && path === '/' ? tellAtStart(file, core) : file;
  };
  const wires = serveWires(core, env);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameBytesMax,
    perMessageDeflate: false,
  });
  const noteRefusal = (request: IncomingMessage, reason: Reason) =>
    env.log('warn', 'door.refused', { reason, method: request.method, path: pathOf(request) });

  /** Whether it was turned away unheard. */
  const turnedAway = async (request: IncomingMessage): Promise<boolean> => {
    if (isTheSameForAll(pathOf(request)) || !(await isOtherUser(request.socket))) return false;
    env.log('warn', 'door.refused', { reason: 'user-foreign' });
    request.socket.destroy();
    return true;
  };
  server.on('request', (request, response) => {
    env.spawn('loopback.answer', async () => {
      try {
        if (await turnedAway(request)) return;
        const answer = await answerTo(request, door, fileAt, origin);
        if (answer.reason) noteRefusal(request, answer.reason);
        send(response, answer, { ...shieldHeaders(connect), ...apartFromOpener(request) });
      } catch (error) {
        response.destroy();
        throw error;
      }
    });
  });
  const openWire = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const guest = wirePaths[pathOf(request)];
    const judged = door.mayConnect(knockOf(request), guest ?? 'page');
    if ('refused' in judged) {
      noteRefusal(request, judged.refused);
      return turnDown(socket, '403 Forbidden');
    }
    if (!guest) return turnDown(socket, '404 Not Found');
    sockets.handleUpgrade(request, socket, head, wire => wires.accept(wire, judged.caller));
  };
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Nobody else listens: a caller that goes away while it is turned down must not take the till along.
    socket.on('error', () => socket.destroy());
    env.spawn('loopback.upgrade', async () => {
      if (!(await turnedAway(request))) openWire(request, socket, head);
    });
  });
  return {
    port,
    origin,
    door,
    ticketUrl: ticket => addressFor(origin, ticket),
    close: async () => {
      wires.closeAll();
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly reason?: Reason;
};

const html = { 'content-type': 'text/html; charset=utf-8' };
const json = { 'content-type': 'application/json; charset=utf-8' };
const shutOut = (reason: Reason): Answer => ({ status: 403, headers: html, body: shutPage, reason });

/** A file of the page, by the path that it is asked for under. */
type FileAt = (path: string) => Promise<PageFile | undefined>;

async function answerTo(
  request: IncomingMessage,
  door: Door,
  fileAt: FileAt,
  origin: string,
): Promise<Answer> {
  const knock = knockOf(request);
  const path = pathOf(request);
  const strange = door.mayKnock(knock);
  if (strange) return shutOut(strange.refused);
  switch (`${knock.method} ${path}`) {
    case 'GET /enter':
      return exchange(request, door, fileAt);
    case 'POST /ticket': {
      const refused = door.mayAsk(knock);
      if (refused) return shutOut(refused.refused);
      const ticket = door.newTicket(guestIn(await readBody(request)));
      const body = JSON.stringify({ ticket, ticketUrl: addressFor(origin, ticket) });
      return { status: 200, headers: json, body };
    }
  }
  const refused = door.mayLoad(knock, isForCustomers(path) ? 'customer' : 'page');
  if (refused) return shutOut(refused.refused);
  if (knock.method !== 'GET') return { status: 405, headers: { allow: 'GET' } };
  const file = await fileAt(path);
  return file ? { status: 200, headers: file.headers, body: file.bytes } : { status: 404 };
}

const addressFor = (origin: string, ticket: string): string => `${origin}/enter?${ticket}`;

/**
 * The page of whoever the ticket was for, at once, and the cookie for all else that it asks for: sent to another address
 * first, the browser would bring no cookie there that is meant for this site alone. The page then leaves this address.
 */
async function exchange(request: IncomingMessage, door: Door, fileAt: FileAt): Promise<Answer> {
  const judged = door.exchange(knockOf(request), (request.url ?? '').split('?', 2)[1] ?? '');
  if ('refused' in judged) return shutOut(judged.refused);
  const file = await fileAt(judged.guest === 'customer' ? '/customer' : '/');
  return {
    status: 200,
    headers: { ...file?.headers, 'set-cookie': judged.setCookie },
    body: file?.bytes ?? '',
  };
}

/** The product's own files: who may not see the shop may see these, and they are many. */
const isTheSameForAll = (path: string): boolean => path.startsWith('/assets/');

/** What the customer's screen is made of; all else is the till's own page. */
const isForCustomers = (path: string): boolean =>
  path === '/customer' || isTheSameForAll(path) || path.startsWith('/slides/');

const guestIn = (body: string): Guest => (textIn(body, 'guest') === 'customer' ? 'customer' : 'page');

/** The text under `name` in a body of JSON; empty where there is none, which the door refuses as a ticket. */
function textIn(body: string, name: string): string {
  try {
    const said: unknown = JSON.parse(body);
    const text = typeof said === 'object' && said !== null ? (said as Record<string, unknown>)[name] : '';
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}

/** The body as text; what is longer than any honest body reads as nothing. */
async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > bodyBytesMax) return '';
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/**
 * Keeps the page's window apart from whoever opened it. A browser begins such a page anew in another process, which is
 * 20 to 40 ms of a start; so only one that does not say where it comes from is told to. Of those that do, the door lets in
 * nobody whom another site has sent, unless with a ticket.
 * Source: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Cross-Origin-Opener-Policy
 */
const apartFromOpener = ({ headers }: IncomingMessage): Readonly<Record<string, string>> =>
  headers['sec-fetch-site'] === undefined ? { 'cross-origin-opener-policy': 'same-origin' } : {};

function send(response: ServerResponse, answer: Answer, shield: Readonly<Record<string, string>>): void {
  const { status, body = '' } = answer;
  // Said beforehand; a body of unknown length is sent in pieces, each with its own.
  const length = { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { ...shield, 'cache-control': 'no-store', ...answer.headers, ...length });
  response.end(body);
}

function turnDown(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const knockOf = (request: IncomingMessage) => ({ method: request.method ?? '', headers: request.headers });
const pathOf = (request: IncomingMessage) => (request.url ?? '').split('?', 1)[0] ?? '';

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
