import { ok } from '../../../shared/lib/result.ts';
import type { Outcome, TillDesk } from '../answer.ts';

/** `verify`: every hash of the journal, and every table against what the journal rebuilds. */
export async function verify({ till, words }: TillDesk): Promise<Outcome> {
  const report = await till.query('syncing.verify', {});
  if (!report.ok) return report;
  const { rows, verified, fault, projections } = report.value;
  const differing = projections.filter(each => !each.same);
  return ok({
    good: verified,
    json: report.value,
    lines: [
      words.verify.rows(rows),
      ...(fault ? [words.verify.fault(fault.seq, fault.how)] : []),
      words.verify.tables(projections.length - differing.length),
      ...differing.map(each => words.verify.differs(each.table)),
      verified ? words.verify.good : words.verify.bad,
    ],
  });
}
