import { type Agent, type ClientRequest, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { UnreachableReason, UplinkEnv } from '../uplink.ts';
import type { Address } from './address.ts';
import { CertificateChanged, ConnectTimeout } from './pinned-agent.ts';

export type Outgoing = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly deadlineMs: number;
};

export type Incoming =
  | { readonly kind: 'answer'; readonly status: number; readonly text: string; readonly date: string | null }
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason }
  | { readonly kind: 'certificate-changed' };

/** An answer lists at most 500 set-aside records; more than this is no answer of a gateway. */
const answerBytesMax = 262_144;

/**
 * One request, one answer, within its deadline. A connection that turns out to have been closed while it
 * idled is replaced once; every request here may safely arrive twice.
 */
export async function exchange(
  address: Address,
  agent: Agent,
  env: UplinkEnv,
  outgoing: Outgoing,
): Promise<Incoming> {
  const first = await attempt(address, agent, env, outgoing);
  return first === 'stale' ? unstale(await attempt(address, agent, env, outgoing)) : first;
}

const unstale = (incoming: Incoming | 'stale'): Incoming =>
  incoming === 'stale' ? { kind: 'unreachable', reason: 'cut' } : incoming;

function attempt(
  address: Address,
  agent: Agent,
  env: UplinkEnv,
  outgoing: Outgoing,
): Promise<Incoming | 'stale'> {
  return new Promise(resolve => {
    const { host, port, fingerprint } = address;
    const { method, path, headers, body } = outgoing;
    const start = fingerprint === null ? requestPlain : requestSecure;
    const request = start({ host, port, method, path, headers, agent });
    const settle = (incoming: Incoming | 'stale') => {
      forget();
      resolve(incoming);
    };
    const forget = env.after(outgoing.deadlineMs, () => {
      settle({ kind: 'unreachable', reason: 'timeout' });
      request.destroy();
    });
    request.on('error', error => settle(readError(error, request)));
    request.on('response', response => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        chunks.push(chunk);
        if (bytes <= answerBytesMax) return;
        settle({ kind: 'unreachable', reason: 'not-a-gateway' });
        request.destroy();
      });
      response.on('error', () => settle({ kind: 'unreachable', reason: 'cut' }));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        settle({
          kind: 'answer',
          status: response.statusCode ?? 0,
          text,
          date: response.headers.date ?? null,
        });
      });
    });
    request.end(body);
  });
}

function readError(error: Error, request: ClientRequest): Incoming | 'stale' {
  if (error instanceof CertificateChanged) return { kind: 'certificate-changed' };
  if (error instanceof ConnectTimeout) return { kind: 'unreachable', reason: 'timeout' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (request.reusedSocket && /^(ECONNRESET|EPIPE)$/.test(code)) return 'stale';
  return { kind: 'unreachable', reason: reasons[code] ?? (/^E(RR_SSL|PROTO)/.test(code) ? 'no-tls' : 'cut') };
}

const reasons: Readonly<Record<string, UnreachableReason>> = {
  ECONNREFUSED: 'connection-refused',
  ENOTFOUND: 'no-address',
  EAI_AGAIN: 'no-address',
  ENETUNREACH: 'no-network',
  EHOSTUNREACH: 'no-network',
  ENETDOWN: 'no-network',
  ETIMEDOUT: 'timeout',
};
