import type { AuditRow, AuditSlice } from '../../../shared/contract/audit.ts';
import type { CheckedOf } from '../../../shared/contract/words.ts';
import { groupOf, kindsIn } from '../../../shared/domain/audit-groups.ts';
import type { FactKind } from '../../../shared/domain/facts.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { journalHead } from '../../core/journal.ts';
import type { SetupReads } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import { aboutFact } from './about.ts';

/** Rows looked at for one answer: some milliseconds, whatever the filters leave of them. */
const lookedAtMax = 5_000;
const sealLength = 8;

type Row = {
  seq: number;
  at: number;
  kind: FactKind;
  actor: string;
  body: string;
  hash: Uint8Array;
};

/** The newest rows before `beforeSeq` that pass every filter; it looks at a bounded stretch of the journal. */
export function auditSlice(db: ReadDb, setup: SetupReads, asked: CheckedOf<'audit.rows'>): AuditSlice {
  const before = asked.beforeSeq ?? journalHead(db).seq + 1;
  const from = Math.max(1, before - lookedAtMax);
  const rows = db.all<Row>(
    `SELECT seq, at, kind, actor, body, hash FROM journal
     WHERE seq >= :from AND seq < :before
       AND (:kinds IS NULL OR kind IN (SELECT value FROM json_each(:kinds)))
       AND (:actor IS NULL OR actor = :actor)
       AND (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until)
       AND (:text = '' OR instr(lower(body), :text) > 0)
     ORDER BY seq DESC LIMIT +:limit`,
    {
      from,
      before,
      kinds: asked.groups.length === 0 ? null : JSON.stringify(kindsIn(asked.groups)),
      actor: asked.actor ?? null,
      since: asked.from ?? null,
      until: asked.to ?? null,
      text: asked.text.trim().toLowerCase(),
      limit: asked.limit,
    },
  );
  // A full answer goes on below its last row; else everything down to `from` has been looked at.
  const reached = rows.length === asked.limit ? rows.at(-1)!.seq : from;
  return { rows: rows.map(row => auditRow(row, setup)), next: reached > 1 ? reached : null };
}

function auditRow({ seq, at, kind, actor, body, hash }: Row, setup: SetupReads): AuditRow {
  const nameOf = (staff: StaffId) => setup.staff(staff)?.name ?? staff;
  return {
    seq,
    at,
    who: nameOf(actor as StaffId),
    kind,
    group: groupOf[kind],
    ...aboutFact(kind, body, nameOf),
    seal: Buffer.from(hash).toString('hex').slice(0, sealLength).toUpperCase(),
  };
}
