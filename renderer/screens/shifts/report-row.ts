import type { Count } from '../../../shared/domain/shift/cash.ts';
import type { Words } from '../../kit/words.tsx';

export type ReportRow = { readonly name: string; readonly value: string; readonly strong?: boolean };
export type ReportSection = { readonly title: string; readonly rows: readonly ReportRow[] };

/** One line of a report. */
export const row = (name: string, value: string): ReportRow => ({ name, value });
/** How many of what, and for how much: `3 笔 · 22.00`, `3 sales · 22.00`. */
export const counted = (
  { count, amount }: Count,
  { t, format }: Words,
  of: 'sales' | 'payments' | 'times' = 'times',
): string => t.shifts.report.counted(count, format.figures(amount), of);
