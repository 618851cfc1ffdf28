import type { Shop } from '../../../shared/contract/setup.ts';
import type { PrintBlock, PrintDocument } from '../../../shared/domain/document.ts';
import { isWeighed } from '../../../shared/domain/item.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import type { PricedLine } from '../../../shared/domain/pricing.ts';
import { extend, plainQuantity } from '../../../shared/domain/quantity.ts';
import type { Sale, Tender } from '../../../shared/domain/sale.ts';
import type { ReceiptWords } from '../../../shared/i18n/receipt.ts';
import { invoiceBlocks } from './invoice-code.ts';
import { centred, moneyOf, pair, rule } from './paper-blocks.ts';

/** What a receipt says besides the sale. `copy` 1 is the receipt itself; more are marked as reprints. */
export type ReceiptFacts = {
  readonly words: ReceiptWords;
  readonly shop: Shop;
  readonly cashier: string;
  readonly tillLabel: string;
  readonly copy: number;
  readonly timeText: (atMs: number) => string;
  /** Template of the invoicing service's address; empty where the shop has none. */
  readonly invoiceUrl: string;
  /** `2026-11-28`, by the shop's wall clock. */
  readonly dateText: (atMs: number) => string;
};

const sealDigits = 8;

/**
 * The receipt of a sale, from what was stored with it; nothing is computed again. `hash` is that of its journal
 * row: its beginning on paper in a customer's hand is a witness that nobody in the shop can reach.
 */
export function receiptDocument(sale: Sale, facts: ReceiptFacts, hash: string): PrintDocument {
  const { words } = facts;
  const money = moneyOf(sale.currency);
  const discount = minor(sale.lineDiscount + sale.ticketDiscount);
  return {
    blocks: [
      ...heading(facts, sale.training),
      pair(`${words.number} ${sale.receipt}`, `${words.till} ${facts.tillLabel}`),
      pair(`${words.cashier} ${facts.cashier}`, facts.timeText(sale.at)),
      rule,
      ...sale.lines.flatMap(line => lineBlocks(line, words, money)),
      rule,
      pair(words.pieces, String(sale.pieces)),
      ...(discount > 0
        ? [pair(words.gross, money(sale.gross)), pair(words.discount, money(minor(-discount)))]
        : []),
      ...(sale.taxMode === 'exclusive' && sale.tax > 0 ? [pair(words.taxAdded, money(sale.tax))] : []),
      ...(sale.rounding === 0 ? [] : [pair(words.rounding, money(sale.rounding))]),
      pair(words.due, money(sale.total), { bold: true, double: true }),
      ...sale.tenders.flatMap(tender => tenderBlocks(tender, words, money)),
      ...(sale.change > 0 || sale.tenders.some(({ kind }) => kind === 'cash')
        ? [pair(words.change, money(sale.change))]
        : []),
      ...(sale.taxMode === 'inclusive' && sale.tax > 0 ? [pair(words.tax, money(sale.tax))] : []),
      { kind: 'blank' },
      { kind: 'qr', text: sale.receipt },
      centred(sale.receipt),
      ...invoiceBlocks(sale, facts),
      centred(words.thanks),
      centred(`${words.seal} ${hash.slice(0, sealDigits).toUpperCase()}`),
      { kind: 'cut' },
    ],
  };
}

/** How it was settled; a customer's code with the last digits of its order number, by which it is found again. */
function tenderBlocks(tender: Tender, words: ReceiptWords, money: (amount: Minor) => string): PrintBlock[] {
  switch (tender.kind) {
    case 'cash':
      return [pair(`${words.cash} ${words.given}`, money(tender.given))];
    case 'code':
      return [pair(words.wallets[tender.wallet], money(tender.amount)), pair(words.order, tender.order)];
    case 'store-code':
      return [pair(words.tenders['store-code'] ?? '', money(tender.amount))];
    case 'exchange':
      return [pair(`${words.tenders.exchange} ${tender.refund.receipt}`, money(tender.amount))];
  }
}

/** A page that shows at a glance whether Chinese, amounts and the cutter work. */
export function testDocument(facts: ReceiptFacts, atMs: number): PrintDocument {
  const { words } = facts;
  return {
    blocks: [
      ...heading(facts, false),
      centred(words.testTitle, { bold: true, double: true }),
      centred(facts.timeText(atMs)),
      { kind: 'text', text: '0123456789'.repeat(5).slice(0, 48) },
      { kind: 'text', text: words.testLine },
      pair(words.due, '￥123.45', { bold: true, double: true }),
      { kind: 'qr', text: 'EVERTILL' },
      { kind: 'cut' },
    ],
  };
}

/** Whose paper it is; practice and reprints say so first. */
export function heading({ shop, words, copy }: ReceiptFacts, training: boolean): PrintBlock[] {
  const name = [shop.name, shop.branch].filter(Boolean).join(' · ');
  return [
    ...(training ? [centred(words.training, { bold: true })] : []),
    ...(copy > 1 ? [centred(words.reprint(copy - 1), { bold: true })] : []),
    centred(name, { bold: true, double: true }),
    ...(shop.address ? [centred(shop.address)] : []),
    ...(shop.phone ? [centred(`${words.phone} ${shop.phone}`)] : []),
    rule,
  ];
}

/** A line as it was sold, or the part of it that came back. */
export function lineBlocks(
  line: PricedLine,
  words: ReceiptWords,
  money: (amount: Minor) => string,
): PrintBlock[] {
  const unit = isWeighed(line.unit) ? words.unit[line.unit] : '';
  // Nobody can check a product on paper that is not the sum beside it.
  const byLabel = line.stamped !== undefined && line.gross !== extend(line.unitPrice, line.quantity);
  const how = byLabel ? words.byLabel : `× ${money(line.unitPrice)}`;
  const sum = `${plainQuantity(line.quantity)}${unit} ${how}`;
  return [
    { kind: 'text', text: line.name },
    pair(`  ${sum}`, money(line.gross)),
    ...(line.lineDiscount > 0 ? [pair(`  ${words.lineDiscount}`, money(minor(-line.lineDiscount)))] : []),
  ];
}
