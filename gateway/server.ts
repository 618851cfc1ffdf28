import { timingSafeEqual } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uplinkPaths } from '../shared/domain/uplink.ts';
import { ownCertificate, readIfThere, writePrivately } from './certificate.ts';
import type { GatewayEnv } from './env.ts';
import { GatewayFault } from './fault.ts';
import { isLoopback, ownHosts } from './http/door.ts';
import { listener } from './http/listener.ts';
import { type Route, reply } from './http/route.ts';
import { journalRoutes } from './journal/routes.ts';
import { payRoutes } from './pay/routes.ts';
import { saleRoutes } from './sales/routes.ts';
import { sheetRoutes } from './sheet/routes.ts';
import { openStore } from './store/sqlite.ts';
import type { Store, Summary } from './store/store.ts';
import { enrolmentCodes } from './tills/codes.ts';
import { tillRoutes } from './tills/routes.ts';

export type GatewayOptions = {
  /** Made if missing, mode 0700: the store, the certificate, the operator's token. */
  readonly dataDir: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Default 127.0.0.1; any other needs `https`. */
  readonly host?: string;
  readonly https?: boolean;
  /** Further names, with port, under which tills reach it: a DNS name, a forwarded port. */
  readonly knownAs?: readonly string[];
  /** The demo shop whose barcodes `/sheet` prints. */
  readonly goodsFile?: string;
  /** Practice payments under `/pay`, for whoever reaches the gateway. Default: where only this machine does. */
  readonly practicePay?: boolean;
  readonly env: GatewayEnv;
};

export type Gateway = {
  readonly url: string;
  readonly id: string;
  /** Lower-case hex of SHA-256 over the certificate; only with HTTPS. */
  readonly fingerprint?: string;
  /** Whether practice payments hang under `/pay`. */
  readonly practicePay: boolean;
  /** Holds the operator's bearer token; mode 0600. */
  readonly operatorTokenFile: string;
  newEnrolmentCode(): string;
  summary(): Promise<Summary>;
  /** Finishes what is in hand, closes the store, frees the port; harmless when called twice. */
  stop(): Promise<void>;
};

const demoGoods = fileURLToPath(new URL('../resources/demo-shop.json', import.meta.url));
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 30_000;
/** Longer than a till waits between probes, so that its connection lives on. */
const keepAliveTimeoutMs = 65_000;
const headersMax = 40;
const connectionsMax = 1_000;
const stopGraceMs = 2_000;

/**
 * Starts a gateway on its data folder, inside this process. Rejects with `GatewayFault` where it cannot:
 * folder in use, port not free, plain HTTP asked for beyond loopback.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { dataDir, env, host = '127.0.0.1', https = false, knownAs = [] } = options;
  const { practicePay = isLoopback(host) && knownAs.length === 0 } = options;
  if (!https && !isLoopback(host)) throw new GatewayFault('plain-http-only-on-loopback', host);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const certificate = https ? await ownCertificate(dataDir, host, env.wallMs()) : undefined;
  const operator = operatorToken(dataDir, env);
  const store = openStore(join(dataDir, 'gateway.db'), env.newId);
  const codes = enrolmentCodes(env);
  const routes = [
    ...journalRoutes(store, env),
    ...saleRoutes(store, env),
    ...tillRoutes(store, codes, env),
    ...sheetRoutes(options.goodsFile ?? demoGoods),
    ...(practicePay ? payRoutes(env) : []),
    ...ownRoutes(store),
  ];
  const server = makeServer(certificate?.pem);
  try {
    const port = await listen(server, options.port, host);
    const hosts = ownHosts(host, port, knownAs);
    server.on('error', error => env.log('error', 'http.server', { error: String(error) }));
    server.on('request', listener({ routes, hosts, store, isOperator: operator.is, env }));
    return {
      url: `${https ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
      id: store.gatewayId,
      ...(certificate && { fingerprint: certificate.fingerprint }),
      practicePay,
      operatorTokenFile: operator.file,
      newEnrolmentCode: () => codes.renew(),
      summary: () => store.summary(),
      stop: once(() => stop(server, store)),
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

function ownRoutes(store: Store): readonly Route[] {
  return [
    {
      method: 'GET',
      path: uplinkPaths.health,
      admits: 'anyone',
      handle: async () => reply({ gateway: store.gatewayId }),
    },
    {
      method: 'GET',
      path: uplinkPaths.summary,
      admits: 'till-or-operator',
      handle: async () => reply({ ...(await store.summary()) }),
    },
  ];
}

function makeServer(pem: string | undefined): Server {
  const limits = {
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 8_192,
  };
  const server = pem
    ? createSecureServer({ ...limits, key: pem, cert: pem, minVersion: 'TLSv1.3' })
    : createServer(limits);
  server.maxHeadersCount = headersMax;
  server.maxConnections = connectionsMax;
  return server;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new GatewayFault('port-not-free', `${host}:${port}`, error));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Made once per data folder; whoever may read the file is the operator. */
function operatorToken(
  dataDir: string,
  env: GatewayEnv,
): { file: string; is(authorization: string | undefined): boolean } {
  const file = join(dataDir, 'operator-token');
  const kept = readIfThere(file);
  const token = kept ?? Buffer.from(env.randomBytes(32)).toString('base64url');
  if (kept === undefined) writePrivately(file, token);
  const wanted = Buffer.from(`Bearer ${token}`);
  return {
    file,
    is(authorization = '') {
      const given = Buffer.from(authorization);
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    },
  };
}

async function stop(server: Server, store: Store): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()));
  server.closeIdleConnections();
  const grace = setTimeout(() => server.closeAllConnections(), stopGraceMs);
  await closed;
  clearTimeout(grace);
  store.close();
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= run());
}
