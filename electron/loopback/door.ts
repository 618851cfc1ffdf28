import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../../shared/contract/router.ts';
import type { Env } from '../../shared/env.ts';

/** What a request says of itself, as far as the door looks. */
export type Knock = { readonly method: string; readonly headers: IncomingHttpHeaders };
export type Refused = { readonly refused: Reason };
export type Reason =
  | 'host-foreign'
  | 'origin-foreign'
  | 'origin-missing'
  | 'site-foreign'
  | 'not-a-visit'
  | 'ticket-not-valid'
  | 'cookie-not-valid'
  | 'token-not-valid';

/** Whom a ticket lets in: the till's own page, or a browser that shows the customer's screen and nothing else. */
export type Guest = 'page' | 'customer';

export type Door = {
  /** A fresh ticket for one browser; works once, for `ticketLifeMs`. */
  newTicket(guest: Guest): string;
  /** What the command line shows; anew at every start. */
  readonly token: string;
  /** Whether it was us who were asked; before anything else. */
  mayKnock(knock: Knock): Refused | undefined;
  /** A ticket against the cookie to set, for whoever visits with it. */
  exchange(knock: Knock, ticket: string): { readonly setCookie: string; readonly guest: Guest } | Refused;
  /** A file that `guest` needs. */
  mayLoad(knock: Knock, guest: Guest): Refused | undefined;
  /** A wire that is asked for as `guest`, and who speaks on it. */
  mayConnect(knock: Knock, guest: Guest): { readonly caller: Caller } | Refused;
  /** A word from another process of the same system user, such as a second start. */
  mayAsk(knock: Knock): Refused | undefined;
};

const ticketLifeMs = 15 * 60_000;
const ticketsMax = 16;
const cookiesMax = 16;
const secretBytes = 32;

/**
 * The door of the loopback host. A till on a port can be reached by every page the machine's browsers
 * show and by every program on it; only who holds a secret that this start has made gets in.
 * - `Host` must be ours: a DNS name rebound to 127.0.0.1 brings its own.
 * - `Origin`, where there is one, must be ours; where a browser always sends one, a missing one is refused.
 * - `Sec-Fetch-Site` must say same-origin, or none for what the user opened.
 * - A ticket works once, for a window that is opened with it (a frame, a form, a script or a look ahead leaves it as it
 *   is), and becomes an HttpOnly, SameSite=Strict cookie, which lives in this process.
 * - Each guest has tickets and cookies of its own. A customer's opens nothing of the page's; the page's window may
 *   open the customer's screen beside itself, and what is asked for as the customer's is no more than that.
 * - The command line shows a token that lies in a file only the till's own system user can read.
 */
export function openDoor(
  port: number,
  userName: string,
  env: Pick<Env, 'randomBytes' | 'monotonicMs'>,
): Door {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  // Browsers keep cookies per host, not per port: the name keeps two tills of one machine apart.
  const cookieNames = { page: `evertill-${port}`, customer: `evertill-${port}-customer` };
  const makeSecret = () => Buffer.from(env.randomBytes(secretBytes)).toString('base64url');
  const token = makeSecret();
  /** Digests of secrets, oldest first, with the moment they end. */
  const tickets = { page: new Map<string, number>(), customer: new Map<string, number>() };
  const cookies = { page: new Map<string, number>(), customer: new Map<string, number>() };

  const atHome = ({ headers }: Knock): Refused | undefined =>
    headers.host === host ? undefined : refuse('host-foreign');
  const fromUs = ({ headers }: Knock, sites: readonly string[]): Refused | undefined => {
    if (headers.origin !== undefined && headers.origin !== origin) return refuse('origin-foreign');
    const site = headers['sec-fetch-site'];
    return site === undefined || sites.includes(String(site)) ? undefined : refuse('site-foreign');
  };
  // From whatever site: the window opens with a file that leads on, which browsers count as another one.
  const visits = ({ headers }: Knock): Refused | undefined => {
    const dest = headers['sec-fetch-dest'];
    const isAhead = headers['sec-purpose'] !== undefined || headers.purpose !== undefined;
    return isAhead || headers.origin !== undefined || (dest !== undefined && dest !== 'document')
      ? refuse('not-a-visit')
      : undefined;
  };
  const hasCookie = ({ headers }: Knock, guest: Guest): boolean =>
    cookies[guest].has(digest(readCookie(headers.cookie, cookieNames[guest]))) ||
    (guest === 'customer' && cookies.page.has(digest(readCookie(headers.cookie, cookieNames.page))));
  const hasToken = ({ headers }: Knock): boolean => same(headers.authorization ?? '', `Bearer ${token}`);

  return {
    token,
    newTicket: guest => {
      const ticket = makeSecret();
      keep(tickets[guest], digest(ticket), env.monotonicMs() + ticketLifeMs, ticketsMax);
      return ticket;
    },
    mayKnock: atHome,
    exchange: (knock, ticket) => {
      const refused = atHome(knock) ?? visits(knock);
      if (refused) return refused;
      const guest = tickets.customer.has(digest(ticket)) ? 'customer' : 'page';
      const ends = tickets[guest].get(digest(ticket));
      tickets[guest].delete(digest(ticket));
      if (ends === undefined || ends < env.monotonicMs()) return refuse('ticket-not-valid');
      const cookie = makeSecret();
      keep(cookies[guest], digest(cookie), Number.POSITIVE_INFINITY, cookiesMax);
      return { setCookie: `${cookieNames[guest]}=${cookie}; Path=/; HttpOnly; SameSite=Strict`, guest };
    },
    mayLoad: (knock, guest) =>
      atHome(knock) ??
      fromUs(knock, ['same-origin', 'none']) ??
      (hasCookie(knock, guest) ? undefined : refuse('cookie-not-valid')),
    mayConnect: (knock, guest) => {
      const refused = atHome(knock) ?? fromUs(knock, ['same-origin']);
      if (refused) return refused;
      if (knock.headers.authorization !== undefined) {
        const caller: Caller = guest === 'page' ? { kind: 'command-line', name: userName } : { kind: guest };
        return hasToken(knock) ? { caller } : refuse('token-not-valid');
      }
      // Every browser sends Origin with a WebSocket; a cookie without one comes from something else.
      if (knock.headers.origin === undefined) return refuse('origin-missing');
      return hasCookie(knock, guest) ? { caller: { kind: guest } } : refuse('cookie-not-valid');
    },
    mayAsk: knock =>
      atHome(knock) ?? fromUs(knock, []) ?? (hasToken(knock) ? undefined : refuse('token-not-valid')),
  };
}

const refuse = (refused: Reason): Refused => ({ refused });

/** Secrets are kept and compared as digests: equal length, and no early end tells how much was right. */
const digest = (secret: string): string => createHash('sha256').update(secret).digest('base64');
const same = (left: string, right: string): boolean =>
  timingSafeEqual(Buffer.from(digest(left)), Buffer.from(digest(right)));

function keep(secrets: Map<string, number>, secret: string, ends: number, most: number): void {
  secrets.set(secret, ends);
  const [oldest] = secrets.keys();
  if (secrets.size > most && oldest !== undefined) secrets.delete(oldest);
}

function readCookie(header: string | undefined, name: string): string {
  const pairs = (header ?? '').split(';', 64).map(pair => pair.trim());
  return pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}
