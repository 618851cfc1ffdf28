import type { Tx } from '../../core/feature.ts';
import type { ReadDb } from '../../db/open.ts';

/** Where the journal goes and how far it has got; beside the journal, for it is about the line, not the shop. */
export type EnrolmentRow = {
  readonly gateway: string;
  readonly url: string;
  readonly fingerprint: string | null;
  readonly sealed_key: string;
  readonly acked_through: number;
  readonly sent_at: number | null;
};

export const enrolment = (db: ReadDb): EnrolmentRow | undefined =>
  db.get<EnrolmentRow>(
    'SELECT gateway, url, fingerprint, sealed_key, acked_through, sent_at FROM sync_state',
  );

export function saveEnrolment(
  tx: Tx,
  row: Pick<EnrolmentRow, 'gateway' | 'url' | 'fingerprint' | 'sealed_key'>,
): void {
  // A new gateway starts from nothing; the same one says itself what it expects.
  tx.db.run(
    `INSERT INTO sync_state (only, gateway, url, fingerprint, sealed_key, acked_through) VALUES (1, ?, ?, ?, ?, 0)
     ON CONFLICT (only) DO UPDATE SET gateway = excluded.gateway, url = excluded.url,
       fingerprint = excluded.fingerprint, sealed_key = excluded.sealed_key, acked_through = 0`,
    [row.gateway, row.url, row.fingerprint, row.sealed_key],
  );
  tx.db.run('DELETE FROM set_aside');
}

export function acknowledge(
  tx: Tx,
  through: number,
  setAside: readonly { seq: number; reason: string }[],
): void {
  tx.db.run('UPDATE sync_state SET acked_through = ?, sent_at = ?', [through, tx.at]);
  for (const { seq, reason } of setAside) {
    tx.db.run(
      'INSERT INTO set_aside (seq, reason) VALUES (?, ?) ON CONFLICT (seq) DO UPDATE SET reason = excluded.reason',
      [seq, reason],
    );
  }
  tx.touch('sync');
}

/** Finished sales the gateway has not acknowledged: the newest ones, counted back to the last that it has. */
export function waitingSales(db: ReadDb, ackedThrough: number): number {
  let count = 0;
  for (const { seq } of db.each<{ seq: number }>('SELECT seq FROM sales ORDER BY number DESC')) {
    if (seq <= ackedThrough) break;
    count += 1;
  }
  return count;
}

export const setAsideRows = (db: ReadDb) =>
  db.all<{ seq: number; reason: string }>('SELECT seq, reason FROM set_aside ORDER BY seq LIMIT 200');
