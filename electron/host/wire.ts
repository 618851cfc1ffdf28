import type { IncomingMessage } from 'node:http';
import { getWSConnectionHandler, type WSSHandlerOptions } from '@trpc/server/adapters/ws';
import type { WebSocket } from 'ws';
import { type Caller, type CorePort, type Router, router } from '../../shared/contract/router.ts';
import type { Env } from '../../shared/env.ts';

/** What a wire needs of its socket. A `ws` WebSocket has it; `port-wire.ts` gives it to a MessagePort. */
export type WireSocket = {
  readonly readyState: number;
  /** Bytes handed over and not yet taken by the system; a look-alike that can't know says 0. */
  readonly bufferedAmount: number;
  send(text: string): void;
  close(code?: number): void;
  terminate(): void;
  on(event: 'message', run: (data: Buffer, isBinary: boolean) => void): unknown;
  on(event: 'error', run: (error: Error) => void): unknown;
  once(event: 'close', run: () => void): unknown;
};

export type Wires = {
  /** Serves one socket until it closes. `caller` was decided at the door, never by what travels. */
  accept(socket: WireSocket, caller: Caller): void;
  /** Sockets being served now. */
  count(): number;
  /** Ends every wire; the pages reconnect if somebody answers. */
  closeAll(): void;
};

/** A frame longer than this ends the wire; the longest honest one is a slice of a price list. */
export const frameBytesMax = 4 * 1024 * 1024;
/** A page that takes nothing while this much waits for it is gone or hostile. */
const waitingBytesMax = 16 * 1024 * 1024;
/** Calls in one frame; the page sends what one tick gathered. */
const batchMax = 256;
const socketsMax = 32;
/** Quiet for `pingMs`, then no answer for `pongWaitMs`: the peer is dead, its watches end. */
const keepAlive = { enabled: true, pingMs: 10_000, pongWaitMs: 10_000 };

/**
 * The core's end of every wire. Both hosts give it sockets that carry the same text frames; tRPC's own
 * WebSocket handler answers on all of them, so there is one dispatch loop and not one per host.
 */
export function serveWires(core: CorePort, env: Pick<Env, 'log' | 'newId'>): Wires {
  const open = new Set<WireSocket>();
  return {
    accept: (socket, caller) => {
      if (open.size >= socketsMax) return socket.terminate();
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      serve(bounded(socket), core, caller, env);
    },
    count: () => open.size,
    closeAll: () => {
      for (const socket of [...open]) socket.close(1001);
    },
  };
}

function serve(socket: WireSocket, core: CorePort, caller: Caller, env: Pick<Env, 'log' | 'newId'>): void {
  const options = {
    router,
    createContext: () => ({ core, caller }),
    keepAlive,
    maxBatchSize: batchMax,
    // The call's input may hold a scanned text: it is not among the facts.
    onError: ({ error, path, type }) => {
      const fault = error.code === 'INTERNAL_SERVER_ERROR';
      env.log(fault ? 'error' : 'warn', 'wire.call-failed', {
        incident: env.newId(),
        reason: error.code,
        path,
        type,
        ...(fault ? { error: error.cause ?? error } : {}),
      });
    },
  } satisfies Partial<WSSHandlerOptions<Router>>;
  // The handler's type asks for a WebSocketServer that it never uses, and for the whole of ws and of the
  // upgrade request, of which it uses what is given here; the host suite runs it on both wires.
  const handle = getWSConnectionHandler(options as unknown as WSSHandlerOptions<Router>);
  handle(socket as unknown as WebSocket, { url: '/wire', headers: {} } as IncomingMessage);
}

/** The same socket, which ends itself instead of gathering answers for a peer that takes none. */
function bounded(socket: WireSocket): WireSocket {
  const send = socket.send.bind(socket);
  socket.send = text => {
    if (socket.bufferedAmount > waitingBytesMax) socket.terminate();
    else send(text);
  };
  return socket;
}
