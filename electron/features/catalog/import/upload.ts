import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { uploadChunkMax, uploadMax } from '../../../../shared/contract/catalog.ts';
import { no, ok, type Result } from '../../../../shared/lib/result.ts';

export type Encoding = 'utf-8' | 'gb18030';
export type FileFault =
  | 'empty'
  | 'workbook-broken'
  | 'workbook-encrypted'
  | 'workbook-old'
  | 'workbook-too-large'
  | 'utf-16'
  | 'not-text';

const decodedAtOnce = 32 * 1024;

/**
 * A file as it comes in, piece by piece. What must be known of all of its bytes (encoding, number of lines,
 * hash) is found out as they pass, so that no moment is long.
 */
export class Upload {
  readonly #chunks: Uint8Array[] = [];
  readonly #hash = createHash('sha256');
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  #isUtf8 = true;
  #sha256: string | null = null;
  #nuls = 0;
  #lineFeeds = 0;
  #returns = 0;
  bytes = 0;

  /** How many pieces there are; the next one has this index. */
  get pieces(): number {
    return this.#chunks.length;
  }

  /** False when the file would become larger than is taken. */
  add(chunk: Uint8Array): boolean {
    if (this.bytes + chunk.length > uploadMax) return false;
    this.#chunks.push(chunk);
    this.#hash.update(chunk);
    this.bytes += chunk.length;
    this.#lineFeeds += count(chunk, 0x0a);
    this.#returns += count(chunk, 0x0d);
    this.#nuls += count(chunk, 0);
    this.#isUtf8 &&= this.#decodes(chunk, true);
    return true;
  }

  /** Lines, before anybody has looked at quotes or blanks: for a progress bar. */
  get lines(): number {
    return Math.max(this.#lineFeeds, this.#returns) + 1;
  }

  /** Lower-case hex; no piece can follow once it has been asked for. */
  get sha256(): string {
    this.#sha256 ??= this.#hash.digest('hex');
    return this.#sha256;
  }

  /** An .xlsx file, as far as its first bytes tell: a zip archive. */
  get isWorkbook(): boolean {
    return this.#chunks[0] !== undefined && startsWith(this.#chunks[0], zipMark);
  }

  /** All bytes as one piece, to be given away; what stays here is enough to know what the file was. */
  taken(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.bytes);
    let at = 0;
    for (const chunk of this.#chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    this.#chunks.splice(1);
    return all;
  }

  /** UTF-8 where its mark says so or every byte agrees, else GB18030, which every Chinese spreadsheet program writes. */
  encoding(): Result<Encoding, FileFault> {
    const start = this.#chunks[0];
    if (!start || this.bytes === 0) return no('empty');
    if (this.isWorkbook) return no('workbook-broken');
    if (startsWith(start, compoundMark))
      return no(this.#holds(encryptedMark) ? 'workbook-encrypted' : 'workbook-old');
    if (startsWith(start, [0xff, 0xfe]) || startsWith(start, [0xfe, 0xff])) return no('utf-16');
    if (this.#nuls * nulShare > this.bytes) return no('not-text');
    if (startsWith(start, utf8Mark)) return ok('utf-8');
    this.#isUtf8 &&= this.#decodes(new Uint8Array(), false);
    return ok(this.#isUtf8 ? 'utf-8' : 'gb18030');
  }

  /** The text, piece by piece, without the mark, every line end as one line feed. */
  *text(encoding: Encoding): Generator<string> {
    const decoder = iconv.getDecoder(encoding, { stripBOM: true });
    let held = '';
    for (const piece of this.#inPieces()) {
      const text = held + decoder.write(piece);
      // A return at the very end may be half of a line end.
      held = text.endsWith('\r') ? '\r' : '';
      yield unixLines(held ? text.slice(0, -1) : text);
    }
    yield unixLines(held + (decoder.end() ?? ''));
  }

  /** Smaller than they came: whoever looks at the first rows decodes a few of them. */
  *#inPieces(): Generator<Buffer> {
    for (const { buffer, byteOffset, length } of this.#chunks)
      for (let at = 0; at < length; at += decodedAtOnce)
        yield Buffer.from(buffer, byteOffset + at, Math.min(decodedAtOnce, length - at));
  }

  #holds(mark: Buffer): boolean {
    return this.#chunks.some(chunk =>
      Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).includes(mark),
    );
  }

  #decodes(chunk: Uint8Array, stream: boolean): boolean {
    try {
      this.#utf8.decode(chunk, { stream });
      return true;
    } catch {
      // A fatal decoder says so by throwing; what it says is the answer.
      return false;
    }
  }
}

/** A whole file as an upload, in pieces of the usual size; null when it is larger than is taken. */
export function uploadOf(bytes: Uint8Array): Upload | null {
  const upload = new Upload();
  for (let from = 0; from < bytes.length; from += uploadChunkMax) {
    if (!upload.add(bytes.subarray(from, from + uploadChunkMax))) return null;
  }
  return upload;
}

/** A stray NUL in a name is a blank; one in so many bytes is no text. */
const nulShare = 20;

const utf8Mark = [0xef, 0xbb, 0xbf];
const zipMark = [0x50, 0x4b, 3, 4];
/** What .xls files and workbooks with a password begin with; only these have a part of that name. */
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0];
const encryptedMark = Buffer.from('EncryptedPackage', 'utf16le');

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const unixLines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

function count(bytes: Uint8Array, wanted: number): number {
  let found = 0;
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) found += 1;
  return found;
}
