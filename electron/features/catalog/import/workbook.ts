import { unzipSync } from 'fflate';
import readSheets, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal';
import { uploadMax } from '../../../../shared/contract/catalog.ts';
import { csvRow } from '../../../../shared/lib/csv.ts';
import { no, ok, type Result } from '../../../../shared/lib/result.ts';

export type WorkbookFault = 'workbook-broken' | 'workbook-too-large' | 'empty';

/** A sheet as a text that is read like any other list, in pieces; line n of it is row n of the sheet. */
export type SheetText = { readonly sheet: string; readonly pieces: Generator<Uint8Array<ArrayBuffer>> };

/** Unpacked sizes of all parts together; half a million rows of a price list are about 300 MB. */
const unpackedMax = 512 * 1024 * 1024;

/**
 * The first sheet of an .xlsx file that has anything in it. This takes three seconds for 100,000 rows and can't be
 * cut into slices, so it is for a thread of its own.
 */
export async function readWorkbook(file: Uint8Array<ArrayBuffer>): Promise<Result<SheetText, WorkbookFault>> {
  try {
    if (unpackedSize(file) > unpackedMax) return no('workbook-too-large');
    const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
    const sheets = await readSheets(bytes, { parseNumber: plainNumber, trim: false });
    const found = sheets.find(({ data }) => data.some(row => row.some(isFilled)));
    if (!found) return no('empty');
    return ok({ sheet: found.sheet, pieces: piecesOf(found.data as readonly SheetRow[]) });
  } catch (error) {
    if (isFileFault(error)) return no('workbook-broken');
    throw error;
  }
}

/** What its directory says; that it tells the truth is checked when it is unpacked. */
function unpackedSize(file: Uint8Array): number {
  let size = 0;
  unzipSync(file, {
    filter: part => {
      size += part.originalSize;
      return false;
    },
  });
  return size;
}

/** The package types dates as the constructor; what it gives are dates, at midnight UTC where the sheet says a day. */
type SheetCell = string | boolean | Date | null;
type SheetRow = readonly SheetCell[];

const isFilled = (cell: unknown): boolean => cell !== null && String(cell).trim() !== '';

/** Characters in a piece, at least: what is read of a text file at a time. */
const pieceSize = 64 * 1024;

function* piecesOf(rows: readonly SheetRow[]): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let piece = '';
  let sent = 0;
  for (const row of rows) {
    // An empty row is a line all the same, so that lines are counted as the sheet counts them.
    piece += row.some(isFilled) ? csvRow(row.map(cellText)) : '\r\n';
    if (piece.length < pieceSize) continue;
    const bytes = encoder.encode(piece);
    sent += bytes.length;
    yield bytes;
    piece = '';
    if (sent > uploadMax) return;
  }
  if (piece !== '') yield encoder.encode(piece);
}

function cellText(cell: SheetCell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell.replace(/[\r\n]+/g, ' ');
}

/** Cells know no time zone: what the sheet shows is what UTC says. */
const dateText = (date: Date): string =>
  Number.isNaN(date.getTime())
    ? ''
    : date
        .toISOString()
        .replace(/T00:00:00\.000Z$/, '')
        .replace('T', ' ')
        .replace(/\.000Z$|Z$/, '');

/** Digits that a sheet shows of any number. What it stores beyond them is how near a binary fraction comes. */
const digitsShown = 15;

/**
 * A stored number as the sheet means it: `6.901234567892E+12` is 6901234567892, `2.4999999999999996` is 2.5.
 * Whole numbers of more than 15 digits that were written with an exponent have lost digits: they stay as they
 * are, so that no code is made up of what is left.
 */
export function plainNumber(stored: string): string {
  const text = stored.trim();
  if (/^-?\d+$/.test(text)) return text;
  const number = Number(text);
  if (!Number.isFinite(number) || Math.abs(number) >= 10 ** digitsShown) return text;
  const shown = Number(number.toPrecision(digitsShown));
  const plain = String(shown);
  return plain.includes('e') ? shown.toFixed(20).replace(/\.?0+$/, '') : plain;
}

/** Of the file, not of ours: a broken archive (fflate numbers its errors) or a workbook that contradicts itself. */
const isFileFault = (error: unknown): boolean =>
  error instanceof InvalidInputError ||
  error instanceof InvalidSpreadsheetError ||
  (error instanceof Error && 'code' in error && typeof error.code === 'number');
