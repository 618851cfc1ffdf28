import { codeSpellings } from './codes.ts';
import type { Item, Pack } from './item.ts';

/** An item as it is sold by one scan: one piece, so many pieces, or a pack that has a price of its own. */
export type Goods = Item & {
  /** Pieces in one of it, where it is a pack sold as such. */
  readonly packOf?: number;
};

/** Pieces in a pack; one piece is no pack. */
export const packCountMin = 2;
export const packCountMax = 9999;

/** The pack that a scanned text names; undefined where it names the item itself. */
export function packWith(item: Item, text: string): Pack | undefined {
  // What nearly all items are; this is in the path of every scan.
  if (!item.packs) return undefined;
  const spellings = codeSpellings(text);
  if (item.codes.some(code => spellings.includes(code))) return undefined;
  return item.packs.find(({ code }) => spellings.includes(code));
}

/**
 * What a code sells, and how many of it at one scan. A pack without a price of its own is that many pieces, so
 * they join the line of the pieces. A pack with one is goods of its own, one at its price: whatever is in it,
 * its line is exact to the fen.
 */
export function soldAs(item: Item, text: string): { readonly goods: Goods; readonly each: number } {
  const pack = packWith(item, text);
  if (!pack) return { goods: item, each: 1 };
  if (pack.price === null) return { goods: item, each: pack.count };
  return { goods: { ...item, name: packName(item, pack), price: pack.price, packOf: pack.count }, each: 1 };
}

/** `可乐 ×24`, in any language. */
export const packName = (item: Item, { count }: Pack): string => `${item.name} ×${count}`;
