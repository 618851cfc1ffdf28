import type { LossesView, LossFigure } from '../../../../shared/contract/reports.ts';
import type { Minor } from '../../../../shared/domain/money.ts';

/**
 * When somebody stands out: at least three times, and more than twice as often (in as many tickets) as the
 * middle one of at least two others. It says where to look, never what happened.
 */
export const lossRule: LossesView['rule'] = { countMin: 3, times: 2, peersMin: 2 };

export type Counted = { readonly tickets: number; readonly count: number; readonly amount: Minor };

/** Each one's figure against all the others'. */
export function standsOf(all: readonly Counted[]): LossFigure[] {
  return all.map((own, index) => {
    const others = all.filter((_, other) => other !== index).map(rateOf);
    const peers = others.length < lossRule.peersMin ? null : medianOf(others);
    const perThousand = rateOf(own);
    const out = peers !== null && own.count >= lossRule.countMin && perThousand > lossRule.times * peers;
    const stands = peers === null ? 'alone' : out ? 'out' : 'in-line';
    return { count: own.count, amount: own.amount, perThousand, peers, stands };
  });
}

/** How often in 1,000 tickets; somebody who acts without selling counts as having sold once. */
const rateOf = ({ count, tickets }: Counted): number => Math.round((count * 1_000) / Math.max(1, tickets));

function medianOf(rates: readonly number[]): number {
  const sorted = [...rates].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
