import type { AddedGoods } from '../../../shared/contract/catalog.ts';
import { codeSpellings } from '../../../shared/domain/codes.ts';
import type { Item, ItemId } from '../../../shared/domain/item.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import type { ItemRow, Slot } from './slots.ts';

// Goods that were put on the price list at the counter (建档). They stand beside the live slot, which lacks their
// codes, until a generation takes them in.

/** Ranks of added goods begin here, where no generation reaches: one number says where any goods are found. */
export const addedFrom = 1_000_000_000;

/** More of them would make searching slow; a shop that has so many keeps them in a file. */
export const addedMax = 2_000;

type AddedRow = {
  readonly place: number;
  readonly item: string;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly price: number;
  readonly tax_permille: number;
};

const columns = 'place, item, code, name, category, price, tax_permille';
const here = 'FROM catalog_added WHERE generation IS NULL';

const itemRow = (row: AddedRow): ItemRow => ({
  rank: addedFrom + row.place,
  id: row.item,
  codes: row.code,
  name: row.name,
  category: row.category,
  unit: 'piece',
  price: row.price,
  tax_permille: row.tax_permille,
  tax_code: '',
  flags: 0,
  packs: '',
  lowest: null,
  cost: null,
});

const one = (row: AddedRow | undefined): ItemRow | undefined => row && itemRow(row);

export const addedCount = (db: ReadDb): number =>
  db.get<{ count: number }>(`SELECT count(*) AS count ${here}`)!.count;

export const addedByCode = (db: ReadDb, code: string): ItemRow | undefined =>
  one(db.get<AddedRow>(`SELECT ${columns} ${here} AND code = ?`, [code]));

export const addedById = (db: ReadDb, item: string): ItemRow | undefined =>
  one(db.get<AddedRow>(`SELECT ${columns} ${here} AND item = ?`, [item]));

export const addedAt = (db: ReadDb, rank: number): ItemRow | undefined =>
  one(db.get<AddedRow>(`SELECT ${columns} ${here} AND place = ?`, [rank - addedFrom]));

/** Added goods from just after `rank` on, in the order in which they were added. */
export const addedAfter = (db: ReadDb, rank: number, most: number): ItemRow[] =>
  db
    .all<AddedRow>(`SELECT ${columns} ${here} AND place > ? ORDER BY place LIMIT +?`, [
      Math.max(0, rank - addedFrom),
      most,
    ])
    .map(itemRow);

export const addedInCategory = (db: ReadDb, category: string, most: number): ItemRow[] =>
  db
    .all<AddedRow>(`SELECT ${columns} ${here} AND category = ? ORDER BY place LIMIT +?`, [category, most])
    .map(itemRow);

export const addedCategories = (db: ReadDb, most: number): string[] =>
  db
    .all<{ category: string }>(
      `SELECT DISTINCT category ${here} AND category <> '' ORDER BY category LIMIT +?`,
      [most],
    )
    .map(({ category }) => category);

/** The newest first, as people look at them. */
export const addedList = (
  db: ReadDb,
  most: number,
): readonly (Omit<AddedGoods, 'by'> & { actor: string })[] =>
  db
    .all<AddedRow & { at: number; actor: string }>(
      `SELECT ${columns}, at, actor ${here} ORDER BY place DESC LIMIT +?`,
      [most],
    )
    .map(({ item, code, name, category, price, at, actor }) => ({
      item: item as ItemId,
      code,
      name,
      category,
      price: price as Minor,
      at,
      actor,
    }));

/** Puts goods on the list; what stood here under that id, and was taken in since, goes for it. */
export function addGoods(db: WriteDb, item: Item, { at, actor }: { at: number; actor: string }): void {
  db.run(
    `INSERT OR REPLACE INTO catalog_added (item, code, name, category, price, tax_permille, at, actor, generation)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)`,
    [item.id, item.codes[0]!, item.name, item.category, item.price, item.taxPermille, at, actor],
  );
}

export function dropAdded(db: WriteDb, item: string): void {
  db.run('DELETE FROM catalog_added WHERE item = ? AND generation IS NULL', [item]);
}

/**
 * With the flip to a generation that has goods added up to `through` or had to leave them out: they stand here
 * no more, nor does what was added later under a code that the list brings.
 */
export function takeAddedIn(db: WriteDb, slot: Slot, generation: number, through: number): void {
  db.run('UPDATE catalog_added SET generation = ? WHERE generation IS NULL AND place <= ?', [
    generation,
    through - addedFrom,
  ]);
  giveWay(db, slot, generation);
}

/** What was taken in by the generation that is undone stands here again, unless the slot has the code by itself. */
export function bringAddedBack(db: WriteDb, slot: Slot, generation: number): void {
  db.run('UPDATE catalog_added SET generation = NULL WHERE generation IS NOT NULL');
  giveWay(db, slot, generation);
}

/** Before the former catalogue goes, to which they might have come back. */
export function forgetTakenIn(db: WriteDb): void {
  db.run('DELETE FROM catalog_added WHERE generation IS NOT NULL');
}

/** The live slot has a code first, in any spelling of it. */
function giveWay(db: WriteDb, slot: Slot, generation: number): void {
  for (const { place, code } of db.all<AddedRow>(`SELECT place, code ${here}`)) {
    const isListed = codeSpellings(code).some(
      spelling => db.get(`SELECT 1 FROM catalog_codes_${slot} WHERE code = ?`, [spelling]) !== undefined,
    );
    if (isListed) db.run('UPDATE catalog_added SET generation = ? WHERE place = ?', [generation, place]);
  }
}
