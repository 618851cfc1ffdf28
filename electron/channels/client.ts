import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import { isLoopback } from '../../shared/lib/loopback.ts';
import type { ChannelEnv, ChannelReply, ChannelRequest, Exchange } from './channel.ts';

export type Client = {
  readonly exchange: Exchange;
  /** Drops every connection; what was under way ends as `lost`, or `not-sent`. */
  close(): void;
};

type ClientEnv = Pick<ChannelEnv, 'after' | 'monotonicMs'>;
type NotSent = Extract<ChannelReply, { kind: 'not-sent' }>;
type Lost = Extract<ChannelReply, { kind: 'lost' }>;

/** Looking the name up, connecting and the TLS handshake together. */
const connectTimeoutMs = 3_000;
/** Providers answer in a few hundred bytes; more than this is no answer of theirs. */
const answerBytesMax = 262_144;

/**
 * Our HTTPS client, which knows whether a byte of a request has left. To connect is a step of its own, and
 * failing there proves that nothing was sent; after it, whatever is no whole answer is `lost`. Every request
 * gets a fresh connection: one that was kept can have died unnoticed, and would turn what was never sent
 * into something nobody knows.
 */
export function openClient(env: ClientEnv): Client {
  const sockets = new Set<Socket>();
  return {
    async exchange(request) {
      const url = URL.parse(request.url);
      if (!url) return { kind: 'not-sent', why: 'no-address' };
      if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
        return { kind: 'not-sent', why: 'not-secure' };
      const startedMs = env.monotonicMs();
      const socket = openSocket(url);
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      const failure = await connected(env, socket, Math.min(connectTimeoutMs, request.deadlineMs));
      if (failure) return failure;
      return send(env, socket, url, request, request.deadlineMs - (env.monotonicMs() - startedMs));
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Certificates are checked against the authorities of Node's own list; no environment variable turns that off. */
function openSocket(url: URL): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol === 'http:') return connectPlain({ host, port: Number(url.port || 80) });
  const servername = isIP(host) ? undefined : host;
  const port = Number(url.port || 443);
  return connectSecure({ host, port, ...(servername && { servername }), rejectUnauthorized: true });
}

/** Waits until the far end has been reached and, with TLS, has shown who it is; else says why not. */
function connected(env: ClientEnv, socket: Socket, limitMs: number): Promise<NotSent | undefined> {
  return new Promise(resolve => {
    const settle = (failure?: NotSent) => {
      forget();
      if (failure) socket.destroy();
      resolve(failure);
    };
    const forget = env.after(limitMs, () => settle({ kind: 'not-sent', why: 'no-link' }));
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => settle());
    // Stays for the socket's life: an error that nobody listens for ends the process.
    socket.on('error', error => settle({ kind: 'not-sent', why: whyNotSent(error) }));
    socket.once('close', () => settle({ kind: 'not-sent', why: 'no-link' }));
  });
}

function whyNotSent(error: NodeJS.ErrnoException): NotSent['why'] {
  const code = error.code ?? '';
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) return 'no-address';
  // What is no error of the operating system was found wrong with the certificate, or is no TLS at all.
  return code === 'EPROTO' || !/^E[A-Z]+$/.test(code) ? 'not-secure' : 'no-link';
}

/** From here on bytes may have left: only a whole answer is anything else than `lost`. */
function send(
  env: ClientEnv,
  socket: Socket,
  url: URL,
  { method, headers, body }: ChannelRequest,
  leftMs: number,
): Promise<ChannelReply> {
  return new Promise(resolve => {
    const path = url.pathname + url.search;
    const request = httpRequest({ createConnection: () => socket, method, path });
    const settle = (reply: ChannelReply) => {
      forget();
      resolve(reply);
      request.destroy();
    };
    const forget = env.after(leftMs, () => settle({ kind: 'lost', why: 'timeout' }));
    request.on('error', error => settle({ kind: 'lost', why: whyLost(error) }));
    request.on('close', () => settle({ kind: 'lost', why: 'cut' }));
    request.on('response', response => readAnswer(response, settle));
    for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
    request.setHeader('host', url.host);
    request.setHeader('content-length', Buffer.byteLength(body));
    request.end(body);
  });
}

/** Redirects are answers like others: a request with money in it goes where it was sent, or nowhere. */
function readAnswer(response: IncomingMessage, settle: (reply: ChannelReply) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    chunks.push(chunk);
    if (bytes > answerBytesMax) settle({ kind: 'lost', why: 'unreadable' });
  });
  response.on('error', () => settle({ kind: 'lost', why: 'cut' }));
  response.on('end', () => {
    settle({ kind: 'reply', status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
  });
}

const whyLost = (error: NodeJS.ErrnoException): Lost['why'] =>
  error.code?.startsWith('HPE_') ? 'unreadable' : 'cut';
