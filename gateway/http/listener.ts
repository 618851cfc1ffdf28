import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { wireId } from '../../shared/domain/uplink.ts';
import { no, ok, type Result } from '../../shared/lib/result.ts';
import type { GatewayEnv } from '../env.ts';
import type { Store } from '../store/store.ts';
import { isSigned, readClaim } from '../tills/signature.ts';
import { parseBody, readBody } from './body.ts';
import { turnAway } from './door.ts';
import { type Reply, type Route, refuse, type SignedParts } from './route.ts';

export type Site = {
  readonly routes: readonly Route[];
  readonly hosts: ReadonlySet<string>;
  readonly store: Store;
  isOperator(authorization: string | undefined): boolean;
  readonly env: GatewayEnv;
};

/** Answers every request of the gateway: the door first, then route, sender, body, and only then the work. */
export function listener(site: Site): RequestListener {
  return (request, response) => {
    answer(site, request)
      .catch((error: unknown) => trouble(site, request, error))
      .then(reply => send(request, response, reply))
      .catch((error: unknown) => {
        site.env.log('error', 'http.cannot-answer', { error: String(error) });
        response.destroy();
      });
  };
}

async function answer(site: Site, request: IncomingMessage): Promise<Reply> {
  const away = turnAway(request, site.hosts);
  if (away) return away;
  const path = request.url ?? '/';
  const found = findRoute(site.routes, request.method ?? '', path.split('?', 1)[0] ?? '/');
  if (!found.ok) return found.refusal;
  const { route, params } = found.value;
  if (route.bodyBytesMax !== undefined && !route.rawBody && !isJson(request))
    return refuse(415, 'type-wrong');
  const body = await readBody(request, route.bodyBytesMax ?? 0);
  if (!body.ok) return refuse(413, 'too-large');
  const parts: SignedParts = {
    method: route.method,
    path,
    body: body.value,
    header: name => single(request.headers[name]),
  };
  const till = await admit(site, route, parts);
  if (!till.ok) return till.refusal;
  const json = await readJson(route, request, body.value);
  if (!json.ok) return json.refusal;
  return route.handle({ params, till: till.value, json: json.value, request: parts });
}

type Found = { readonly route: Route; readonly params: Readonly<Record<string, string>> };

function findRoute(routes: readonly Route[], method: string, path: string): Result<Found, Reply> {
  let there = false;
  for (const route of routes) {
    const params = matchPath(route.path, path);
    if (!params) continue;
    if (route.method === method) return ok({ route, params });
    there = true;
  }
  return no(there ? refuse(405, 'method-wrong') : refuse(404, 'not-found'));
}

function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, want] of wanted.entries()) {
    const part = given[index] ?? '';
    if (!want.startsWith(':')) {
      if (want !== part) return undefined;
    } else if (wireId.test(part)) params[want.slice(1)] = part;
    else return undefined;
  }
  return params;
}

/** Gives the till whose signature holds, or '' for anyone and the operator. */
async function admit(
  { store, isOperator, env }: Site,
  route: Route,
  request: SignedParts,
): Promise<Result<string, Reply>> {
  if (route.admits === 'anyone') return ok('');
  if (route.admits !== 'till' && isOperator(request.header('authorization'))) return ok('');
  if (route.admits === 'operator') return no(refuse(401, 'not-allowed'));
  const claim = readClaim(request.header, env);
  if (!claim.ok) return claim;
  const till = await store.findTill(claim.value.till);
  if (!till) return no(refuse(401, 'unknown-till'));
  const signed = isSigned(claim.value, till.publicKey, store.gatewayId, request);
  return signed ? ok(till.till) : no(refuse(401, 'signature-wrong'));
}

async function readJson(
  route: Route,
  request: IncomingMessage,
  body: Buffer,
): Promise<Result<unknown, Reply>> {
  if (route.bodyBytesMax === undefined || route.rawBody) return ok(undefined);
  const parsed = await parseBody(body, request.headers['content-encoding'], route.bodyBytesMax);
  if (parsed.ok) return parsed;
  return no(refuse({ 'too-large': 413, malformed: 400, 'type-wrong': 415 }[parsed.refusal], parsed.refusal));
}

/** A fault of ours: the sender learns that it may come back, the log learns why. A sender who went away is no fault. */
function trouble({ env }: Site, request: IncomingMessage, error: unknown): Reply {
  const wentAway = request.destroyed && !request.complete;
  env.log(wentAway ? 'info' : 'error', wentAway ? 'http.cut' : 'http.trouble', { error: String(error) });
  return refuse(503, 'gateway-trouble');
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  if (response.destroyed) return;
  if (reply.breaks === 'before') {
    response.destroy();
    return;
  }
  // A body that was not read to its end would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(reply.status, {
    'content-type': reply.type,
    'content-length': Buffer.byteLength(reply.body),
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; ${reply.contentPolicy ?? ''}frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  if (reply.breaks === 'within') {
    const half = Buffer.from(reply.body).subarray(0, Math.floor(Buffer.byteLength(reply.body) / 2));
    response.write(half, () => response.destroy());
  } else response.end(reply.body);
}

const isJson = ({ headers }: IncomingMessage): boolean =>
  /^application\/json(; *charset=utf-8)?$/i.test(headers['content-type'] ?? '');

const single = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
