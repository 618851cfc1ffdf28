import { type Row, type Times, timesOf } from './measure.ts';
import type { BenchTill } from './rig.ts';

const goalMs = 5;
const asked = 100;

/** The totals of a shift, as the close prints them, however many sales there are around and in it. */
export async function timeShiftReport({ hands }: BenchTill): Promise<Times> {
  const samples: number[] = [];
  for (let time = 0; time < asked; time += 1) {
    const began = performance.now();
    await hands.ask('shifts.list', { limit: 1 });
    samples.push(performance.now() - began);
  }
  return timesOf(samples);
}

export const shiftReportRow = (history: number, times: Times): Row => ({
  name: `totals of a shift inside ${history} sales`,
  goal: `<= ${goalMs} ms`,
  met: times.p95 <= goalMs,
  measured: { history, times },
  said: `p50 ${times.p50}, p95 ${times.p95}, max ${times.max} ms`,
});
