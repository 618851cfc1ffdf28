import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import { journalHead, verifyChain } from '../../core/journal.ts';
import { openReadDb, type ReadDb } from '../../db/open.ts';
import { readBackupName } from './names.ts';

export type BackupProof = {
  readonly bytes: number;
  readonly rows: number;
  /** The hash of the last journal row. */
  readonly head: string;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
};

/** What is wrong with a copy: not a database, other bytes than its name says, broken pages, or a broken journal. */
export type CopyFault = 'not-a-till' | 'other-bytes' | 'broken-pages' | 'broken-journal' | 'other-head';

export type JournalHead = { readonly seq: number; readonly hash: string };

/**
 * Proves a copy of a till's database by reading all of it, and changes nothing: the bytes against the digest in
 * its name (where it has one), SQLite's pages, every link of the journal, and where that ends. `head` is where it
 * must end, where that is known; `progress` hears the share that is done, in thousandths. Takes seconds for a large one.
 */
export function verifyBackup(
  file: string,
  head?: JournalHead,
  progress: (permille: number) => void = () => {},
): Result<BackupProof, CopyFault> {
  const sha256 = digestOf(file, share => progress(Math.floor(200 * share)));
  const name = readBackupName(path.basename(file));
  if (name && !sha256.startsWith(name.digest)) return no('other-bytes');
  const found = readable(() => provePages(file, head, progress));
  if (!found.ok) return found;
  const { seq, hash } = found.value;
  return ok({ bytes: statSync(file).size, rows: seq, head: hash, sha256 });
}

function provePages(
  file: string,
  head: JournalHead | undefined,
  progress: (permille: number) => void,
): Result<JournalHead, CopyFault> {
  const db = openReadDb(file);
  try {
    const till = db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'till'")?.value;
    if (!till) return no('not-a-till');
    const pages = db.get<{ quick_check: string }>('PRAGMA quick_check(1)');
    if (pages?.quick_check !== 'ok') return no('broken-pages');
    progress(400);
    const end = journalHead(db);
    if (!chainHolds(db, till, done => progress(400 + Math.floor((600 * done) / end.seq))))
      return no('broken-journal');
    const same = !head || (head.seq === end.seq && head.hash === end.hash);
    return same ? ok(end) : no('other-head');
  } finally {
    db.close();
  }
}

function chainHolds(db: ReadDb, till: string, proved: (rows: number) => void): boolean {
  const chain = verifyChain(db, till);
  let step = chain.next();
  while (!step.done) {
    proved(step.value);
    step = chain.next();
  }
  return step.value === null;
}

/** What SQLite says of a file it can't make sense of is a finding, not a fault of ours. */
function readable<T>(prove: () => Result<T, CopyFault>): Result<T, CopyFault> {
  try {
    return prove();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'SQLITE_NOTADB' || code === 'SQLITE_ERROR') return no('not-a-till');
    if (code.startsWith('SQLITE_CORRUPT')) return no('broken-pages');
    throw error;
  }
}

const chunkBytes = 1024 * 1024;

/** SHA-256 of a file, read in pieces. */
function digestOf(file: string, read: (share: number) => void): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(chunkBytes);
  const opened = openSync(file, 'r');
  try {
    const all = statSync(file).size;
    for (let done = 0; ; ) {
      const bytes = readSync(opened, chunk);
      if (bytes === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, bytes));
      done += bytes;
      read(done / all);
    }
  } finally {
    closeSync(opened);
  }
}
