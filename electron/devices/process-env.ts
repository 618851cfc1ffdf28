import { randomBytes, randomUUID } from 'node:crypto';
import type { Env, Log } from '../../shared/env.ts';

/** The real world for the device process; the only file of this floor that touches clocks and timers. */
export function processEnv(log: Log): Env {
  return {
    wallMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    newId: () => randomUUID(),
    randomBytes: count => new Uint8Array(randomBytes(count)),
    rng: Math.random,
    spawn(name, run) {
      run().catch((error: unknown) => log('error', 'device.incident', { name, error: String(error) }));
    },
    log,
  };
}
