import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { markBytes, type RowMark } from '../core/journal-marks.ts';

/** Hash, mark, and a sum over both and the row's number, by which a torn or damaged record is recognised. */
const hashBytes = 32;
const recordBytes = hashBytes + markBytes + 4;

/** What the second place says of a row: its mark; or that its record can't be read. */
export type KeptRow = Omit<RowMark, 'seq'> | 'damaged';

/**
 * A file with one record of fixed size per journal row: row n stands at place n - 1, so that any row is
 * found by its number. Records are only ever added. A record that a power cut has torn is the last one,
 * and is cut when the file is opened to be written; the journal still has the row, and adds it again.
 */
export class HeadsFile {
  readonly #fd: number;
  #count: number;

  private constructor(fd: number, count: number) {
    this.#fd = fd;
    this.#count = count;
  }

  /** To read only; nothing is cut. Throws where there is no such file. */
  static read(file: string): HeadsFile {
    const fd = openSync(file, 'r');
    return new HeadsFile(fd, Math.floor(fstatSync(fd).size / recordBytes));
  }

  /** To add to; a torn end is cut. */
  static extend(file: string): HeadsFile {
    const heads = new HeadsFile(openSync(file, 'r+'), 0);
    heads.#count = Math.floor(fstatSync(heads.#fd).size / recordBytes);
    while (heads.#count > 0 && heads.rows(heads.#count, 1)[0] === 'damaged') heads.#count -= 1;
    ftruncateSync(heads.#fd, heads.#count * recordBytes);
    return heads;
  }

  /** A new, empty one, for its owner only. Throws where the file is there already. */
  static begin(file: string): HeadsFile {
    return new HeadsFile(openSync(file, 'wx+', 0o600), 0);
  }

  /** Rows that it holds: 1 to this. */
  get count(): number {
    return this.#count;
  }

  /** What it says of the rows from `fromSeq` on, at most `countMax`. */
  rows(fromSeq: number, countMax: number): KeptRow[] {
    const count = Math.max(0, Math.min(countMax, this.#count - fromSeq + 1));
    const bytes = Buffer.alloc(count * recordBytes);
    const length = readSync(this.#fd, bytes, 0, bytes.length, (fromSeq - 1) * recordBytes);
    return Array.from({ length: count }, (_, index) => {
      const end = (index + 1) * recordBytes;
      return end > length ? 'damaged' : readRecord(fromSeq + index, bytes.subarray(end - recordBytes, end));
    });
  }

  /** Adds the next rows, and waits until they are on disk. What failed half-way is written over the next time. */
  add(rows: readonly RowMark[]): void {
    const bytes = Buffer.concat(rows.map(record));
    writeSync(this.#fd, bytes, 0, bytes.length, this.#count * recordBytes);
    fsyncSync(this.#fd);
    this.#count += rows.length;
  }

  close(): void {
    closeSync(this.#fd);
  }
}

function record({ seq, hash, mark }: RowMark): Buffer {
  const bytes = Buffer.concat([hash, mark, Buffer.alloc(4)]);
  bytes.writeUInt32BE(sumOf(seq, bytes), hashBytes + markBytes);
  return bytes;
}

function readRecord(seq: number, bytes: Buffer): KeptRow {
  if (bytes.readUInt32BE(hashBytes + markBytes) !== sumOf(seq, bytes)) return 'damaged';
  return { hash: bytes.subarray(0, hashBytes), mark: bytes.subarray(hashBytes, hashBytes + markBytes) };
}

const sumOf = (seq: number, bytes: Buffer): number =>
  crc32(bytes.subarray(0, hashBytes + markBytes), crc32(String(seq)));
