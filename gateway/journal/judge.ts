import { epochStarted, journalGenesis } from '../../shared/domain/journal.ts';
import type { Known, Verdict } from '../store/store.ts';
import type { CheckedBatch } from './check.ts';
import { readRecord } from './reading.ts';

/**
 * Decides what a checked batch means next to what the gateway holds: already held and equal is fine, held
 * and different is a fork, beyond the next seq is a gap, and the rest is taken. Pure.
 */
export function judge(batch: CheckedBatch, known: Known): Verdict {
  const { cursor } = known;
  if (!cursor) return judgeNewEpoch(batch, known);
  for (const { record } of batch.records) {
    const hash = known.held.get(record.seq);
    if (hash !== undefined && hash !== record.hash) return { kind: 'fork', seq: record.seq };
  }
  const next = cursor.ackedThrough + 1;
  if (batch.first > next) return { kind: 'expected', seq: next };
  const fresh = batch.records.filter(({ record }) => record.seq >= next);
  // The sender's history up to here is another one, though only its next record shows it.
  if (fresh[0] && fresh[0].record.prev !== cursor.head) return { kind: 'fork', seq: cursor.ackedThrough };
  return take(fresh);
}

/**
 * An epoch is taken up only with its opening record, and only where that joins what is known of the till:
 * at the very beginning, or right behind a record of an earlier epoch (a till restored from a backup goes
 * on counting). Otherwise the till is asked to begin anew; what is held already then costs nothing.
 */
function judgeNewEpoch({ first, records }: CheckedBatch, { before }: Known): Verdict {
  const [opening] = records;
  if (opening?.record.kind !== epochStarted) {
    return first === 1
      ? { kind: 'refused', reason: 'epoch-not-started', seq: 1 }
      : { kind: 'expected', seq: 1 };
  }
  const { prev } = opening.record;
  if ((first === 1 && prev === journalGenesis) || before.includes(prev)) return take(records);
  if (first === 1 || before.length > 0) return { kind: 'refused', reason: 'chain-broken', seq: first };
  return { kind: 'expected', seq: 1 };
}

const take = (records: CheckedBatch['records']): Verdict => ({
  kind: 'take',
  fresh: records.map(({ record, sealed }) => ({ record, sealed, reading: readRecord(record) })),
});
