import { hash } from 'node:crypto';
import type { ReadDb } from '../db/open.ts';
import { type JournalRow, journalColumns } from './journal.ts';

/**
 * What a second place keeps of a journal row. `hash` is the row's own, which depends on every row before it;
 * `mark` depends on what the row says and on nothing else, not even its place. So a row is known again after
 * somebody has moved it and recomputed every hash.
 */
export type RowMark = { readonly seq: number; readonly hash: Uint8Array; readonly mark: Uint8Array };

/** Bytes of a mark: enough that no two rows of a shop's life share one by chance. */
export const markBytes = 12;

/** Rows from `fromSeq` on, at most `countMax`, in order of their place. */
export const rowMarks = (db: ReadDb, fromSeq: number, countMax: number): RowMark[] =>
  db
    .all<JournalRow>(`SELECT ${journalColumns} FROM journal WHERE seq >= ? ORDER BY seq LIMIT +?`, [
      fromSeq,
      countMax,
    ])
    .map(row => ({ seq: row.seq, hash: row.hash, mark: markOf(row) }));

const markOf = ({ v, epoch, at, kind, actor, body }: JournalRow): Uint8Array =>
  hash('sha256', JSON.stringify([v, epoch, at, kind, actor, body]), 'buffer').subarray(0, markBytes);

/** The hash of the row at `seq` in lower-case hex, as paper shows its beginning; undefined where there is no such row. */
export function rowHash(db: ReadDb, seq: number): string | undefined {
  const row = db.get<{ hash: Uint8Array }>('SELECT hash FROM journal WHERE seq = ?', [seq]);
  return row && Buffer.from(row.hash).toString('hex');
}
