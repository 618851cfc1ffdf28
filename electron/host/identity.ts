import type { Env } from '../../shared/env.ts';
import type { TillIdentity } from '../core/journal.ts';
import type { WriteDb } from '../db/open.ts';

/**
 * Who this till is: a random id from its first start, and an epoch that every install and restore makes
 * anew. Both are written before the first fact.
 */
export function identityOf(db: WriteDb, env: Env): TillIdentity {
  const known = (key: string) =>
    db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', [key])?.value;
  const till = known('till');
  const epoch = known('epoch');
  if (till && epoch) return { till, epoch };
  const fresh = { till: `till-${env.newId()}`, epoch: `epoch-${env.newId()}` };
  db.transaction(() => {
    for (const [key, value] of Object.entries(fresh))
      db.run('INSERT INTO meta (key, value) VALUES (?, ?)', [key, value]);
  });
  return fresh;
}
