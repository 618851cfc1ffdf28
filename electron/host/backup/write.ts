import { readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import type { BackupProgress } from '../../../shared/contract/backups.ts';
import { journalHead } from '../../core/journal.ts';
import { type MomentDb, openReadDb } from '../../db/open.ts';
import { syncFolder } from '../../db/sync.ts';
import { backupName, stampOf } from './names.ts';
import { type BackupProof, type CopyFault, type JournalHead, verifyBackup } from './verify.ts';

export type BackupOrder = {
  /** The till's database, which may be in use. */
  readonly database: string;
  /** An existing folder. */
  readonly folder: string;
  /** Wall ms; for the name. */
  readonly at: number;
};

/** `ms`: how long all of it took. */
export type WrittenBackup = BackupProof & { readonly file: string; readonly ms: number };

/** The copy did not prove itself. */
export class DamagedCopy extends Error {
  override readonly name = 'DamagedCopy';
  constructor(fault: CopyFault) {
    super(`the copy of the database does not hold: ${fault}`);
  }
}

/** Left free on the disk, for the till goes on writing there. */
const roomLeftBytes = 64 * 1024 * 1024;
const draftPattern = /^backup-\d{8}-\d{6}\.part/;

/**
 * Writes a proved copy of a till's database into a folder. It gets its name after it has been read back whole
 * and is on the disk, so a cut of the power leaves a draft, which the next backup clears away, or all of it.
 * Rejects with what the disk said, or `DamagedCopy`; then nothing of it is left.
 */
export async function writeBackup(
  { database, folder, at }: BackupOrder,
  progress: (progress: BackupProgress) => void,
): Promise<WrittenBackup> {
  const began = performance.now();
  removeDrafts(folder);
  const stamp = stampOf(at);
  const draft = path.join(folder, `backup-${stamp}.part`);
  try {
    const proof = await copyAndProve(database, draft, progress);
    const file = backupName({ stamp, rows: proof.rows, digest: proof.sha256.slice(0, 16) });
    renameSync(draft, path.join(folder, file));
    syncFolder(folder);
    return { ...proof, file, ms: Math.round(performance.now() - began) };
  } catch (error) {
    removeDrafts(folder);
    throw error;
  }
}

async function copyAndProve(
  database: string,
  draft: string,
  progress: (progress: BackupProgress) => void,
): Promise<BackupProof> {
  const head = await copyMoment(database, draft, permille => progress({ phase: 'copying', permille }));
  const proof = verifyBackup(draft, head, permille => progress({ phase: 'checking', permille }));
  if (!proof.ok) throw new DamagedCopy(proof.refusal);
  return proof.value;
}

/** Gives where the journal ended at the moment that was copied. Until then the log of the live file can't begin anew. */
async function copyMoment(
  database: string,
  draft: string,
  progress: (permille: number) => void,
): Promise<JournalHead> {
  const db = openReadDb(database);
  try {
    const head = journalHead(db);
    needRoom(db, path.dirname(draft));
    await db.copyTo(draft, (done, total) => progress(Math.floor((1_000 * done) / total)));
    return head;
  } finally {
    db.close();
  }
}

/** Before the first byte: a disk filled to its end by a backup would refuse the next sale. */
function needRoom(db: MomentDb, folder: string): void {
  const { page_count: pages } = db.get<{ page_count: number }>('PRAGMA page_count')!;
  const { page_size: pageBytes } = db.get<{ page_size: number }>('PRAGMA page_size')!;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < pages * pageBytes + roomLeftBytes)
    throw Object.assign(new Error(`no room for ${pages * pageBytes} bytes`), { code: 'ENOSPC' });
}

/** What a backup that was cut short has left. One till has the folder, and writes one backup at a time. */
function removeDrafts(folder: string): void {
  for (const file of readdirSync(folder))
    if (draftPattern.test(file)) rmSync(path.join(folder, file), { force: true });
}
