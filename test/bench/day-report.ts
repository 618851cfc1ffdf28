import { wallClock } from '../../electron/host/local-time.ts';
import { type Row, type Times, timesOf } from './measure.ts';
import type { BenchTill } from './rig.ts';

const goalMs = 20;
const asked = 100;
/** A whole day of the history, which the bench's own sales are no part of. */
const daysBack = 1;

/** The report of a day in the past, as the screen asks for it, however many sales lie around it. */
export async function timeDayReport({ hands, env }: BenchTill): Promise<{ times: Times; tickets: number }> {
  const { date } = wallClock.localTime(env.wallMs() - daysBack * 86_400_000);
  const samples: number[] = [];
  let tickets = 0;
  for (let time = 0; time < asked; time += 1) {
    const began = performance.now();
    tickets = (await hands.ask('reports.today', { date })).sales.count;
    samples.push(performance.now() - began);
  }
  return { times: timesOf(samples), tickets };
}

export const dayReportRow = (
  history: number,
  { times, tickets }: { times: Times; tickets: number },
): Row => ({
  name: `report of a day inside ${history} sales`,
  goal: `<= ${goalMs} ms`,
  met: times.p95 <= goalMs,
  measured: { history, tickets, times },
  said: `${tickets} sales: p50 ${times.p50}, p95 ${times.p95}, max ${times.max} ms`,
});
