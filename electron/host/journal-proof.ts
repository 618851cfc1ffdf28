import type { VerifyReport } from '../../shared/contract/syncing.ts';
import type { JournalFault } from '../../shared/domain/journal-head.ts';
import type { Log } from '../../shared/env.ts';
import { journalHead, verifyChain } from '../core/journal.ts';
import type { ReadDb } from '../db/open.ts';

/** How much of the journal is proved at every start; the rest is for `verify`. */
const linksProvedAtStart = 500;

export type JournalProof = {
  /** The first row that does not hold, as far as anybody has looked; null where all that was looked at holds. */
  fault(): JournalFault | null;
  /** Takes up what a proof of the whole journal found. */
  heard(report: VerifyReport): VerifyReport;
};

/**
 * Proves the end of the journal, and keeps what is known of the whole; `besides` is what its second place
 * has shown. A broken chain does not close the
 * shop: the damage lies in the past, a new sale is sealed over it and proves itself all the same, and
 * customers who can't pay repair nothing. So it is told on every screen until a proof finds it whole;
 * `changed` is called when that turns.
 */
export function proveJournal(
  db: ReadDb,
  till: string,
  besides: JournalFault | null,
  log: Log,
  changed: () => void,
): JournalProof {
  let fault = besides ?? brokenTail(db, till);
  const tell = () => fault && log('error', 'journal.broken', { seq: fault.seq, how: fault.how });
  tell();
  return {
    fault: () => fault,
    heard: report => {
      fault = report.fault;
      tell();
      changed();
      return report;
    },
  };
}

function brokenTail(db: ReadDb, till: string): JournalFault | null {
  const from = Math.max(1, journalHead(db).seq - linksProvedAtStart + 1);
  const proof = verifyChain(db, till, from);
  let step = proof.next();
  while (!step.done) step = proof.next();
  return step.value;
}
