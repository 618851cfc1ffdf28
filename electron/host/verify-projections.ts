import type { VerifyReport } from '../../shared/contract/syncing.ts';
import type { Fact } from '../../shared/domain/facts.ts';
import type { JournalFault } from '../../shared/domain/journal-head.ts';
import { project } from '../core/core.ts';
import type { AnyFeature } from '../core/feature.ts';
import { facts, journalHead } from '../core/journal.ts';
import { migrate } from '../db/migrate.ts';
import { openScratchDb, type ReadDb, type WriteDb } from '../db/open.ts';
import type { Pause } from './verify.ts';

const factsPerSlice = 500;

/** Tables as the journal rebuilds them; where a row can't be read none is compared. */
export type Rebuilt = {
  readonly projections: VerifyReport['projections'];
  readonly unreadable: JournalFault | null;
};

/** Rebuilds every projection beside the live tables and compares; `hear` is told each fact. */
export async function compareProjections(
  db: ReadDb,
  features: readonly AnyFeature[],
  pause: Pause,
  hear: (fact: Fact) => void,
): Promise<Rebuilt> {
  const scratch = openScratchDb();
  try {
    migrate(scratch, null);
    // Rows point at journal rows that the rebuilt copy does not hold.
    scratch.script('PRAGMA foreign_keys = OFF');
    const unreadable = await rebuild(db, scratch, features, pause, hear);
    if (unreadable) return { projections: [], unreadable };
    const tables = features.flatMap(feature => [...feature.tables, ...(feature.later?.tables ?? [])]);
    return {
      projections: tables.map(table => ({ table, same: sameRows(db, scratch, table) })),
      unreadable: null,
    };
  } finally {
    scratch.close();
  }
}

async function rebuild(
  from: ReadDb,
  into: WriteDb,
  features: readonly AnyFeature[],
  pause: Pause,
  hear: (fact: Fact) => void,
): Promise<JournalFault | null> {
  const later = features.flatMap(({ later: each }) => (each ? [{ ...each, end: each.through(from) }] : []));
  let unreadable: JournalFault | null = null;
  /** The row being read, or projected. */
  let row = 1;
  const read = async () => {
    for (const fact of facts(from, row - 1)) {
      row = fact.seq;
      hear(fact);
      if (!unreadable) {
        for (const feature of features) project(feature, fact, into);
        for (const each of later) if (fact.seq <= each.end) project(each, fact, into);
      }
      row += 1;
      if (row % factsPerSlice === 0) await pause();
    }
  };
  for (const end = journalHead(from).seq; row <= end; ) {
    try {
      await read();
    } catch {
      // A changed body throws in whatever reads it. Which row it is, is the news; the rest is only heard.
      unreadable ??= { seq: row, how: 'unreadable' };
      row += 1;
    }
  }
  return unreadable;
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
