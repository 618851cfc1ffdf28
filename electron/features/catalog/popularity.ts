import type { Fact } from '../../../shared/domain/facts.ts';
import { isWeighed, openItemId } from '../../../shared/domain/item.ts';
import type { PricedLine } from '../../../shared/domain/pricing.ts';
import { type FeatureParts, type LaterTables, systemActor } from '../../core/feature.ts';
import { facts, journalHead, someFacts } from '../../core/journal.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';

export type Sold = { readonly item: string; readonly units: number };

/** So many facts wait before the table is written: goods share its pages then. A start reads about as many. */
const waitingEnough = 100;
/** Facts taken into the table in one slice: some milliseconds. */
const factsPerSlice = 100;

/**
 * Units sold of each item, for the order in which goods are found. A row for each line of a sale would be a
 * page for each line in the sale's commit; so the table follows the journal in idle moments, and what it
 * does not hold yet is kept in memory, read from the journal again after a start.
 */
export class Popularity {
  readonly #db: ReadDb;
  /** Units sold after the fact through which the table has got. */
  readonly #waiting = new Map<string, number>();

  constructor(db: ReadDb) {
    this.#db = db;
    for (const fact of facts(db, popularityThrough(db))) this.add(fact);
  }

  /** A fact that is in the journal by now. */
  add(fact: Fact): void {
    for (const line of linesOf(fact)) this.#wait(line.item, unitsOf(line));
  }

  unitsOf(item: string): number {
    const row = this.#db.get<Sold>('SELECT item, units FROM item_popularity WHERE item = ?', [item]);
    return (row?.units ?? 0) + (this.#waiting.get(item) ?? 0);
  }

  /** What sold most, most first; at most `most`. */
  best(most: number): Sold[] {
    const rows = this.#db.all<Sold>(
      'SELECT item, units FROM item_popularity WHERE units > 0 ORDER BY units DESC, item LIMIT +?',
      [most],
    );
    const units = new Map(rows.map(row => [row.item, row.units]));
    for (const item of this.#waiting.keys()) units.set(item, this.unitsOf(item));
    return [...units]
      .map(([item, sold]) => ({ item, units: sold }))
      .filter(each => each.units > 0)
      .sort((a, b) => b.units - a.units || (a.item < b.item ? -1 : 1))
      .slice(0, most);
  }

  get isWorthWriting(): boolean {
    return journalHead(this.#db).seq - popularityThrough(this.#db) >= waitingEnough;
  }

  /** Takes the table up to where the journal ends, slice by slice. */
  *write({ act }: Pick<FeatureParts, 'act'>): Generator<void> {
    const ahead = facts(this.#db, popularityThrough(this.#db));
    const next = () => someFacts(ahead, factsPerSlice);
    for (let slice = next(); slice.length > 0; slice = next()) {
      act(systemActor, tx => {
        for (const fact of slice) count(fact, tx.db);
        const through = String(slice.at(-1)!.seq);
        tx.db.run(`UPDATE meta SET value = ? WHERE key = '${throughKey}'`, [through]);
        tx.committed(() => {
          for (const line of slice.flatMap(linesOf)) this.#wait(line.item, -unitsOf(line));
        });
      });
      yield;
    }
  }

  #wait(item: string, units: number): void {
    const waiting = (this.#waiting.get(item) ?? 0) + units;
    if (waiting === 0) this.#waiting.delete(item);
    else this.#waiting.set(item, waiting);
  }
}

const throughKey = 'popularity-through';

const popularityThrough = (db: ReadDb): number =>
  Number(db.get<{ value: string }>(`SELECT value FROM meta WHERE key = '${throughKey}'`)!.value);

/** The table as it follows from the journal, as far as it has got. */
export const popularityLater: LaterTables = {
  tables: ['item_popularity'],
  through: popularityThrough,
  project: { 'sale-completed': count },
};

function count(fact: Fact, db: WriteDb): void {
  for (const line of linesOf(fact)) {
    db.run(
      `INSERT INTO item_popularity (item, units) VALUES (?, ?)
       ON CONFLICT (item) DO UPDATE SET units = units + excluded.units`,
      [line.item, unitsOf(line)],
    );
  }
}

const linesOf = (fact: Fact): readonly PricedLine[] =>
  fact.kind === 'sale-completed' ? fact.body.sale.lines.filter(line => line.item !== openItemId) : [];

/** A weighing counts as one, however heavy; a pack as the pieces that are in it. */
const unitsOf = (line: PricedLine): number =>
  isWeighed(line.unit) ? 1 : Math.trunc(line.quantity / 1000) * (line.packOf ?? 1);
