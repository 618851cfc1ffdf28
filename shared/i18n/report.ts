import type { Language } from '../contract/setup.ts';
import { type Minor, minor } from '../domain/money.ts';
import type { ReportCell, ReportColumn, ReportTable } from '../domain/report.ts';
import { reports as en } from './en/reports.ts';
import { reports as zhCN } from './zh-CN/reports.ts';

export type ReportWords = typeof zhCN;
/** The words of reports by the till's language; the core lays them out on paper, so it needs these and no others. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { 'zh-CN': zhCN, en };

/** How amounts and wall ms are written where the report goes. */
export type CellWriting = {
  readonly money: (amount: Minor) => string;
  readonly time: (atMs: number) => string;
};

/** What stands in a cell, in words. */
export function cellText(
  cell: ReportCell,
  { type }: ReportColumn,
  words: ReportWords,
  write: CellWriting,
): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return type === 'word' ? (words.words[cell] ?? cell) : cell;
  if (type === 'money') return write.money(minor(cell));
  if (type === 'time') return write.time(cell);
  return type === 'hour' ? words.hour(cell) : String(cell);
}

export const columnName = ({ id }: ReportColumn, words: ReportWords): string => words.columns[id] ?? id;

/** The row of totals as it is written: the word for it in the first cell, which no report sums up. */
export const totalsRow = ({ totals }: ReportTable, words: ReportWords): readonly ReportCell[] | null =>
  totals && [words.sum, ...totals.slice(1)];
