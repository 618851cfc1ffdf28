import Papa from 'papaparse';
import { problemsToldMax, type RowProblem } from '../../../../shared/contract/catalog.ts';
import { clip, tameText } from '../../../../shared/lib/text.ts';
import type { ReadDb, WriteDb } from '../../../db/open.ts';
import type { FileRow } from './reader.ts';

export type Reject = { readonly row: FileRow; readonly reason: string };

/** A row that is turned away, as it is told. */
export const asProblem = ({ row, reason }: Reject): RowProblem => ({
  row: row.line,
  level: 'rejected',
  field: null,
  code: reason,
});

/** The problems that are told one by one, once there are `more`. */
export const firstOf = (told: readonly RowProblem[], more: readonly RowProblem[]): readonly RowProblem[] =>
  told.length >= problemsToldMax || more.length === 0 ? told : [...told, ...more].slice(0, problemsToldMax);

/** Imports whose rejected rows are kept. */
const importsKept = 5;

/** Opens the list of rejects of one import, and lets go of those of long ago. */
export function openRejects(db: WriteDb, id: string, file: string, headers: readonly string[]): void {
  db.run('INSERT INTO catalog_imports (import, file, headers) VALUES (?, ?, ?)', [
    id,
    file,
    JSON.stringify(headers),
  ]);
  db.run(
    'DELETE FROM catalog_imports WHERE place NOT IN (SELECT place FROM catalog_imports ORDER BY place DESC LIMIT +?)',
    [importsKept],
  );
}

export function keepRejects(db: WriteDb, id: string, rejects: readonly Reject[]): void {
  for (const { row, reason } of rejects) {
    db.run('INSERT INTO catalog_rejects (import, line, reason, cells) VALUES (?, ?, ?, ?)', [
      id,
      row.line,
      reason,
      JSON.stringify(row.cells),
    ]);
  }
}

/**
 * The rejected rows of an import as a file that can be mended and imported again: the columns of the list,
 * then the line it stood on and the reason. With a mark for spreadsheet programs, and nothing in it that
 * they would run as a formula. Undefined for an import nobody knows.
 */
export function rejectsFile(
  db: ReadDb,
  id: string,
): { readonly fileName: string; readonly csv: string } | undefined {
  const known = db.get<{ file: string; headers: string }>(
    'SELECT file, headers FROM catalog_imports WHERE import = ?',
    [id],
  );
  if (!known) return undefined;
  const headers = JSON.parse(known.headers) as string[];
  const rows = db
    .all<{ line: number; reason: string; cells: string }>(
      'SELECT line, reason, cells FROM catalog_rejects WHERE import = ? ORDER BY line',
      [id],
    )
    .map(({ line, reason, cells }) => [
      ...padded(JSON.parse(cells) as string[], headers.length),
      String(line),
      reason,
    ]);
  const csv = Papa.unparse([...(headers.length > 0 ? [[...headers, 'line', 'reason']] : []), ...rows], {
    escapeFormulae: true,
    newline: '\r\n',
  });
  return { fileName: rejectsName(known.file), csv: `\ufeff${csv}\r\n` };
}

const padded = (cells: readonly string[], columns: number): string[] => [
  ...cells,
  ...Array.from({ length: Math.max(0, columns - cells.length) }, () => ''),
];

/** `list.csv` -> `list-rejected.csv`; nothing in it that a file system minds. */
function rejectsName(file: string): string {
  const plain = tameText(file)
    .replace(/\.[A-Za-z]{1,4}$/, '')
    .replace(/[\\/:*?"<>|]/g, '-');
  return `${clip(plain, 80) || 'price-list'}-rejected.csv`;
}
