import { trpcWire } from './live/trpc-wire.ts';
import type { Wire } from './live/wire.ts';
import { askPreload, makePortSocket } from './wire/port-socket.ts';

/**
 * The only place that knows the two hosts: the desktop hands over ports, the loopback host a WebSocket.
 * `practising`: all that is said on this wire means the practice till.
 */
export function connect(page: Window, practising: boolean): Wire {
  if (page.location.protocol === 'app:') {
    return trpcWire({ url: 'port:', WebSocket: makePortSocket(askPreload(page)), practising });
  }
  const scheme = page.location.protocol === 'https:' ? 'wss' : 'ws';
  return trpcWire({ url: `${scheme}://${page.location.host}/wire`, practising });
}
