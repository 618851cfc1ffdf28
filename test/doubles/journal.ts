import { facts } from '../../electron/core/journal.ts';
import { openReadDb } from '../../electron/db/open.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import type { Fact, FactKind } from '../../shared/domain/facts.ts';

/** Every fact of a kind that is on disk in a till's folder, oldest first. */
export function factsOf<Kind extends FactKind>(data: string, kind: Kind): Fact<Kind>[] {
  const db = openReadDb(pathsOf(data).database);
  try {
    return [...facts(db)].filter(fact => fact.kind === kind) as unknown as Fact<Kind>[];
  } finally {
    db.close();
  }
}
