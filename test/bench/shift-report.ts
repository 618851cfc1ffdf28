import { amountMax, minor } from '../../shared/domain/money.ts';
import { type Row, type Times, timesOf } from './measure.ts';
import { type BenchTill, untilBackedUp } from './rig.ts';

const goalMs = 5;
const asked = 100;

export type ReportTimes = { readonly x: Times; readonly zMs: number; readonly sales: number };

/**
 * The report of a shift, however many sales there are around and in it: as X many times, then as the Z that
 * ends it, from the word to the commit. Leaves the till with a new shift and
 * the close's backup written.
 */
export async function timeShiftReport(till: BenchTill): Promise<ReportTimes> {
  const { hands } = till;
  const shift = (await hands.see('shifts.current'))!;
  const samples: number[] = [];
  for (let time = 0; time < asked; time += 1) {
    const began = performance.now();
    await hands.ask('shifts.report', { shift: shift.id });
    samples.push(performance.now() - began);
  }
  const { expected } = await hands.ask('shifts.report', { shift: shift.id });
  // A whole history in one shift takes more than a count may say.
  const counted = minor(Math.min(expected, amountMax));
  for (let again = true; again; )
    again = (await hands.say('shifts.count', { shift: shift.id, counted })).again;
  const { held, unknown, unverified } = (await hands.ask('shifts.closing', { shift: shift.id })).carried;
  const carried = { held, unknown: unknown.count, unverified: unverified.count };
  const { last } = await hands.see('backups.state');
  const began = performance.now();
  await hands.say('shifts.close', { shift: shift.id, carried, left: counted, bag: '' });
  const zMs = Math.round((performance.now() - began) * 100) / 100;
  await untilBackedUp(till, last?.file ?? null);
  await hands.say('shifts.open', { float: counted });
  return { x: timesOf(samples), zMs, sales: shift.sales };
}

export const shiftReportRow = (history: number, { x, zMs, sales }: ReportTimes): Row => ({
  name: `X and Z of a shift of ${sales} sales inside ${history} sales`,
  goal: `<= ${goalMs} ms`,
  met: x.p95 <= goalMs && zMs <= goalMs,
  measured: { history, sales, x, zMs },
  said: `X p50 ${x.p50}, p95 ${x.p95}, max ${x.max} ms; Z with its commit ${zMs} ms`,
});
