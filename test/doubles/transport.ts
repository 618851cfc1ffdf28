import { createEnd, createSignal } from '../../electron/devices/signal.ts';
import type { Transport } from '../../electron/devices/transports/transport.ts';
import { ok } from '../../shared/lib/result.ts';

/** A connection in the test's hand: what was written, what to answer, when to cut. */
export type HandTransport = {
  readonly transport: Transport;
  readonly written: Uint8Array[];
  say(...bytes: number[]): void;
  cut(): void;
};

/** Takes everything at once; `answer` says what the device replies to each write. */
export function handTransport(answer: (bytes: Uint8Array) => readonly number[] = () => []): HandTransport {
  const data = createSignal<Uint8Array>();
  const end = createEnd();
  const written: Uint8Array[] = [];
  return {
    written,
    say: (...bytes) => data.emit(Uint8Array.from(bytes)),
    cut: end.emit,
    transport: {
      duplex: true,
      open: async () => ok(null),
      async write(bytes) {
        if (end.over) return { accepted: 0, end: 'lost' };
        written.push(bytes);
        const reply = answer(bytes);
        if (reply.length > 0) queueMicrotask(() => data.emit(Uint8Array.from(reply)));
        return { accepted: bytes.length, end: 'done' };
      },
      onData: data.on,
      onEnd: end.on,
      close: async () => end.emit(),
    },
  };
}
