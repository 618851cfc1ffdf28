import { connect, type Socket } from 'node:net';
import type { Env } from '../../../shared/env.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import { createEnd, createSignal } from '../signal.ts';
import { type OpenTrouble, type Transport, writeInChunks } from './transport.ts';

export type TcpOptions = { readonly host: string; readonly port: number };

/** Raw printing over the network (port 9100). Taken by the kernel is not taken by the printer: see the print job. */
export function tcpTransport(options: TcpOptions, env: Env): Transport {
  const data = createSignal<Uint8Array>();
  const end = createEnd();
  let socket: Socket | null = null;
  return {
    duplex: true,
    async open() {
      const opened = await connectSocket(options, env);
      if (!opened.ok) return opened;
      socket = opened.value;
      if (end.over) socket.destroy();
      socket.on('data', bytes => data.emit(bytes));
      for (const event of ['end', 'error', 'close'] as const) socket.on(event, end.emit);
      return ok(null);
    },
    async write(bytes, { deadlineMs }) {
      const open = socket;
      if (!open?.writable || end.over) return { accepted: 0, end: 'lost' };
      const send = (chunk: Uint8Array, done: (error?: Error | null) => void): void => {
        open.write(chunk, done);
      };
      return writeInChunks({ bytes, deadlineMs, send, onEnd: end.on }, env);
    },
    onData: data.on,
    onEnd: end.on,
    close() {
      end.emit();
      return socket ? closeSocket(socket, env) : Promise.resolve();
    },
  };
}

function connectSocket(options: TcpOptions, env: Env): Promise<Result<Socket, OpenTrouble>> {
  const { promise, resolve } = Promise.withResolvers<Result<Socket, OpenTrouble>>();
  const socket = connect({ ...options, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs });
  const giveUp = (trouble: OpenTrouble): void => {
    cancel();
    socket.destroy();
    resolve(no(trouble));
  };
  const cancel = env.after(connectMs, () => giveUp('unreachable'));
  const refuse = (error: NodeJS.ErrnoException): void => giveUp(troubles[error.code ?? ''] ?? 'unreachable');
  socket.once('error', refuse);
  // A late second error finds no other listener between here and the owner's own.
  socket.on('error', () => undefined);
  socket.once('connect', () => {
    cancel();
    socket.off('error', refuse);
    resolve(ok(socket));
  });
  return promise;
}

/**
 * Says goodbye and reads on until the printer does the same: a socket destroyed with unread status bytes
 * is reset, and a reset throws away what the printer has not printed yet.
 */
function closeSocket(socket: Socket, env: Env): Promise<void> {
  if (socket.destroyed) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const cancel = env.after(lingerMs, () => socket.destroy());
  socket.once('close', () => {
    cancel();
    resolve();
  });
  socket.resume();
  socket.end();
  return promise;
}

const troubles: Readonly<Record<string, OpenTrouble>> = {
  ECONNREFUSED: 'refused',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
};
const connectMs = 3000;
const keepAliveMs = 10_000;
const lingerMs = 2000;
