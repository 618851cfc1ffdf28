import { saleQuestionsPerMinute } from '../../shared/domain/uplink.ts';
import type { GatewayEnv } from '../env.ts';

const minuteMs = 60_000;

/** Whether this till may ask once more in this minute. It remembers enrolled tills only, so it stays small. */
export function questionLimit(env: Pick<GatewayEnv, 'monotonicMs'>): (till: string) => boolean {
  const minutes = new Map<string, { readonly sinceMs: number; asked: number }>();
  return till => {
    const nowMs = env.monotonicMs();
    const known = minutes.get(till);
    const minute = known && nowMs - known.sinceMs < minuteMs ? known : { sinceMs: nowMs, asked: 0 };
    minute.asked += 1;
    minutes.set(till, minute);
    return minute.asked <= saleQuestionsPerMinute;
  };
}
