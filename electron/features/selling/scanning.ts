import type { GoodsTile, ScanOutcome } from '../../../shared/contract/selling.ts';
import { checkDigitRight, cleanScan, codeWith, isLink, looksLikeGtin } from '../../../shared/domain/codes.ts';
import type { Item } from '../../../shared/domain/item.ts';
import { goodsOnLabel, type LabelReading } from '../../../shared/domain/labels/read.ts';
import type { LabelRule } from '../../../shared/domain/labels/rule.ts';
import { minor } from '../../../shared/domain/money.ts';
import { packName, packWith } from '../../../shared/domain/pack.ts';
import { looksLikeReceipt } from '../../../shared/domain/sale.ts';
import { looksLikeCard, walletOf } from '../../../shared/domain/wallet-codes.ts';
import type { CatalogReads } from '../../core/ports.ts';

/** What a scanned text is, before anything is done about it. */
export type Reading =
  | { readonly as: 'goods'; readonly items: readonly Item[]; readonly code: string }
  /** Goods with what a scale has printed on them; `text` is the whole label. */
  | {
      readonly as: 'label';
      readonly items: readonly Item[];
      readonly label: LabelReading;
      readonly text: string;
    }
  | { readonly as: 'other'; readonly outcome: ScanOutcome };

/** Shorter than this and not on the price list: a scan that lost its head or tail. */
const codeMin = 4;

/** What a text may name. The rules are asked for only where the price list does not know the text, so that most scans never read them. */
export type Known = { readonly catalog: CatalogReads; readonly labelRules: () => readonly LabelRule[] };

/**
 * How the till reads a text while it sells; `typed` by a person, or scanned. The price list decides first, then
 * the rules of the shop's labels where it knows their goods, shape last: an 18-digit label can look like an
 * Alipay code. The text of a payment code goes no further than this function.
 */
export function readCode(raw: string, { catalog, labelRules }: Known, typed = false): Reading {
  const { text } = cleanScan(raw);
  const items = catalog.itemsWithCode(text);
  if (items.length > 0) return { as: 'goods', items, code: text };
  const onLabel = goodsOnLabel(labelRules(), text, catalog.itemsWithCode);
  const label = onLabel === 'check-digit-wrong' ? null : onLabel;
  if (label && label.items.length > 0) return { as: 'label', ...label, text };
  const other = (outcome: ScanOutcome): Reading => ({ as: 'other', outcome });
  if (typed && looksLikeCard(text)) return other({ outcome: 'bank-card' });
  const wallet = walletOf(text);
  if (wallet) return other({ outcome: 'payment-code', wallet });
  if (looksLikeReceipt(text)) return other({ outcome: 'receipt', receipt: text });
  if (isLink(text)) return other({ outcome: 'link' });
  if (text.length < codeMin) return other({ outcome: 'too-short' });
  const checkDigitWrong =
    onLabel === 'check-digit-wrong' || (label === null && looksLikeGtin(text) && !checkDigitRight(text));
  return other({
    outcome: 'unknown-code',
    tail: tail(text),
    checkDigitWrong,
    ...(label ? { plu: label.label.plu } : checkDigitRight(text) && { code: text }),
  });
}

/** More digits are a whole code, and then another one. */
const partMax = 7;
/** More goods than this nobody looks through. */
const meantMax = 20;

/** Goods that a person may mean who types digits that are nobody's code: its last ones, its first ones, a size. */
export function goodsMeant(typed: string, catalog: CatalogReads): GoodsTile[] {
  const { text } = cleanScan(typed);
  if (!/^\d+$/.test(text) || text.length > partMax) return [];
  const found = catalog.itemsFound(text, meantMax);
  return found.map(item => ({ ...toTile(item), code: codeWith(item.codes, text) }));
}

export const toTile = (item: Item): GoodsTile => tileOf(item, item.codes[0] ?? '');

/** Goods under the code that was read: a pack is shown as it would be sold. */
export function tileOf(item: Item, code: string): GoodsTile {
  const pack = packWith(item, code);
  const { id, unit } = item;
  if (!pack) return { item: id, code: item.codes[0] ?? '', name: item.name, price: item.price, unit };
  const price = pack.price ?? minor(item.price * pack.count);
  return { item: id, code: pack.code, name: packName(item, pack), price, unit };
}

/** Enough to find the goods again; not enough to use a code whose kind we do not know. */
const tail = (text: string): string => text.replace(/[^\x21-\x7e]/g, '').slice(-4);
