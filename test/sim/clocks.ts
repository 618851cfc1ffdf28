import type { Env } from '../../shared/env.ts';
import type { Chance } from './chance.ts';
import { beginsAt } from './provider.ts';
import type { Timeline } from './timeline.ts';

/** Nobody sets a clock by more than this, either way. */
const setByMsMax = 2 * 3_600_000;

export type Clocks = ReturnType<typeof openClocks>;

/** The clocks of the till's machine: both run a little wrong, the wall's is set now and then, the steady one never steps back. */
export function openClocks(timeline: Timeline, chance: Chance, driftPpm: number) {
  const pace = 1 + driftPpm / 1_000_000;
  let aheadMs = 0;
  return {
    wallMs: () => Math.floor(beginsAt + timeline.now() * pace + aheadMs),
    /** The clocks of one run of the process; the steady one begins anywhere. */
    ofOneLife(): Pick<Env, 'monotonicMs' | 'after'> {
      const bornAt = timeline.now();
      const from = chance.whole(0, 1_000_000_000);
      return {
        monotonicMs: () => from + Math.floor((timeline.now() - bornAt) * pace),
        after: (delayMs, run) => timeline.after(delayMs / pace, run),
      };
    },
    /** Somebody, or a time server, sets the wall clock: to the right time, or to a wrong one. */
    set(): void {
      aheadMs = chance.happens(0.3) ? 0 : chance.whole(-setByMsMax, setByMsMax);
    },
  };
}
