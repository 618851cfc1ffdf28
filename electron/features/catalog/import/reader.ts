import Papa from 'papaparse';

export const delimiters = [',', '\t', ';'] as const;
export type Delimiter = (typeof delimiters)[number];
export type LineFault = 'quotes-broken' | 'row-unreadable' | 'row-too-long';

/** One row of the file. `line` counts from 1 and is where the row begins; a fault leaves the cells as they could be read. */
export type FileRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: LineFault | null;
};

export const columnsMax = 200;
export const cellMax = 10_000;
/** A row longer than this is a quote that nobody closed. */
const rowMax = 100_000;
/** Characters parsed at a time: about a millisecond. */
const windowSize = 32_768;

/** The delimiter that divides the first rows most evenly; papaparse weighs it. */
export function delimiterOf(start: string): Delimiter {
  const { meta } = Papa.parse(start, { delimitersToGuess: [...delimiters], newline: '\n', preview: 30 });
  return meta.delimiter === '\t' || meta.delimiter === ';' ? meta.delimiter : ',';
}

/**
 * Rows of a delimited text behind `headerLine`, one at a time, however large it is; rows without any content are left out.
 * papaparse does the quotes, window by window. A quote that is never closed would swallow all that follows,
 * so a row or cell beyond its bound costs only its own line: it comes with a fault, and the next line is
 * read as if nothing had been.
 */
export function* readRows(
  pieces: Iterator<string>,
  delimiter: Delimiter,
  headerLine = 0,
): Generator<FileRow> {
  const text = new TextWindow(pieces);
  let line = 1;
  let size = windowSize;
  for (;;) {
    text.reach(size);
    if (text.rest === '') return;
    const batch = parseWindow(text.rest, delimiter, text.atEnd);
    for (const cells of batch.rows) {
      if (line > headerLine && !isBlank(cells)) yield bounded(line, cells);
      line += linesOf(cells);
    }
    text.drop(batch.end);
    if (batch.broken || (batch.end === 0 && text.rest.length > rowMax)) {
      const cells = [text.dropLine(cellMax)];
      if (line > headerLine) yield { line, cells, fault: batch.broken ?? 'quotes-broken' };
      line += 1;
    }
    size = batch.end === 0 ? Math.min(size * 2, rowMax + 1) : windowSize;
  }
}

type Batch = {
  readonly rows: readonly (readonly string[])[];
  /** Where the rows end in the window. */
  readonly end: number;
  /** Why the line that begins at `end` can't be read. */
  readonly broken: LineFault | null;
};

function parseWindow(text: string, delimiter: Delimiter, atEnd: boolean): Batch {
  const all = parse(text, delimiter, atEnd, 0);
  const long = all.rows.findIndex(cells => cells.some(cell => cell.length > cellMax));
  const open = all.unclosed ? all.rows.length - 1 : -1;
  const bad = long >= 0 ? long : open;
  if (bad < 0) return { rows: all.rows, end: all.end, broken: null };
  const swallowed = bad === open || all.rows[bad]!.some(cell => cell.length > cellMax && cell.includes('\n'));
  const before = bad === 0 ? { rows: [], end: 0 } : parse(text, delimiter, atEnd, bad);
  return { rows: before.rows, end: before.end, broken: swallowed ? 'quotes-broken' : 'row-unreadable' };
}

type Parsed = {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number };
};

function parse(text: string, delimiter: Delimiter, atEnd: boolean, preview: number) {
  // Fast mode counts one row too many when it stops early.
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    preview,
    ...(preview > 0 ? { fastMode: false } : {}),
  });
  const { data, errors, meta } = parser.parse(text, 0, !atEnd) as Parsed;
  return { rows: data, end: meta.cursor, unclosed: errors.some(error => error.code === 'MissingQuotes') };
}

function bounded(line: number, cells: readonly string[]): FileRow {
  if (cells.length <= columnsMax) return { line, cells, fault: null };
  return { line, cells: cells.slice(0, columnsMax), fault: 'row-too-long' };
}

const isBlank = (cells: readonly string[]): boolean => cells.every(cell => cell.trim() === '');

function linesOf(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines += 1;
  }
  return lines;
}

/** The part of the text that is being read; pieces come in as they are needed. */
class TextWindow {
  readonly #pieces: Iterator<string>;
  rest = '';
  atEnd = false;

  constructor(pieces: Iterator<string>) {
    this.#pieces = pieces;
  }

  /** Takes pieces in until `size` characters are at hand, or the text ends. */
  reach(size: number): void {
    while (!this.atEnd && this.rest.length < size) {
      const next = this.#pieces.next();
      if (next.done) this.atEnd = true;
      else this.rest += next.value;
    }
  }

  drop(characters: number): void {
    this.rest = this.rest.slice(characters);
  }

  /** Takes the next line off, whole, and gives its beginning. */
  dropLine(most: number): string {
    let end = this.rest.indexOf('\n');
    const start = this.rest.slice(0, Math.min(most, end < 0 ? this.rest.length : end));
    while (end < 0 && !this.atEnd) {
      this.rest = '';
      this.reach(1);
      end = this.rest.indexOf('\n');
    }
    this.drop(end < 0 ? this.rest.length : end + 1);
    return start;
  }
}
