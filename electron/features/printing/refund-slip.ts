import type { PrintBlock, PrintDocument } from '../../../shared/domain/document.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import type { MoneyBack, SaleRefund } from '../../../shared/domain/sale-refund.ts';
import type { ReceiptWords } from '../../../shared/i18n/receipt.ts';
import { centred, moneyOf, pair, rule } from './paper-blocks.ts';
import { heading, lineBlocks, type ReceiptFacts } from './receipt.ts';

/** The slip of a refund, for the customer to sign: what came back, of which receipt, why, and on which way the money goes; `returned` is
 * what went back of an exchange after all. */
export function refundDocument(
  refund: SaleRefund,
  returned: readonly MoneyBack[],
  facts: ReceiptFacts,
): PrintDocument {
  const { words } = facts;
  const money = moneyOf(refund.currency);
  const discount = minor(refund.lineDiscount + refund.ticketDiscount);
  return {
    blocks: [
      ...heading(facts, refund.training),
      centred(words.refund.titles[refund.kind], { bold: true, double: true }),
      pair(`${words.number} ${refund.receipt}`, `${words.till} ${facts.tillLabel}`),
      ...(refund.sale ? [pair(words.refund.original, refund.sale.receipt)] : []),
      pair(`${words.cashier} ${facts.cashier}`, facts.timeText(refund.at)),
      rule,
      ...refund.lines.flatMap(line => [
        ...lineBlocks(line, words, money),
        ...(line.goods === 'written-off' ? [pair(`  ${words.refund.writtenOff}`, '')] : []),
      ]),
      rule,
      pair(words.pieces, String(refund.pieces)),
      ...(discount > 0
        ? [pair(words.gross, money(refund.gross)), pair(words.discount, money(minor(-discount)))]
        : []),
      ...(refund.taxMode === 'exclusive' && refund.tax > 0 ? [pair(words.taxAdded, money(refund.tax))] : []),
      ...(refund.rounding === 0 ? [] : [pair(words.rounding, money(refund.rounding))]),
      pair(words.refund.total, money(refund.total), { bold: true, double: true }),
      ...refund.back.flatMap(back => backBlocks(back, refund.offline, words, money)),
      ...(returned.length > 0 ? [{ kind: 'text' as const, text: words.refund.ofExchange }] : []),
      ...returned.flatMap(back => backBlocks(back, refund.offline, words, money)),
      ...(refund.taxMode === 'inclusive' && refund.tax > 0 ? [pair(words.tax, money(refund.tax))] : []),
      rule,
      pair(words.refund.reason, refund.reason),
      { kind: 'blank' },
      { kind: 'text', text: `${words.refund.signature} ____________________` },
      { kind: 'blank' },
      { kind: 'cut' },
    ],
  };
}

/** Nothing is said to have arrived at a wallet: when this is printed, its provider has only just been told, or not yet. */
function backBlocks(
  back: MoneyBack,
  offline: boolean,
  words: ReceiptWords,
  money: (amount: Minor) => string,
): PrintBlock[] {
  const { ways, wallet, underWay, whenOnline } = words.refund;
  if (back.kind !== 'code') return [pair(ways[back.kind], money(back.amount))];
  return [
    pair(wallet(words.wallets[back.wallet]), money(back.amount)),
    pair(words.order, back.order),
    { kind: 'text', text: underWay },
    ...(offline ? [{ kind: 'text' as const, text: whenOnline }] : []),
  ];
}
