import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { journalGenesis, sealText } from '../../shared/domain/journal.ts';
import type { Json } from '../../shared/lib/canonical.ts';

export type Row = {
  seq: number;
  v: number;
  epoch: string;
  at: number;
  kind: string;
  actor: string;
  body: string;
  hash: Buffer;
};

/**
 * Writes the journal anew behind the till's back, as somebody with the file and its source code would: without
 * our triggers, rows numbered without a gap where `renumber`, and every hash recomputed where `recompute`.
 */
export function rewriteJournal(
  file: string,
  change: (rows: Row[]) => Row[],
  { renumber, recompute }: { renumber: boolean; recompute: boolean },
): void {
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  const till = db.prepare("SELECT value FROM meta WHERE key = 'till'").pluck().get() as string;
  const before = db.prepare('SELECT * FROM journal ORDER BY seq').all() as Row[];
  const rows = change(before.map(row => ({ ...row })));
  if (renumber) for (const [index, row] of rows.entries()) row.seq = index + 1;
  if (recompute) chain(rows, till);
  db.transaction(() => {
    const triggers = db.prepare(
      "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'",
    );
    const known = triggers.pluck().all() as string[];
    db.exec(
      'DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_shortened; DELETE FROM journal',
    );
    const add = db.prepare(
      'INSERT INTO journal (seq, v, epoch, at, kind, actor, body, hash) VALUES (@seq, @v, @epoch, @at, @kind, @actor, @body, @hash)',
    );
    for (const row of rows) add.run(row);
    for (const sql of known) db.exec(sql);
  })();
  db.close();
}

function chain(rows: readonly Row[], till: string): void {
  let prev = journalGenesis;
  for (const row of rows) {
    const { v, epoch, seq, at, kind, actor } = row;
    const body = JSON.parse(row.body) as Json;
    row.hash = createHash('sha256')
      .update(sealText({ v, till, epoch, seq, at, kind, actor, body, prev }), 'utf8')
      .digest();
    prev = row.hash.toString('hex');
  }
}
