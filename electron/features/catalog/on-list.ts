import type { Item } from '../../../shared/domain/item.ts';
import type { ReadDb } from '../../db/open.ts';
import { addedAfter, addedAt, addedByCode, addedById, addedCount, addedFrom, addedMax } from './added.ts';
import { begunThrough, priceInForce } from './repricing/stored.ts';
import {
  codesAround,
  type ItemRow,
  itemAt,
  itemById,
  itemOfRow,
  itemsAfter,
  itemsByCode,
  itemsByCodes,
  liveCatalogue,
  type Slot,
} from './slots.ts';

// What is on the price list now: the goods of the live slot, those that were added at the counter since,
// and the prices that have begun since.

/** Goods at the price that counts now. */
export function itemOf(db: ReadDb, row: ItemRow): Item {
  const item = itemOfRow(row);
  const price = priceInForce(db, item.id);
  return price === undefined ? item : { ...item, price };
}

/** The same for many: whether any price has begun is looked up once. */
export const itemsNow = (db: ReadDb): ((row: ItemRow) => Item) =>
  begunThrough(db) === 0 ? itemOfRow : row => itemOf(db, row);

/** All goods on the list. */
export const goodsListed = (db: ReadDb): number => liveCatalogue(db).items + addedCount(db);

/** Goods that carry exactly this code, in rank order; added ones only where the slot lacks it. */
export function rowsWithCode(db: ReadDb, slot: Slot, code: string): readonly ItemRow[] {
  const rows = itemsByCode(db, slot, code);
  if (rows.length > 0) return rows;
  const added = addedByCode(db, code);
  return added ? [added] : [];
}

/** The same for any of many codes, which one look at the table finds faster than a thousand; at most `most`. */
export function rowsWithCodes(
  db: ReadDb,
  slot: Slot,
  codes: readonly string[],
  most: number,
): readonly ItemRow[] {
  if (codes.length === 0) return [];
  const rows = itemsByCodes(db, slot, codes, most);
  const added = addedAfter(db, addedFrom, addedMax).filter(row => codes.includes(row.codes));
  return [...rows, ...added].slice(0, most);
}

/** How many characters at the beginning of `code` are those of some code on the list. */
export function listedThrough(db: ReadDb, slot: Slot, code: string): number {
  // Who shares most with it stands beside it.
  const codes = [
    ...codesAround(db, slot, code),
    ...addedAfter(db, addedFrom, addedMax).map(row => row.codes),
  ];
  return Math.max(0, ...codes.map(each => sameFromStart(each, code)));
}

function sameFromStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

export const rowById = (db: ReadDb, slot: Slot, id: string): ItemRow | undefined =>
  itemById(db, slot, id) ?? addedById(db, id);

export const rowAt = (db: ReadDb, slot: Slot, rank: number): ItemRow | undefined =>
  rank < addedFrom ? itemAt(db, slot, rank) : addedAt(db, rank);

/** Goods from just after `rank` on: those of the slot in rank order, then the added ones. */
export function rowsAfter(db: ReadDb, slot: Slot, rank: number, most: number): readonly ItemRow[] {
  const rows = rank < addedFrom ? itemsAfter(db, slot, rank, most) : [];
  return rows.length < most ? [...rows, ...addedAfter(db, rank, most - rows.length)] : rows;
}
