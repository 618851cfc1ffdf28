import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import { type Reply, refuse } from './route.ts';

export const isLoopback = (host: string): boolean =>
  /^(127(\.\d{1,3}){3}|localhost|::1|\[::1\])$/.test(host.toLowerCase());

/** The `Host` values under which this gateway may be called: everything else is a rebound DNS name. */
export function ownHosts(host: string, port: number, knownAs: readonly string[]): ReadonlySet<string> {
  const names = host === '0.0.0.0' || host === '::' ? everyAddress() : [host];
  if (names.some(isLoopback)) names.push('127.0.0.1', 'localhost');
  const bare = names.map(name => (name.includes(':') ? `[${name}]` : name).toLowerCase());
  // Clients leave the port out where it is the scheme's own.
  const own = [...bare.map(name => `${name}:${port}`), ...(port === 80 || port === 443 ? bare : [])];
  return new Set([...own, ...knownAs.map(name => name.toLowerCase())]);
}

/**
 * Turns away what a web page could make a browser send: a foreign `Host` (DNS rebinding), a foreign
 * `Origin`, or a fetch that says of itself that it crosses sites. A top-level visit by link is no fetch.
 */
export function turnAway(request: IncomingMessage, hosts: ReadonlySet<string>): Reply | undefined {
  const { host, origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers;
  if (!host || !hosts.has(host.toLowerCase())) return refuse(421, 'address-wrong');
  if (origin !== undefined && !hosts.has(origin.toLowerCase().replace(/^https?:\/\//, ''))) {
    return refuse(403, 'not-allowed');
  }
  const visit = request.method === 'GET' && mode === 'navigate';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !visit)
    return refuse(403, 'not-allowed');
  return undefined;
}

const everyAddress = (): string[] =>
  Object.values(networkInterfaces()).flatMap(cards => (cards ?? []).map(card => card.address));
