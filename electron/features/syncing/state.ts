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

/** Number of the last sale that the gateway has, walking on from `known`, the last one known to be there. */
export function lastSaleAt(db: ReadDb, ackedThrough: number, known: number): number {
  let last = known;
  for (const { number, seq } of db.each<{ number: number; seq: number }>(
    'SELECT number, seq FROM sales WHERE number > ? ORDER BY number',
    [known],
  )) {
    if (seq > ackedThrough) break;
    last = number;
  }
  return last;
}

/** Number of the newest sale; numbers have no gaps, so it is also how many there are. */
export const newestSale = (db: ReadDb): number =>
  db.get<{ newest: number | null }>('SELECT max(number) AS newest FROM sales')?.newest ?? 0;

export const setAsideRows = (db: ReadDb) =>
  db.all<{ seq: number; reason: string }>('SELECT seq, reason FROM set_aside ORDER BY seq LIMIT 200');
