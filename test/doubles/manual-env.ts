import type { Env } from '../../shared/env.ts';
import { seededRng } from '../../shared/lib/rng.ts';

type Timer = { readonly at: number; readonly run: () => void };

/** A world whose clock stands still until the test moves it. */
export type ManualEnv = Env & {
  /** Runs everything that falls due within that time, in order, promises in between included. */
  pass(ms: number): Promise<void>;
  /** Timers that are still waiting. */
  pending(): number;
  readonly logged: readonly { readonly event: string; readonly facts: unknown }[];
};

export function manualEnv(seed = 1): ManualEnv {
  const rng = seededRng(seed);
  const logged: { event: string; facts: unknown }[] = [];
  let now = 0;
  let ids = 0;
  let timers: Timer[] = [];
  const log: Env['log'] = (_, event, facts) => logged.push({ event, facts });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    logged,
    log,
    rng,
    wallMs: () => 1_700_000_000_000 + now,
    monotonicMs: () => now,
    newId() {
      ids += 1;
      return `id-${ids}`;
    },
    randomBytes: count => Uint8Array.from({ length: count }, () => Math.floor(rng() * 256)),
    after(delayMs, run) {
      const timer = { at: now + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter(other => other !== timer);
      };
    },
    spawn(name, run) {
      run().catch((error: unknown) => log('error', 'incident', { name, error: String(error) }));
    },
    async pass(ms) {
      const until = now + ms;
      await settle();
      for (;;) {
        const next = timers.filter(timer => timer.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter(timer => timer !== next);
        now = Math.max(now, next.at);
        next.run();
        await settle();
      }
      now = until;
    },
    pending: () => timers.length,
  };
}

/** Lets time pass in small steps until the work is done: for what waits on this clock and on the real world by turns. */
export async function whileTimePasses<T>(env: ManualEnv, work: Promise<T>): Promise<T> {
  let done = false;
  const watched = work.finally(() => {
    done = true;
  });
  while (!done) {
    await env.pass(1);
    await new Promise<void>(resolve => setImmediate(resolve));
  }
  return watched;
}
