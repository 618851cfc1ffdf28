import type { PrintDocument } from '../../../shared/domain/document.ts';
import type { Facts } from '../../../shared/domain/facts.ts';
import { holdCode } from '../../../shared/domain/hold-slip.ts';
import { centred, moneyOf, pair, rule } from './paper-blocks.ts';
import { heading } from './receipt.ts';
import type { ReportFacts } from './report-paper.ts';

/** Under this title a slip stands in the spool; the page has the words. */
export const holdSlipTitle = 'hold-slip';

/** What the customer keeps while the cart waits: scanned at the till, it brings the cart back. It is no receipt, and says so. */
export function holdSlipDocument(
  { cart, label, pieces, due }: Facts['cart-held'],
  at: number,
  facts: ReportFacts,
): PrintDocument {
  const { words } = facts;
  return {
    blocks: [
      ...heading(facts, facts.training),
      centred(words.holdTitle, { bold: true, double: true }),
      centred(label),
      rule,
      pair(words.pieces, String(pieces)),
      pair(words.due, moneyOf(facts.currency)(due), { bold: true }),
      pair(`${words.cashier} ${facts.cashier}`, facts.timeText(at)),
      { kind: 'blank' },
      { kind: 'qr', text: holdCode(cart) },
      centred(words.holdTodo),
      { kind: 'cut' },
    ],
  };
}
