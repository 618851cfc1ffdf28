import type { JournalFault } from '../../shared/domain/journal-head.ts';
import { type RowMark, rowMarks } from '../core/journal-marks.ts';
import type { ReadDb } from '../db/open.ts';
import type { HeadsFile, KeptRow } from './heads-file.ts';

const rowsPerSlice = 1_000;

/**
 * Compares the journal from `fromSeq` on with what the second place keeps, and names the first row at which
 * they part and how; null where they don't. Rows beyond the file's end are not its business: they have not
 * been carried over yet. A slice per step; gives the number of rows done.
 */
export function* compareHeads(
  db: ReadDb,
  heads: HeadsFile,
  fromSeq = 1,
): Generator<number, JournalFault | null> {
  for (let seq = fromSeq; seq <= heads.count; seq += rowsPerSlice) {
    const kept = heads.rows(seq, rowsPerSlice);
    const rows = rowMarks(db, seq, kept.length);
    for (const [index, row] of kept.entries()) {
      const place = seq + index;
      if (row === 'damaged') return { seq: place, how: 'heads-damaged' };
      if (!isSame(rows[index], place, row)) return yield* nameHarm(db, heads, place);
    }
    yield seq + kept.length - fromSeq;
  }
  return null;
}

const isSame = (row: RowMark | undefined, seq: number, kept: Exclude<KeptRow, 'damaged'>): boolean =>
  row?.seq === seq && Buffer.compare(row.mark, kept.mark) === 0 && Buffer.compare(row.hash, kept.hash) === 0;

/**
 * How they part at `seq`, told by which rows can be found again further on. Marks say nothing of a row's
 * place, so this holds as well where every hash has been recomputed.
 */
function* nameHarm(db: ReadDb, heads: HeadsFile, seq: number): Generator<number, JournalFault> {
  const [first] = rowMarks(db, seq, 1);
  const kept = heads.rows(seq, 1)[0];
  if (!first || wasToldOfCut(db, seq)) return { seq, how: 'cut-off' };
  if (first.seq !== seq) return { seq, how: 'missing' };
  if (kept === undefined || kept === 'damaged') return { seq, how: 'heads-damaged' };
  const now = textOf(first.mark);
  const then = textOf(kept.mark);
  if (now === then) return { seq, how: 'changed' };
  const stillThere = yield* isFurtherOn(then, at => rowMarks(db, at, rowsPerSlice), seq + 1);
  const wasFurtherOn = yield* isFurtherOn(now, at => readable(heads.rows(at, rowsPerSlice)), seq + 1);
  if (stillThere && wasFurtherOn) return { seq, how: 'reordered' };
  if (stillThere) return { seq, how: 'inserted' };
  return { seq, how: wasFurtherOn ? 'missing' : 'changed' };
}

/** The till itself found the end gone at a start, said so in this very row, and went on from there. */
const wasToldOfCut = (db: ReadDb, seq: number): boolean =>
  db.get(
    `SELECT 1 FROM journal WHERE seq = ? AND kind = 'integrity-failed'
       AND json_valid(body) AND body ->> '$.seq' = ? AND body ->> '$.how' = 'cut-off'`,
    [seq, seq],
  ) !== undefined;

/** Whether a row with this mark is among those that `slice` gives from `fromSeq` on. */
function* isFurtherOn(
  mark: string,
  slice: (fromSeq: number) => readonly (Pick<RowMark, 'mark'> | null)[],
  fromSeq: number,
): Generator<number, boolean> {
  for (let at = fromSeq; ; at += rowsPerSlice) {
    const rows = slice(at);
    if (rows.some(row => row && textOf(row.mark) === mark)) return true;
    if (rows.length < rowsPerSlice) return false;
    yield at;
  }
}

const readable = (rows: readonly KeptRow[]) => rows.map(row => (row === 'damaged' ? null : row));
const textOf = (mark: Uint8Array): string => Buffer.from(mark).toString('hex');
