/** Lets spreadsheet programs know that the text is UTF-8. */
export const csvMark = '\ufeff';

/** Cells that a spreadsheet program would run as a formula begin so; the full-width signs count, for it folds them. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * One row of a CSV file (RFC 4180: every cell quoted, quotes doubled, CRLF), safe to open in a spreadsheet
 * program: a cell that would run as a formula gets an apostrophe in front (OWASP ASVS 1.2.10).
 */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
