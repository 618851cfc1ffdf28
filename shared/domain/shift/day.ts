import type { BusinessDay } from '../business-day.ts';
import { type Minor, minor } from '../money.ts';
import type { ShiftReport } from './report.ts';
import { emptyTally, mergeTallies, type Tally } from './tally.ts';

/** The close of a business day: its shifts together, their drawers' differences side by side and never netted. */
export type DayReport = {
  readonly day: BusinessDay;
  /** Gap-free per till, from 1. */
  readonly number: number;
  readonly zs: readonly number[];
  readonly tally: Tally;
  readonly total: Minor;
  readonly over: Minor;
  readonly short: Minor;
};

export function dayReport(day: BusinessDay, number: number, shifts: readonly ShiftReport[]): DayReport {
  const sumOf = (pick: (report: ShiftReport) => number) =>
    minor(shifts.reduce((all, report) => all + pick(report), 0));
  return {
    day,
    number,
    zs: shifts.map(report => report.closing!.z),
    tally: shifts.map(report => report.tally).reduce(mergeTallies, emptyTally),
    total: sumOf(report => report.total),
    over: sumOf(report => Math.max(0, report.variance ?? 0)),
    short: sumOf(report => Math.max(0, -(report.variance ?? 0))),
  };
}
