import type { ImportMapping } from '../../../../shared/contract/catalog.ts';
import { no, ok, type Result } from '../../../../shared/lib/result.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Delimiter, delimiterOf, delimiters, type FileRow, readRows } from './reader.ts';
import type { Encoding, FileFault, Upload } from './upload.ts';

/** A price list whose bytes have been understood: what its columns are, and its rows for the taking. */
export type PriceList = {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** The sheet that the rows are from, where the file is a workbook. */
  readonly sheet: string | null;
  readonly layout: Layout;
  /** From the first row after the header on; each call begins anew. */
  readonly rows: () => Generator<FileRow>;
};

/** Enough to know delimiter and columns by. */
const startRows = 50;

export function openPriceList(upload: Upload, sheet: string | null = null): Result<PriceList, FileFault> {
  const encoding = upload.encoding();
  if (!encoding.ok) return encoding;
  const start = upload.text(encoding.value).next().value;
  if (!start || start.trim() === '') return no('empty');
  const rowsBy = (delimiter: Delimiter, headerLine = 0) =>
    readRows(upload.text(encoding.value), delimiter, headerLine);
  const divided = (delimiter: Delimiter) => ({
    delimiter,
    layout: layoutOf(firstRows(rowsBy(delimiter), startRows)),
  });
  const isWhole = ({ layout }: { layout: Layout }) => missingIn(layout.mapping).length === 0;
  const guessed = divided(delimiterOf(start));
  // Lists in cells (`690...;691...`) can look like columns; where name and price are found, they are columns.
  const found = isWhole(guessed) ? guessed : (delimiters.map(divided).find(isWhole) ?? guessed);
  const { delimiter, layout } = found;
  const rows = () => rowsBy(delimiter, layout.headerLine);
  return ok({ encoding: encoding.value, delimiter, sheet, layout, rows });
}

/** At most `most` rows. */
export function firstRows(rows: Generator<FileRow>, most: number): FileRow[] {
  const found: FileRow[] = [];
  for (const row of rows) {
    found.push(row);
    if (found.length >= most) break;
  }
  return found;
}

/** Fields without which nothing can be sold. */
export const missingIn = (mapping: ImportMapping): ('name' | 'price')[] =>
  (['name', 'price'] as const).filter(field => mapping[field] === undefined);
