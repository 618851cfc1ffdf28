import { ok } from '../../../shared/lib/result.ts';
import type { Outcome, TillDesk } from '../answer.ts';

/** `verify`: the journal against its chain, its second place and the gateway, and every table against what it rebuilds. */
export async function verify({ till, words, formats }: TillDesk, gateway: boolean): Promise<Outcome> {
  const report = await till.query('syncing.verify', { gateway });
  if (!report.ok) return report;
  const { rows, verified, faults, projections, kept, earlier } = report.value;
  const told = words.verify.gateway[report.value.gateway];
  const differing = projections.filter(each => !each.same);
  return ok({
    good: verified,
    json: report.value,
    lines: [
      words.verify.rows(rows),
      words.verify.kept(kept),
      ...(told ? [told] : []),
      ...faults.map(({ seq, how }) => words.verify.fault(seq, how)),
      ...earlier.map(({ at, seq, how }) =>
        words.verify.earlier(formats.dayTime(at), words.verify.fault(seq, how)),
      ),
      words.verify.tables(projections.length - differing.length),
      ...differing.map(each => words.verify.differs(each.table)),
      verified ? words.verify.good : words.verify.bad,
    ],
  });
}
