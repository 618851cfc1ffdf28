import { createHash } from 'node:crypto';
import { type IncomingHttpHeaders, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { signatureHeaders, signedText } from '../../../shared/domain/uplink.ts';
import type { PaperTill } from './paper-till.ts';

export type RawAnswer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
};

export type RawRequest = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

/** Sends exactly what it is told, however wrong: what the uplink itself would never send. */
export function ask(
  url: string,
  { method = 'GET', path, headers = {}, body = '' }: RawRequest,
): Promise<RawAnswer> {
  const { protocol, hostname, port } = new URL(url);
  const start = protocol === 'https:' ? requestSecure : requestPlain;
  const length = body.length > 0 ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const options = {
    host: hostname,
    port,
    method,
    path,
    headers: { ...length, ...headers },
    rejectUnauthorized: false,
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const request = start(options, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = response.headers['content-type'] === 'application/json';
        const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

export type SignedAsk = RawRequest & {
  readonly gateway: string;
  readonly till: PaperTill;
  /** Wall ms to sign with. */
  readonly at?: number;
};

/** The headers a till sends with a request, signed over exactly this body. */
export function signedHeaders({
  method = 'GET',
  path,
  body = '',
  gateway,
  till,
  at = Date.now(),
}: SignedAsk) {
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const text = signedText({ method, path, gateway, till: till.id, at, bodyHash });
  return {
    'content-type': 'application/json',
    [signatureHeaders.till]: till.id,
    [signatureHeaders.at]: String(at),
    [signatureHeaders.signature]: Buffer.from(till.sign(Buffer.from(text))).toString('base64url'),
  };
}

export const askSigned = (url: string, request: SignedAsk): Promise<RawAnswer> =>
  ask(url, { ...request, headers: { ...signedHeaders(request), ...request.headers } });
