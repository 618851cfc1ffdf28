import { laterWire } from './live/later-wire.ts';
import type { Wire } from './live/wire.ts';
import { askPreload, makePortSocket } from './wire/port-socket.ts';

type Wanted = {
  /** All that is said on this wire means the practice till. */
  readonly practising: boolean;
  /**
   * Who the window is for, which the desktop knows by itself: on the customer's wire there is little to see and
   * nothing to do.
   */
  readonly guest?: 'customer';
  /** What speaks on the wire is a piece of the page of its own, which is not fetched before. */
  readonly after: Promise<unknown>;
};

/** The only file that knows the two hosts: the desktop hands over ports, the loopback host a WebSocket. */
export function connect(page: Window, { practising, guest, after }: Wanted): Wire {
  const coming = async () => {
    await after;
    const { trpcWire } = await import('./live/trpc-wire.ts');
    if (page.location.protocol === 'app:') {
      return trpcWire({ url: 'port:', WebSocket: makePortSocket(askPreload(page)), practising });
    }
    const scheme = page.location.protocol === 'https:' ? 'wss' : 'ws';
    const path = guest === 'customer' ? '/customer/wire' : '/wire';
    return trpcWire({ url: `${scheme}://${page.location.host}${path}`, practising });
  };
  return laterWire(coming());
}

/** A ticket that has let this page in is used up: the page leaves its address for its own, which can be loaded anew. */
export function leaveEntrance(page: Window, address: '/' | '/customer'): void {
  if (page.location.pathname === '/enter') page.history.replaceState(null, '', address);
}
