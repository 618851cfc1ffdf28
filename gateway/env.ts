import { randomBytes, randomUUID } from 'node:crypto';
import type { Env, Log } from '../shared/env.ts';

/** The part of the world a gateway asks for; a whole `Env` fits. */
export type GatewayEnv = Pick<Env, 'wallMs' | 'monotonicMs' | 'after' | 'newId' | 'randomBytes' | 'log'>;

/** The real world, for a gateway in a process of its own; log lines go to stderr as JSON, one a line. */
export function realEnv(log: Log = logToStderr): GatewayEnv {
  return {
    wallMs: () => Date.now(),
    monotonicMs: () => Math.trunc(performance.now()),
    after(delayMs, run) {
      // It is the server that keeps the process alive, not what it may still have to do.
      const timer = setTimeout(run, delayMs).unref();
      return () => clearTimeout(timer);
    },
    newId: () => randomUUID(),
    randomBytes: count => randomBytes(count),
    log,
  };
}

const logToStderr: Log = (level, event, facts = {}) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`);
};
