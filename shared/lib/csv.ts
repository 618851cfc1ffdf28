/** Lets spreadsheet programs know that the text is UTF-8. */
export const csvMark = '\ufeff';

/**
 * Cells that a spreadsheet program would run as a formula begin so; the full-width signs count, for it folds
 * them. Apostrophes before such a sign count too, so that the one which is put in front can be taken off again.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A number as this program wrote it, minus sign and all: it is left as it is, so that it can be summed. */
export type CsvFigure = { readonly figure: string };

/**
 * One row of a CSV file (RFC 4180: every cell quoted, quotes doubled, CRLF), safe to open in a spreadsheet
 * program: a cell that would run as a formula gets an apostrophe in front (OWASP ASVS 1.2.10).
 */
export const csvRow = (cells: readonly (string | CsvFigure)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

const apostrophe = 0x27;

/** A cell as it was before `csvRow`, or a spreadsheet program's user, put an apostrophe before a formula. */
export const withoutMark = (cell: string): string =>
  cell.charCodeAt(0) === apostrophe && formula.test(cell) ? cell.slice(1) : cell;

function csvCell(cell: string | CsvFigure): string {
  const text = typeof cell === 'string' ? cell : cell.figure;
  if (typeof cell !== 'string' && /^-?\d+(\.\d+)?$/.test(text)) return `"${text}"`;
  const safe = formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
