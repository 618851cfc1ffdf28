import type { PrintDocument } from '../../../shared/domain/document.ts';
import type { Facts } from '../../../shared/domain/facts.ts';
import { centred, moneyOf, pair, rule } from './paper-blocks.ts';
import { heading } from './receipt.ts';
import type { ReportFacts } from './report-paper.ts';

/** Under this title a slip stands in the spool; the page has the words. */
export const cashSlipTitle = 'cash-slip';

/** The proof that stays in the drawer: what went in or out of it, why, and who signs for it. */
export function cashSlipDocument(
  { move, amount, reason }: Facts['cash-moved'],
  at: number,
  facts: ReportFacts,
): PrintDocument {
  const { report: words } = facts;
  return {
    blocks: [
      ...heading(facts, facts.training),
      centred(words.moves[move], { bold: true, double: true }),
      centred(moneyOf(facts.currency)(amount), { bold: true, double: true }),
      ...(reason ? [centred(reason)] : []),
      rule,
      pair(`${facts.words.cashier} ${facts.cashier}`, facts.timeText(at)),
      pair(facts.words.till, facts.tillLabel),
      { kind: 'blank' },
      pair(words.signature, '________________'),
      { kind: 'cut' },
    ],
  };
}
