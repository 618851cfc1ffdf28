import type { ImportMapping, ImportPreview, RowProblem } from '../../../../shared/contract/catalog.ts';
import { clip } from '../../../../shared/lib/text.ts';
import { firstRows, missingIn, type PriceList } from './file.ts';
import { readGoods } from './goods.ts';
import type { RowRules } from './row-cells.ts';

/** Rows looked at; a few milliseconds. */
const previewRows = 500;
const sampleRows = 8;
const itemsShown = 20;
const problemsShown = 50;
const cellShown = 200;

/**
 * What an import would make of the file: for the eye, before anything is changed. What is `chosen` now goes
 * before what was chosen earlier (`remembered`), and that before the guess.
 */
export function previewOf(
  list: PriceList,
  rules: Pick<RowRules, 'minorDigits' | 'dayStart' | 'now'>,
  { chosen, remembered }: { readonly [From in 'chosen' | 'remembered']?: ImportMapping | undefined } = {},
): ImportPreview {
  const mapping = chosen ?? remembered ?? list.layout.mapping;
  const rows = firstRows(list.rows(), previewRows);
  const items: ImportPreview['items'][number][] = [];
  const problems: RowProblem[] = [];
  for (const row of missingIn(mapping).length > 0 ? [] : rows) {
    const reading = readGoods(row, { ...rules, mapping, delimiter: list.delimiter, starts: null });
    problems.push(...reading.problems);
    if (!reading.goods) continue;
    const { codes, name, price, unit, category } = reading.goods;
    items.push({ codes, name, price, unit: unit ?? 'piece', category: category ?? '' });
  }
  return {
    encoding: list.encoding,
    delimiter: list.delimiter,
    sheet: list.sheet === null ? null : shown(list.sheet),
    hasHeader: list.layout.headerLine > 0,
    headers: list.layout.headers.map(shown),
    mapping,
    remembered: !chosen && remembered !== undefined,
    sample: rows.slice(0, sampleRows).map(row => row.cells.map(shown)),
    items: items.slice(0, itemsShown),
    problems: problems.slice(0, problemsShown),
    missing: missingIn(mapping),
  };
}

const shown = (cell: string): string => clip(cell, cellShown);
