import { EventEmitter } from 'node:events';
import { frameBytesMax, type WireSocket } from './wire.ts';

/** What Node's MessagePort and Electron's MessagePortMain have in common. */
export type WirePort = {
  postMessage(message: string | null): void;
  on(event: 'message', run: (message: unknown) => void): unknown;
  on(event: 'close', run: () => void): unknown;
  start(): void;
  close(): void;
};

const open = 1;
const closed = 3;

/**
 * The core's end of a wire over a MessagePort: looks like a `ws` WebSocket to tRPC's handler. A frame is
 * a string; null is the page's goodbye. Anything else, or a frame beyond `frameBytesMax`, ends the wire.
 * The listeners are in place before the port is started, so no early frame is lost.
 */
export function portSocket(port: WirePort): WireSocket {
  const events = new EventEmitter();
  let state = open;
  const end = () => {
    if (state === closed) return;
    state = closed;
    port.close();
    events.emit('close');
  };
  const close = () => {
    if (state === open) port.postMessage(null);
    end();
  };
  port.on('message', message => {
    const frame = payload(message);
    if (state === closed) return;
    if (typeof frame !== 'string' || frame.length > frameBytesMax) return end();
    events.emit('message', Buffer.from(frame), false);
  });
  port.on('close', end);
  // A macrotask later, whoever accepts the socket has put its own listeners on it.
  setImmediate(() => state === open && port.start());
  return {
    get readyState() {
      return state;
    },
    bufferedAmount: 0,
    send: text => {
      if (state === open) port.postMessage(text);
    },
    close,
    terminate: end,
    on: (event: string, run: (...values: never[]) => void) => events.on(event, run as () => void),
    once: (event: string, run: () => void) => events.once(event, run),
  };
}

/** Node hands a port's listener the message, Electron an event that carries it. */
function payload(message: unknown): unknown {
  const isEvent = typeof message === 'object' && message !== null && 'data' in message;
  return isEvent ? message.data : message;
}
