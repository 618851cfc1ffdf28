import { realEnv } from '../../electron/host/env.ts';
import type { Env, Log } from '../../shared/env.ts';

/** The real world, whose clocks a test can put ahead; long timers ring only when it says so. */
export type AheadEnv = Env & {
  /** Moves both clocks, and rings whatever fell due. */
  pass(ms: number): void;
};

/** Waits this long or longer are the till's patience with people, ms; shorter ones are its own work. */
const longMs = 10_000;

export function aheadEnv(log: Log): AheadEnv {
  const real = realEnv(log);
  let ahead = 0;
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>();
  const monotonicMs = () => real.monotonicMs() + ahead;
  return {
    ...real,
    wallMs: () => real.wallMs() + ahead,
    monotonicMs,
    after: (delayMs, run) => {
      if (delayMs < longMs) return real.after(delayMs, run);
      const timer = { at: monotonicMs() + delayMs, run };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
    pass: ms => {
      ahead += ms;
      for (const timer of [...waiting]) {
        if (timer.at > monotonicMs() || !waiting.delete(timer)) continue;
        timer.run();
      }
    },
  };
}
