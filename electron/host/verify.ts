import type { VerifyReport } from '../../shared/contract/syncing.ts';
import { project } from '../core/core.ts';
import type { AnyFeature } from '../core/feature.ts';
import { facts, verifyChain } from '../core/journal.ts';
import { migrate } from '../db/migrate.ts';
import { openReadDb, openScratchDb, type ReadDb, type WriteDb } from '../db/open.ts';

/** Between two slices the till may sell. */
export type Pause = () => Promise<void>;

const factsPerSlice = 500;

/**
 * Recomputes the whole chain and rebuilds every projection beside the live tables, all from one moment's
 * view of the file. Takes seconds on a long history, in slices, with `pause` between them.
 */
export async function verifyTill(
  file: string,
  till: string,
  features: readonly AnyFeature[],
  pause: Pause,
): Promise<VerifyReport> {
  const db = openReadDb(file);
  try {
    const chain = verifyChain(db, till);
    let step = chain.next();
    while (!step.done) {
      await pause();
      step = chain.next();
    }
    const rows = db.get<{ rows: number }>('SELECT count(*) AS rows FROM journal')!.rows;
    const projections = await compareProjections(db, features, pause);
    return {
      rows,
      verified: step.value === null && projections.every(each => each.same),
      fault: step.value,
      projections,
    };
  } finally {
    db.close();
  }
}

async function compareProjections(db: ReadDb, features: readonly AnyFeature[], pause: Pause) {
  const scratch = openScratchDb();
  try {
    migrate(scratch, ':memory:');
    // Rows point at journal rows that the rebuilt copy does not hold.
    scratch.script('PRAGMA foreign_keys = OFF');
    await rebuild(db, scratch, features, pause);
    const tables = features.flatMap(feature => [...feature.tables, ...(feature.later?.tables ?? [])]);
    return tables.map(table => ({ table, same: sameRows(db, scratch, table) }));
  } finally {
    scratch.close();
  }
}

async function rebuild(
  from: ReadDb,
  into: WriteDb,
  features: readonly AnyFeature[],
  pause: Pause,
): Promise<void> {
  const later = features.flatMap(({ later: each }) => (each ? [{ ...each, end: each.through(from) }] : []));
  let count = 0;
  for (const fact of facts(from)) {
    for (const feature of features) project(feature, fact, into);
    for (const each of later) if (fact.seq <= each.end) project(each, fact, into);
    count += 1;
    if (count % factsPerSlice === 0) await pause();
  }
}

function sameRows(one: ReadDb, other: ReadDb, table: string): boolean {
  const sql = `SELECT * FROM ${table} ORDER BY 1, 2`;
  const others = other.each<Record<string, unknown>>(sql);
  let same = true;
  for (const row of one.each<Record<string, unknown>>(sql)) {
    const twin = others.next();
    if (twin.done || JSON.stringify(row) !== JSON.stringify(twin.value)) {
      same = false;
      break;
    }
  }
  const rest = others.next();
  if (!rest.done) others.return?.();
  return same && rest.done === true;
}
