import type { Channel } from './channel.ts';
import { createEnd, createSignal } from './signal.ts';

/** What Node's `ChildProcess` and the child's own `process` have in common. */
type Peer = {
  send?(message: unknown): boolean;
  on(event: 'message', listen: (message: unknown) => void): unknown;
  on(event: 'disconnect', listen: () => void): unknown;
  readonly connected?: boolean;
};

/** The line of a forked process, from either side: `fork(...)` in the core, `process` in the child. */
export function processChannel(peer: Peer): Channel {
  const end = createEnd();
  peer.on('disconnect', end.emit);
  return {
    post(message) {
      // Between the other's death and our hearing of it there is nobody to post to.
      if (peer.connected !== false) peer.send?.(message);
    },
    onMessage: hearing(hear => peer.on('message', hear)),
    onEnd: end.on,
  };
}

/** The part of Electron's `MessagePortMain` that a line needs; messages come as `{data}`. */
type Port = {
  postMessage(message: unknown): void;
  on(event: 'message', listen: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listen: () => void): unknown;
  start(): void;
};

/** The line over a message port, which joins the core and the device host on the desktop. */
export function portChannel(port: Port): Channel {
  const end = createEnd();
  port.on('close', end.emit);
  return {
    post(message) {
      if (!end.over) port.postMessage(message);
    },
    onMessage: hearing(hear => {
      port.on('message', event => hear(event.data));
      port.start();
    }),
    onEnd: end.on,
  };
}

/** Both kinds of line keep what arrives until they are listened to, so that begins with the first listener. */
function hearing(begin: (hear: (message: unknown) => void) => void): Channel['onMessage'] {
  const messages = createSignal<unknown>();
  let begun = false;
  return listen => {
    const off = messages.on(listen);
    if (!begun) begin(messages.emit);
    begun = true;
    return off;
  };
}
