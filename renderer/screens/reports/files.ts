import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import { minorDigits, plainAmount } from '../../../shared/domain/money.ts';
import type { ReportCell, ReportColumn, ReportTable } from '../../../shared/domain/report.ts';
import {
  type CellWriting,
  cellText,
  columnName,
  type ReportWords,
  totalsRow,
} from '../../../shared/i18n/report.ts';
import { type CsvFigure, csvMark, csvRow } from '../../../shared/lib/csv.ts';

/** What files need besides the table: the language’s words, and how many digits an amount has. */
export type FileWriting = {
  readonly words: ReportWords;
  readonly currency: string;
  /** Wall ms with date, `2026-11-28 14:03`. */
  readonly timeText: (atMs: number) => string;
};

/** `2026-11-28 小票清单.csv`; a period has both its days. */
export const fileName = ({ report, from, to }: ReportTable, words: ReportWords, ending: string): string =>
  `${from === to ? from : `${from}_${to}`} ${words.titles[report]}.${ending}`;

/** The report as CSV: amounts in plain figures, so that a column can be summed; text that no program runs as a formula. */
export function csvOf(table: ReportTable, writing: FileWriting): string {
  const { words } = writing;
  const write = cellWriting(writing);
  const row = (cells: readonly ReportCell[]) =>
    csvRow(
      cells.map((cell, index): string | CsvFigure => {
        const column = table.columns[index]!;
        const text = cellText(cell, column, words, write);
        return typeof cell === 'number' && isFigure(column) ? { figure: text } : text;
      }),
    );
  const heads = csvRow(table.columns.map(column => columnName(column, words)));
  return csvMark + heads + table.rows.map(row).join('') + totalsOf(table, words).map(row).join('');
}

/** The report as a workbook: figures are numbers, text is text, and nothing is a formula. */
export function workbookOf(table: ReportTable, writing: FileWriting): Promise<Blob> {
  const { words } = writing;
  const heads = table.columns.map(column => ({
    value: columnName(column, words),
    type: String,
    fontWeight: 'bold' as const,
  }));
  const rows = [...table.rows, ...totalsOf(table, words)];
  const data: SheetData = [
    heads,
    ...rows.map(row => row.map((cell, index) => bookCell(cell, table.columns[index]!, writing))),
  ];
  const columns = table.columns.map(({ type }) => ({ width: type === 'text' || type === 'time' ? 18 : 12 }));
  return writeXlsxFile(data, { columns, stickyRowsCount: 1 }).toBlob();
}

function bookCell(cell: ReportCell, column: ReportColumn, writing: FileWriting): SheetData[number][number] {
  if (cell === null) return null;
  if (typeof cell !== 'number' || !isFigure(column))
    return { value: cellText(cell, column, writing.words, cellWriting(writing)), type: String };
  if (column.type === 'count') return { value: cell, type: Number, format: '#,##0' };
  const digits = minorDigits(writing.currency);
  const format = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
  return { value: cell / 10 ** digits, type: Number, format };
}

const isFigure = ({ type }: ReportColumn): boolean => type === 'money' || type === 'count';

const cellWriting = ({ currency, timeText }: FileWriting): CellWriting => ({
  money: amount => plainAmount(amount, minorDigits(currency)),
  time: timeText,
});

const totalsOf = (table: ReportTable, words: ReportWords): readonly (readonly ReportCell[])[] => {
  const totals = totalsRow(table, words);
  return totals ? [totals] : [];
};
