import type { Env } from '../../../shared/env.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Off } from '../signal.ts';

/**
 * One connection to a device: opened once, closed once, never opened again. A reopened serial port looks
 * alive and delivers nothing, so whoever reconnects makes a new one.
 */
export type Transport = {
  /** Whether the device can talk back over it. */
  readonly duplex: boolean;
  open(): Promise<Result<null, OpenTrouble>>;
  /** Hands bytes over; comes back at the deadline at the latest, with what may have left by then. */
  write(bytes: Uint8Array, limit: { readonly deadlineMs: number }): Promise<Written>;
  onData(listen: (bytes: Uint8Array) => void): Off;
  /** The connection is over, by whomever. Told once; at once to those who ask afterwards. */
  onEnd(listen: () => void): Off;
  /** Lets go of the device; harmless at any time, also twice. */
  close(): Promise<void>;
};

/** A new connection to the same device. */
export type Connect = () => Transport;

export type OpenTrouble = 'absent' | 'busy' | 'no-permission' | 'unreachable' | 'refused' | 'open-failed';

/** `accepted`: bytes that may have left our hands. It may be too high, never too low: zero means nothing left. */
export type Written = { readonly accepted: number; readonly end: 'done' | 'deadline' | 'lost' };

type Wire = {
  readonly bytes: Uint8Array;
  readonly deadlineMs: number;
  /** Hands one chunk to the system and tells when it took it, or that it could not. */
  send(chunk: Uint8Array, done: (error?: Error | null) => void): void;
  onEnd(listen: () => void): Off;
};

/**
 * Writes in small chunks under a deadline of our own: no driver has one, and a printer without paper
 * takes nothing for ever. A chunk counts as accepted when it is handed over, for nobody can say how
 * much of it left.
 */
export function writeInChunks(wire: Wire, env: Env): Promise<Written> {
  const { promise, resolve } = Promise.withResolvers<Written>();
  let accepted = 0;
  let over = false;
  let off: Off = () => undefined;
  const finish = (end: Written['end']): void => {
    over = true;
    cancel();
    off();
    resolve({ accepted, end });
  };
  const next = (): void => {
    if (over) return;
    if (accepted === wire.bytes.length) {
      finish('done');
      return;
    }
    const chunk = wire.bytes.subarray(accepted, accepted + chunkBytesMax);
    accepted += chunk.length;
    wire.send(chunk, error => (error ? finish('lost') : next()));
  };
  const cancel = env.after(wire.deadlineMs, () => finish('deadline'));
  off = wire.onEnd(() => finish('lost'));
  next();
  return promise;
}

export const chunkBytesMax = 4096;
