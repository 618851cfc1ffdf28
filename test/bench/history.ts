import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Core } from '../../electron/core/core.ts';
import { factAt, Journal } from '../../electron/core/journal.ts';
import { openWriteDb, type WriteDb } from '../../electron/db/open.ts';
import { Popularity } from '../../electron/features/catalog/popularity.ts';
import { TicketIndex } from '../../electron/features/reports/ticket-index.ts';
import { shiftsProject } from '../../electron/features/shifts/project.ts';
import { realEnv } from '../../electron/host/env.ts';
import { identityOf } from '../../electron/host/identity.ts';
import type { Paths } from '../../electron/host/paths.ts';
import type { Fact } from '../../shared/domain/facts.ts';
import { receiptNumber, type Sale, type SaleId } from '../../shared/domain/sale.ts';
import { assert } from '../../shared/lib/assert.ts';

const salesPerCommit = 2_000;
const rememberedAnswers = 10_000;
/** Five hundred sales a day, the last of them just now. */
const apartMs = 86_400_000 / 500;

/**
 * Writes `count` sales of history into a till that is shut, as copies of its last sale. They do not come
 * through the core: facts are appended by its own journal and projected by the features' own tables, but a
 * couple of thousand to a transaction and without waiting for the disk (synchronous OFF). `verify` proves
 * afterwards that nothing else about them is different. Rows behind the back of a till that was shut would rightly
 * be called tampered with, so the till looks as if its power had been cut before it could say where it ended.
 */
export async function writeHistory({ database, heads }: Paths, count: number): Promise<void> {
  writeFileSync(path.join(heads, 'closed'), '');
  const db = openWriteDb(database);
  try {
    db.script('PRAGMA synchronous = OFF');
    const env = realEnv(() => {});
    const identity = identityOf(db, env);
    const journal = new Journal(db, env, identity);
    const last = db.get<{ seq: number }>('SELECT max(seq) AS seq FROM sales')!;
    const like = factAt(db, last.seq) as Fact<'sale-completed'>;
    assert(like, 'a sale to copy');
    const bytes =
      db.get<{ bytes: Uint8Array | null }>(
        "SELECT bytes FROM print_jobs WHERE kind = 'receipt' ORDER BY id DESC LIMIT 1",
      )?.bytes ?? null;
    const first = like.body.sale.number + 1;
    for (let from = first; from < first + count; from += salesPerCommit) {
      db.transaction(() => {
        for (let number = from; number < Math.min(from + salesPerCommit, first + count); number += 1) {
          const at = like.at - (first + count - number) * apartMs;
          const sale = { ...copyOf(like.body.sale, number, env.newId), at };
          const fact = journal.append('sale-completed', like.actor, at, { sale });
          project(db, fact);
          spool(db, sale, bytes);
          db.run(`INSERT INTO answers (id, answer) VALUES (?, '{"ok":true,"value":{}}')`, [env.newId()]);
        }
        // As the till forgets, some at a time; all at once would leave it with thousands of free pages.
        db.run('DELETE FROM answers WHERE place <= (SELECT max(place) FROM answers) - ?', [
          rememberedAnswers,
        ]);
      });
      db.checkpoint();
    }
    const { parts } = new Core({ db, env, identity });
    for (const _ of new Popularity(db).write(parts));
    await new TicketIndex(parts).upToDate();
    db.checkpoint();
  } finally {
    db.close();
  }
}

function copyOf(like: Sale, number: number, newId: () => string): Sale {
  return {
    ...like,
    cart: newId() as Sale['cart'],
    id: newId() as SaleId,
    number,
    receipt: receiptNumber(like.receipt.split('-')[0]!, number),
    tenders: like.tenders.map(tender => ({ ...tender, id: newId() })),
  };
}

/** What the features' own projections do with a finished sale. */
function project(db: WriteDb, fact: Fact<'sale-completed'>): void {
  const { sale } = fact.body;
  db.run('INSERT INTO sales (number, seq, total) VALUES (?, ?, ?)', [sale.number, fact.seq, sale.total]);
  shiftsProject['sale-completed']?.(fact, db);
}

function spool(db: WriteDb, sale: Sale, bytes: Uint8Array | null): void {
  for (const kind of ['drawer', 'receipt'])
    db.run(
      "INSERT INTO print_jobs (kind, title, subject, copy, at, expires_at, state, bytes) VALUES (?, ?, ?, 1, ?, ?, 'sent', ?)",
      [
        kind,
        sale.receipt,
        kind === 'receipt' ? String(sale.number) : null,
        sale.at,
        sale.at,
        kind === 'receipt' ? bytes : null,
      ],
    );
}
