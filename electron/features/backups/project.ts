import type { BackupCard } from '../../../shared/contract/backups.ts';
import type { BackupFault } from '../../../shared/domain/facts/backups.ts';
import type { Fact } from '../../../shared/domain/facts.ts';
import { canonicalJson } from '../../../shared/lib/canonical.ts';
import type { Project } from '../../core/feature.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';

type Row = { readonly seq: number; readonly at: number; readonly body: string };

/** The table `backups` holds the newest fact of each outcome. */
export const backupsProject: Project = {
  'backup-written': (fact, db) => keep(db, 'written', fact),
  'backup-failed': (fact, db) => keep(db, 'failed', fact),
};

/** The last good backup; undefined where there was none. */
export function lastWritten(db: ReadDb): { readonly seq: number; readonly card: BackupCard } | undefined {
  const row = newest(db, 'written');
  if (!row) return undefined;
  const { file, bytes, rows, elsewhere } = JSON.parse(row.body) as Fact<'backup-written'>['body'];
  return { seq: row.seq, card: { file, at: row.at, bytes, rows, elsewhere } };
}

/** The last try that came to nothing; undefined where there was none. */
export function lastFailed(
  db: ReadDb,
): { readonly seq: number; readonly at: number; readonly why: BackupFault } | undefined {
  const row = newest(db, 'failed');
  if (!row) return undefined;
  const { why } = JSON.parse(row.body) as Fact<'backup-failed'>['body'];
  return { seq: row.seq, at: row.at, why };
}

const newest = (db: ReadDb, outcome: 'written' | 'failed') =>
  db.get<Row>('SELECT seq, at, body FROM backups WHERE outcome = ?', [outcome]);

function keep(
  db: WriteDb,
  outcome: 'written' | 'failed',
  { seq, at, body }: Fact<'backup-written' | 'backup-failed'>,
): void {
  db.run(
    `INSERT INTO backups (outcome, seq, at, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (outcome) DO UPDATE SET seq = excluded.seq, at = excluded.at, body = excluded.body`,
    [outcome, seq, at, canonicalJson(body)],
  );
}
