import type { Brand } from '../lib/brand.ts';
import type { Minor } from './money.ts';

export type ItemId = Brand<string, 'ItemId'>;

/** What one of it is: counted in pieces, or weighed and priced per kg, per 500 g or per 斤 (500 g, as the tag says it). */
export const units = ['piece', 'kg', '500g', 'jin'] as const;
export type Unit = (typeof units)[number];

export const isWeighed = (unit: Unit): boolean => unit !== 'piece';

/** Something on the price list. `taxPermille`: VAT rate in thousandths (13 % = 130). */
export type Item = {
  readonly id: ItemId;
  /** First code is the one shown. Text, canonical as stored; several codes can mean one item. */
  readonly codes: readonly string[];
  readonly name: string;
  readonly category: string;
  readonly unit: Unit;
  /** Price of one unit, as on the tag. */
  readonly price: Minor;
  readonly taxPermille: number;
  /** 税收分类编码: 19 digits, or empty where not known. */
  readonly taxCode: string;
  readonly flags: ItemFlags;
  /** Codes of packs of it (整箱); only of goods that are counted. */
  readonly packs?: readonly Pack[];
  /** Below this price of one unit it is not sold without leave (最低售价). */
  readonly lowest?: Minor;
  /** What one unit costs the shop (进价), rounded up to the fen. Never leaves the core but for who keeps the price list. */
  readonly cost?: Minor;
};

/** So many pieces under one code, at a price of their own or, where that is null, at that many times the piece's. */
export type Pack = { readonly code: string; readonly count: number; readonly price: Minor | null };

export type ItemFlags = {
  readonly noDiscount: boolean;
  /** The cashier must see the customer's age (tobacco, alcohol). */
  readonly ageCheck: boolean;
  /** A deposit or a shopping bag: not merchandise, so no discount reaches it. */
  readonly deposit: boolean;
};

/** Goods that are on no price list (无条码商品): all of them share this id, so nothing is counted as sold by it. */
export const openItemId = 'open' as ItemId;

/** Goods that are on no price list, at a price that the cashier says. `code` is what was scanned, or empty. */
export const openGoods = (name: string, price: Minor, code: string, taxPermille: number): Item => ({
  id: openItemId,
  codes: [code],
  name,
  category: '',
  unit: 'piece',
  price,
  taxPermille,
  taxCode: '',
  flags: noFlags,
});

export const noFlags: ItemFlags = { noDiscount: false, ageCheck: false, deposit: false };

/** Characters of what goods are called, and of their category, where they are put on the list at the counter. */
export const createdNameMax = 40;
export const createdCategoryMax = 40;
