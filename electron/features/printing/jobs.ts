import type { PrintJobState, PrintJobView } from '../../../shared/contract/printing.ts';
import type { PrintDocument } from '../../../shared/domain/document.ts';
import type { Tx } from '../../core/feature.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';

/** A row of the spool. `subject` is what it prints: the number of a sale, the id of a shift. */
export type JobRow = {
  /** A number in the table; to everybody else an id like any other. */
  readonly id: string;
  readonly kind: PrintJobView['kind'];
  readonly title: string;
  readonly subject: string | null;
  readonly copy: number;
  readonly at: number;
  readonly expires_at: number | null;
  readonly state: PrintJobState;
  readonly reason: string | null;
};

const columns = 'CAST(id AS TEXT) AS id, kind, title, subject, copy, at, expires_at, state, reason';
const shownMax = 30;
/** Of how many jobs the paper can still be looked at; older receipts are printed again from their sales. */
const papersKept = 1_000;

/** The subject of a pulse for the till's second drawer. */
export const secondDrawer = '2';

/** A drawer that opens minutes after the sale is worse than one that stays shut. */
export const drawerLifeMs = 5_000;
/** Nobody wants the receipts of an hour ago when the paper is changed; older ones wait to be asked for. */
export const receiptLifeMs = 10 * 60_000;

/** Puts a job into the spool, with the work to carry it out. */
export function enqueue(
  tx: Tx,
  job: {
    kind: JobRow['kind'];
    title: string;
    subject: string | null;
    copy?: number;
    lifeMs: number;
    document?: PrintDocument | null;
  },
): string {
  const document = job.document ? JSON.stringify(job.document) : null;
  const { rowid } = tx.db.run(
    `INSERT INTO print_jobs (kind, title, subject, copy, at, expires_at, state, document) VALUES (?, ?, ?, ?, ?, ?, 'queued', ?)`,
    [job.kind, job.title, job.subject, job.copy ?? 1, tx.at, tx.steadyMs + job.lifeMs, document],
  );
  const id = String(rowid);
  tx.effect('print', { job: id });
  tx.touch('jobs');
  return id;
}

export function setState(tx: Tx, id: string, state: PrintJobState, reason: string | null): void {
  tx.db.run('UPDATE print_jobs SET state = ?, reason = ? WHERE id = ?', [state, reason, id]);
  tx.touch('jobs');
}

export const findJob = (db: ReadDb, id: string): JobRow | undefined =>
  db.get<JobRow>(`SELECT ${columns} FROM print_jobs WHERE id = ?`, [id]);

export const jobBytes = (db: ReadDb, id: string): Uint8Array | null =>
  db.get<{ bytes: Uint8Array | null }>('SELECT bytes FROM print_jobs WHERE id = ?', [id])?.bytes ?? null;

/** A page that is printed as it was; null where the job is laid out from its subject. */
export function jobDocument(db: ReadDb, id: string): PrintDocument | null {
  const row = db.get<{ document: string | null }>('SELECT document FROM print_jobs WHERE id = ?', [id]);
  return row?.document ? (JSON.parse(row.document) as PrintDocument) : null;
}

/** The newest jobs, newest first; drawer pulses only while they matter. */
export function jobViews(db: ReadDb): PrintJobView[] {
  const rows = db.all<JobRow>(
    `SELECT ${columns} FROM print_jobs WHERE kind <> 'drawer' OR state IN ('failed', 'expired') ORDER BY print_jobs.id DESC LIMIT +?`,
    [shownMax],
  );
  return rows.map(({ id, kind, title, subject, copy, at, state, reason }) => ({
    job: id,
    kind,
    title,
    sale: kind === 'receipt' ? Number(subject) : null,
    copy,
    at,
    state,
    reason,
  }));
}

/** How many papers of this sale or refund were asked for; the first one by itself. */
export const copiesOf = (db: ReadDb, kind: 'receipt' | 'refund', number: number): number =>
  db.get<{ last: number | null }>(
    'SELECT max(copy) AS last FROM print_jobs WHERE kind = ? AND copy > 1 AND subject = ?',
    [kind, String(number)],
  )?.last ?? 1;

/** For an idle moment: the bytes of old jobs go, the rows that tell of them stay. */
export function forgetOldPapers(db: WriteDb): void {
  const newest = db.get<{ id: number | null }>('SELECT max(id) AS id FROM print_jobs')?.id ?? 0;
  const last = newest - papersKept;
  db.run('UPDATE print_jobs SET bytes = NULL WHERE id > ? AND id <= ? AND bytes IS NOT NULL', [
    last - papersKept,
    last,
  ]);
}

/** What finished papers show of somebody goes, for their name stands on them; rows that tell of the papers stay. */
export function forgetPapers(
  db: WriteDb,
  isTheirs: (job: Pick<JobRow, 'kind' | 'subject'>) => boolean,
): void {
  const jobs = db.all<Pick<JobRow, 'id' | 'kind' | 'subject'>>(
    `SELECT id, kind, subject FROM print_jobs WHERE (bytes IS NOT NULL OR document IS NOT NULL)
       AND state IN ('printed', 'sent', 'failed', 'cancelled', 'expired')`,
  );
  for (const job of jobs)
    if (isTheirs(job)) db.run('UPDATE print_jobs SET bytes = NULL, document = NULL WHERE id = ?', [job.id]);
}
