import type { Rng } from './lib/rng.ts';

/** Stable event name (`sale.completed`) and flat facts about it; never a secret, never a scanned text. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  facts?: Readonly<Record<string, unknown>>,
) => void;

/** Takes back what `after` was asked for; calling it twice is harmless. */
export type Cancel = () => void;

/**
 * The world, as far as repeatable code may touch it. Core, features, channels and devices ask Env
 * instead of reaching for clocks, chance and timers, so that a simulator can own the world and a seed
 * replays exactly.
 */
export type Env = {
  /** Milliseconds since 1970, as the till's clock believes; for labels only, it may jump. */
  wallMs(): number;
  /** Milliseconds that only grow; for durations. */
  monotonicMs(): number;
  /** Runs `run` once, not before `delayMs` have passed. */
  after(delayMs: number, run: () => void): Cancel;
  /** A new globally unique id; ids made later sort later within one process. */
  newId(): string;
  /** Unpredictable bytes, for salts, tokens and keys. */
  randomBytes(count: number): Uint8Array;
  rng: Rng;
  /** Starts background work; a failure becomes an incident in the log instead of ending the process. */
  spawn(name: string, run: () => Promise<void>): void;
  log: Log;
};
