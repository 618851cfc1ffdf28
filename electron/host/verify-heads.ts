import type { JournalFault } from '../../shared/domain/journal-head.ts';
import { journalHead } from '../core/journal.ts';
import { rowHash } from '../core/journal-marks.ts';
import type { ReadDb } from '../db/open.ts';
import { compareHeads } from './compare-heads.ts';
import type { KeptHeads } from './heads.ts';

/** Compares the whole journal with every file of its second place. A slice per step. */
export function* verifyRows(db: ReadDb, kept: KeptHeads): Generator<number, JournalFault[]> {
  const faults: JournalFault[] = [];
  if (kept.files.length === 0) return [{ seq: 0, how: 'heads-gone' }];
  for (const [index, file] of kept.files.entries()) {
    const fault = yield* compareHeads(db, file);
    const isLive = index === kept.files.length - 1;
    // A file that was set aside may be the damaged one; that was told when it was.
    if (fault && (isLive || fault.how !== 'heads-damaged')) faults.push(fault);
  }
  return faults;
}

/**
 * The first signed head that the journal does not bear out. `keys` are those that the journal announces:
 * a head under another one vouches for nothing. The harm lies at the head's row or before it.
 */
export function verifySigned(
  db: ReadDb,
  { signed }: KeptHeads,
  till: string,
  keys: ReadonlySet<string>,
): JournalFault | null {
  if (!signed) return { seq: 0, how: 'heads-gone' };
  const end = journalHead(db).seq;
  let soundTo = 0;
  for (const head of signed) {
    if (head === 'unreadable' || head.till !== till || !keys.has(head.key))
      return { seq: soundTo + 1, how: 'heads-damaged' };
    if (head.seq <= end && rowHash(db, head.seq) !== head.hash) return { seq: head.seq, how: 'head-differs' };
    if (head.seq > end) return { seq: end + 1, how: 'cut-off' };
    soundTo = head.seq;
  }
  return null;
}
