import { printerTroubles } from '../../shared/domain/print-outcome.ts';

/**
 * The life of a device. `absent`: not found, looked for again and again. `trouble`: found, and something
 * is wrong that a person can put right.
 */
export const deviceStates = ['absent', 'connecting', 'ready', 'trouble'] as const;
export type DeviceState = (typeof deviceStates)[number];

/** Why a device is absent or in trouble; the page has the words, each with one thing to do. */
export const healthReasons = [
  ...printerTroubles,
  'not-found',
  'busy',
  'no-permission',
  'unreachable',
  'refused',
  'open-failed',
  'link-lost',
  'garbled',
  'host-lost',
] as const;
export type HealthReason = (typeof healthReasons)[number];

export type DeviceHealth = { readonly state: DeviceState; readonly reason: HealthReason | null };

export const sameHealth = (a: DeviceHealth, b: DeviceHealth): boolean =>
  a.state === b.state && a.reason === b.reason;

/**
 * How long to wait before the next try to connect, after `failures` failed ones in a row (1 and more), in ms:
 * 0.5, 1, 2, 4, 8, then 15 s, each 20 % more or less so that the tills of a store do not knock together.
 * `chance` in [0, 1).
 */
export function backoffMs(failures: number, chance: number): number {
  const step = steps[Math.min(failures, steps.length) - 1] ?? steps[0]!;
  return Math.round(step * (0.8 + 0.4 * chance));
}

const steps = [500, 1000, 2000, 4000, 8000, 15_000];
