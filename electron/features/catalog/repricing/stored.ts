import type { Minor } from '../../../../shared/domain/money.ts';
import type { ReadDb, WriteDb } from '../../../db/open.ts';
import { RowBatch } from '../row-batch.ts';

// Repricings (调价单): prices that count from a moment on. A price that has begun stands before the one of the live
// slot, until a generation takes it in.

/** What is planned: `starts` in wall ms; import and file where it is from a list. */
export type PlannedRepricing = {
  readonly id: string;
  readonly starts: number;
  readonly goods: number;
  readonly import: string | null;
  readonly file: string | null;
};

export type NewPrice = { readonly item: string; readonly price: Minor; readonly was: Minor };

export type RepricingRow = PlannedRepricing & {
  readonly place: number;
  readonly planned: number;
  readonly actor: string;
};

const columns = 'place, id, starts, goods, import, file, planned, actor';
const coming = 'FROM repricings WHERE ready = 1 AND begun IS NULL';
const inForce = 'FROM repricings WHERE begun IS NOT NULL AND generation IS NULL';

/** The price of goods that a repricing has set since the live generation was built, of those begun up to `through`. */
export const priceInForce = (
  db: ReadDb,
  item: string,
  through = Number.MAX_SAFE_INTEGER,
): Minor | undefined =>
  db.get<{ price: Minor }>(
    `SELECT price FROM repriced JOIN repricings ON place = repricing
     WHERE item = +? AND begun <= ? AND generation IS NULL ORDER BY begun DESC LIMIT 1`,
    [item, through],
  )?.price;

/** How far repricings have begun that no generation has taken in; 0 where there is none. */
export const begunThrough = (db: ReadDb): number =>
  db.get<{ last: number | null }>(`SELECT max(begun) AS last ${inForce}`)!.last ?? 0;

/** Those whose moment has come (wall ms) and that have not begun, in the order of their moments. */
export const dueRepricings = (db: ReadDb, now: number): RepricingRow[] =>
  db.all<RepricingRow>(`SELECT ${columns} ${coming} AND starts <= ? ORDER BY starts, place`, [now]);

/** Those to come, in the order in which they will begin. */
export const comingRepricings = (db: ReadDb, most: number): RepricingRow[] =>
  db.all<RepricingRow>(`SELECT ${columns} ${coming} ORDER BY starts, place LIMIT +?`, [most]);

export const comingRepricing = (db: ReadDb, id: string): RepricingRow | undefined =>
  db.get<RepricingRow>(`SELECT ${columns} ${coming} AND id = ?`, [id]);

export const comingCount = (db: ReadDb): { readonly count: number; readonly next: number | null } =>
  db.get<{ count: number; next: number | null }>(`SELECT count(*) AS count, min(starts) AS next ${coming}`)!;

/** What a repricing changes, by item; goods whose price it leaves as it was are not in it. */
export const changesOf = (db: ReadDb, place: number, most: number): NewPrice[] =>
  db.all<NewPrice>(
    'SELECT item, price, was FROM repriced WHERE repricing = ? AND price <> was ORDER BY item LIMIT +?',
    [place, most],
  );

/** Opens a repricing whose prices are to be written; nobody sees it before `makeReady`. Gives its place. */
export function openRepricing(
  db: WriteDb,
  { id, starts, goods, import: from, file }: PlannedRepricing,
  { at, actor }: { readonly at: number; readonly actor: string },
): number {
  db.run(
    'INSERT INTO repricings (id, starts, goods, import, file, planned, actor, ready) VALUES (?, ?, ?, ?, ?, ?, ?, 0)',
    [id, starts, goods, from, file, at, actor],
  );
  return db.get<{ place: number }>('SELECT place FROM repricings WHERE id = ?', [id])!.place;
}

export const newPrices = (): RowBatch => new RowBatch('repriced', ['item', 'repricing', 'price', 'was']);

export const makeReady = (db: WriteDb, place: number): void => {
  db.run('UPDATE repricings SET ready = 1 WHERE place = ?', [place]);
};

/** From now on its prices count, before those of all that have begun earlier. */
export const beginRepricing = (db: WriteDb, place: number): void => {
  db.run(`UPDATE repricings SET begun = (SELECT ifnull(max(begun), 0) + 1 FROM repricings) WHERE place = ?`, [
    place,
  ]);
};

/** Its prices count no more, or never will; their rows are cleared away later (`clearRepriced`). */
export const dropRepricing = (db: WriteDb, place: number): void => {
  db.run('DELETE FROM repricings WHERE place = ?', [place]);
};

/** With the flip to a generation that has the prices of those begun up to `through`. */
export const takePricesIn = (db: WriteDb, generation: number, through: number): void => {
  db.run('UPDATE repricings SET generation = ? WHERE begun <= ? AND generation IS NULL', [
    generation,
    through,
  ]);
};

/**
 * What the generation that is undone had taken in counts beside the former one again; what its import had
 * planned does not, begun or not.
 */
export function bringPricesBack(db: WriteDb, undone: string): void {
  db.run('UPDATE repricings SET generation = NULL');
  db.run('DELETE FROM repricings WHERE import = ?', [undone]);
}

/** Before the former catalogue goes, beside which they might have counted again. */
export const forgetPricesTakenIn = (db: WriteDb): void => {
  db.run('DELETE FROM repricings WHERE generation IS NOT NULL');
};
