import type { JournalFault } from '../../shared/domain/journal-head.ts';
import { journalHead } from '../core/journal.ts';
import type { ReadDb } from '../db/open.ts';
import { compareHeads } from './compare-heads.ts';
import type { HeadsFile } from './heads-file.ts';
import type { KeptHead } from './signed-heads.ts';

/** Rows compared at every start; the rest is for `verify`. */
const rowsProvedAtStart = 500;

/** The second place as a start finds it; undefined where a file is gone. */
export type FoundPlace = {
  readonly live: HeadsFile | undefined;
  readonly signed: readonly KeptHead[] | undefined;
  /** Where a till that was stopped has ended; null after a power cut. */
  readonly closedAt: number | null;
};

/** Compares the ends of the journal and of its second place, cheaply; null where they agree. */
export function compareEnds(db: ReadDb, { live, signed, closedAt }: FoundPlace): JournalFault | null {
  const end = journalHead(db).seq;
  if (!live) return end === 0 ? null : { seq: 0, how: 'heads-gone' };
  const last = signed?.at(-1);
  const signedTo = last === undefined || last === 'unreadable' ? 0 : last.seq;
  if (live.count < Math.max(closedAt ?? 0, signedTo)) return { seq: live.count + 1, how: 'heads-damaged' };
  if (!signed) return { seq: 0, how: 'heads-gone' };
  const from = Math.max(1, Math.min(end, live.count) - rowsProvedAtStart + 1);
  const parted = finish(compareHeads(db, live, from));
  // Where rows have moved, the end shows that it is so, and only the whole shows where it began.
  if (parted) return finish(compareHeads(db, live)) ?? parted;
  return closedAt !== null && end > closedAt ? { seq: closedAt + 1, how: 'inserted' } : null;
}

function finish<T>(work: Generator<unknown, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
