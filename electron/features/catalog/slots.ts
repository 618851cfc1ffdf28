import type { Item, ItemId, Pack, Unit } from '../../../shared/domain/item.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import { RowBatch } from './row-batch.ts';

export type Slot = 'a' | 'b';

export type LiveCatalogue = {
  readonly slot: Slot;
  readonly generation: number;
  readonly items: number;
  readonly tidy: boolean;
};

/** Which slot is live, which generation it holds and how many goods. Two microseconds, so nobody keeps a copy. */
export function liveCatalogue(db: ReadDb): LiveCatalogue {
  const row = db.get<{ slot: Slot; generation: number; items: number; tidy: number }>(
    'SELECT slot, generation, items, tidy FROM catalog_live',
  )!;
  return { ...row, tidy: row.tidy === 1 };
}

/** The slot alone, for the path of a scan. */
export const liveSlot = (db: ReadDb): Slot => db.get<{ slot: Slot }>('SELECT slot FROM catalog_live')!.slot;

export const otherSlot = (slot: Slot): Slot => (slot === 'a' ? 'b' : 'a');

export type ItemRow = {
  readonly rank: number;
  readonly id: string;
  readonly codes: string;
  readonly name: string;
  readonly category: string;
  readonly unit: Unit;
  readonly price: number;
  readonly tax_permille: number;
  readonly tax_code: string;
  readonly flags: number;
  readonly packs: string;
  readonly lowest: number | null;
  readonly cost: number | null;
};

export function itemOfRow(row: ItemRow): Item {
  return {
    id: row.id as ItemId,
    codes: row.codes.split(' '),
    name: row.name,
    category: row.category,
    unit: row.unit,
    price: row.price as Minor,
    taxPermille: row.tax_permille,
    taxCode: row.tax_code,
    flags: {
      noDiscount: (row.flags & 1) !== 0,
      ageCheck: (row.flags & 2) !== 0,
      deposit: (row.flags & 4) !== 0,
    },
    ...(row.packs === '' ? {} : { packs: packsOf(row.packs) }),
    ...(row.lowest !== null && { lowest: row.lowest as Minor }),
    ...(row.cost !== null && { cost: row.cost as Minor }),
  };
}

const packsOf = (stored: string): Pack[] =>
  (JSON.parse(stored) as [code: string, count: number, price: Minor | null][]).map(
    ([code, count, price]) => ({
      code,
      count,
      price,
    }),
  );

const storedPacks = (packs: Item['packs']): string =>
  packs ? JSON.stringify(packs.map(({ code, count, price }) => [code, count, price])) : '';

const ofEachItem = ['rank', 'id', 'codes', 'name', 'category', 'unit', 'price', 'tax_permille'];
/** Further columns, as they are of plain goods. */
const ofPlainItems = { tax_code: "''", flags: '0', packs: "''", lowest: 'NULL', cost: 'NULL' };

/** Writes into a slot that is not live. Rows are gathered: `flush` before a transaction ends. */
export class SlotWriter {
  readonly #items: RowBatch;
  /** Most goods of most shops: nothing but a name and a price. */
  readonly #plainItems: RowBatch;
  readonly #ids: RowBatch;
  readonly #codes: RowBatch;
  readonly #blocks: RowBatch;

  constructor(slot: Slot) {
    const table = `catalog_items_${slot}`;
    this.#items = new RowBatch(table, [...ofEachItem, ...Object.keys(ofPlainItems)]);
    this.#plainItems = new RowBatch(table, ofEachItem, ofPlainItems);
    this.#ids = new RowBatch(`catalog_ids_${slot}`, ['id', 'rank']);
    this.#codes = new RowBatch(`catalog_codes_${slot}`, ['code', 'rank']);
    this.#blocks = new RowBatch(`catalog_words_${slot}`, ['part', 'start', 'block']);
  }

  /** Puts one item at `rank`; its codes and words follow on their own. */
  item(db: WriteDb, rank: number, item: Item): void {
    const { id, name, category, unit, price, taxPermille, taxCode, lowest = null, cost = null } = item;
    const { noDiscount, ageCheck, deposit } = item.flags;
    const flags = (noDiscount ? 1 : 0) + (ageCheck ? 2 : 0) + (deposit ? 4 : 0);
    const codes = item.codes.join(' ');
    if (taxCode === '' && flags === 0 && !item.packs && lowest === null && cost === null) {
      this.#plainItems.add(db, rank, id, codes, name, category, unit, price, taxPermille);
    } else {
      const rest = [taxCode, flags, storedPacks(item.packs), lowest, cost];
      this.#items.add(db, rank, id, codes, name, category, unit, price, taxPermille, ...rest);
    }
    if (!item.codes.includes(item.id)) this.#ids.add(db, item.id, rank);
  }

  code(db: WriteDb, code: string, rank: number): void {
    this.#codes.add(db, code, rank);
  }

  /** Stores one block of words of the search index. */
  block(db: WriteDb, part: number, start: string, block: Uint8Array): void {
    this.#blocks.add(db, part, start, block);
  }

  flush(db: WriteDb): void {
    const batches = [this.#items, this.#plainItems, this.#ids, this.#codes, this.#blocks];
    for (const batch of batches) batch.flush(db);
  }
}

/** Items that carry exactly this code, in rank order. */
export const itemsByCode = (db: ReadDb, slot: Slot, code: string): ItemRow[] =>
  db.all<ItemRow>(sqlOf[slot].byCode, [code]);

/** Items that carry any of these codes, in rank order; at most `most`. */
export const itemsByCodes = (db: ReadDb, slot: Slot, codes: readonly string[], most: number): ItemRow[] =>
  db.all<ItemRow>(sqlOf[slot].byCodes, [JSON.stringify(codes), most]);

export const itemById = (db: ReadDb, slot: Slot, id: string): ItemRow | undefined =>
  itemsByCode(db, slot, id).find(row => row.id === id) ?? db.get<ItemRow>(sqlOf[slot].byId, [id]);

export const itemAt = (db: ReadDb, slot: Slot, rank: number): ItemRow | undefined =>
  db.get<ItemRow>(sqlOf[slot].at, [rank]);

/** The items at these ranks, in rank order. */
export const itemsAt = (db: ReadDb, slot: Slot, ranks: readonly number[]): ItemRow[] =>
  db.all<ItemRow>(sqlOf[slot].atAny, [JSON.stringify(ranks)]);

/** Items from just after `rank` on, in rank order. */
export const itemsAfter = (db: ReadDb, slot: Slot, rank: number, most: number): ItemRow[] =>
  db.all<ItemRow>(sqlOf[slot].after, [rank, most]);

/** Items of a category in rank order. */
export const itemsInCategory = (db: ReadDb, slot: Slot, category: string, most: number): ItemRow[] =>
  category === '' ? [] : db.all<ItemRow>(sqlOf[slot].inCategory, [category, most]);

/** Names of categories, the one with the best-ranked item first. */
export const categoriesOf = (db: ReadDb, slot: Slot, most: number): string[] =>
  db.all<{ category: string }>(sqlOf[slot].categories, [most]).map(row => row.category);

/** Which of these starts have a block in that part. */
export const startsThere = (
  db: ReadDb,
  slot: Slot,
  part: number,
  starts: readonly string[],
): ReadonlySet<string> =>
  new Set(
    db.all<{ start: string }>(sqlOf[slot].startsThere, [part, JSON.stringify(starts)]).map(row => row.start),
  );

/** The block of the search index for words that begin with `start`, if that part has one. */
export const blockOf = (db: ReadDb, slot: Slot, part: number, start: string): Uint8Array | undefined =>
  db.get<{ block: Uint8Array }>(sqlOf[slot].block, [part, start])?.block;

/** The codes before and after which `code` stands in their order, or itself. */
export const codesAround = (db: ReadDb, slot: Slot, code: string): string[] =>
  db.all<{ code: string }>(sqlOf[slot].codesAround, { code }).map(row => row.code);

/** Ranks of the goods with a code that begins with these digits. */
export const ranksOfCodesFrom = (db: ReadDb, slot: Slot, digits: string): number[] =>
  // The colon is the character after the nine. As one text: thousands of rows would take many times as long.
  JSON.parse(db.get<{ ranks: string }>(sqlOf[slot].codesFrom, [digits, `${digits}:`])!.ranks);

/** Categories looked at; a list with more of them has put something else into that column. */
const categoriesMax = 500;

/** Written once per slot, so that the statements are as few as if there were one. */
const sqlFor = (slot: Slot) => ({
  block: `SELECT block FROM catalog_words_${slot} WHERE part = ? AND start = ?`,
  startsThere: `SELECT start FROM catalog_words_${slot} WHERE part = ? AND start IN (SELECT value FROM json_each(?))`,
  codesAround: `SELECT * FROM (SELECT code FROM catalog_codes_${slot} WHERE code >= :code ORDER BY code LIMIT 1)
                UNION ALL
                SELECT * FROM (SELECT code FROM catalog_codes_${slot} WHERE code < :code ORDER BY code DESC LIMIT 1)`,
  codesFrom: `SELECT json_group_array(rank) AS ranks FROM catalog_codes_${slot} WHERE code >= ? AND code < ?`,
  // As a join this took four times as long when it was measured.
  byCode: `SELECT * FROM catalog_items_${slot} WHERE rank IN (SELECT rank FROM catalog_codes_${slot} WHERE code = ?) ORDER BY rank`,
  byCodes: `SELECT * FROM catalog_items_${slot} WHERE rank IN (SELECT rank FROM catalog_codes_${slot} WHERE code IN (SELECT value FROM json_each(?))) ORDER BY rank LIMIT +?`,
  byId: `SELECT * FROM catalog_items_${slot} WHERE rank = (SELECT rank FROM catalog_ids_${slot} WHERE id = ?)`,
  at: `SELECT * FROM catalog_items_${slot} WHERE rank = ?`,
  atAny: `SELECT * FROM catalog_items_${slot} WHERE rank IN (SELECT value FROM json_each(?)) ORDER BY rank`,
  after: `SELECT * FROM catalog_items_${slot} WHERE rank > ? ORDER BY rank LIMIT +?`,
  inCategory: `SELECT * FROM catalog_items_${slot} WHERE category = ? AND category <> '' ORDER BY rank LIMIT +?`,
  // Steps from one category to the next in the index, instead of over all goods.
  categories: `WITH RECURSIVE step (category) AS (
                 SELECT min(category) FROM catalog_items_${slot} WHERE category <> ''
                 UNION ALL
                 SELECT (SELECT min(category) FROM catalog_items_${slot} WHERE category > step.category AND category <> '')
                 FROM step WHERE step.category IS NOT NULL LIMIT ${categoriesMax})
               SELECT category, (SELECT min(rank) FROM catalog_items_${slot} AS item
                                 WHERE item.category = step.category AND item.category <> '') AS best
               FROM step WHERE category IS NOT NULL ORDER BY best LIMIT +?`,
});
const sqlOf = { a: sqlFor('a'), b: sqlFor('b') };
