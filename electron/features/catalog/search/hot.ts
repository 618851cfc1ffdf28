import type { Item } from '../../../../shared/domain/item.ts';
import type { ReadDb } from '../../../db/open.ts';
import { goodsListed, itemsNow, rowAt, rowById, rowsAfter } from '../on-list.ts';
import { Popularity } from '../popularity.ts';
import { type ItemRow, type LiveCatalogue, liveCatalogue } from '../slots.ts';
import { HotWords } from './hot-words.ts';
import { openDictionary } from './pinyin.ts';
import { answers, placesOf, type SearchQuery } from './query.ts';

type HotItem = {
  readonly id: string;
  readonly units: number;
  readonly rank: number;
  /** In the words of the goods at hand. */
  readonly place: number;
};

/** How many goods are kept at hand; a shop turns over fewer different ones in a season. */
export const hotMax = 2_000;
/** Goods taken up at one go, in an idle moment or inside a search: some two milliseconds. */
export const hotStep = 200;

/**
 * The goods sold most up to this minute, in order, filled up with the best-ranked ones. Most of what is typed
 * is answered from here without touching the disk; and what became popular since the last import comes
 * first today, while the ranks in the index stay as they were built. An aid only: everything in it can be
 * made anew, and what is not in it, or not yet, is found by the index. So no search waits until it is full.
 */
export class HotGoods {
  readonly #db: ReadDb;
  readonly #popularity: Popularity;
  readonly #most: number;
  readonly #items = new Map<string, HotItem>();
  /** Sold, and not yet looked at. */
  readonly #soldSince = new Set<string>();
  #inOrder: readonly HotItem[] | null = null;
  /** Goods that had to make room leave their words behind until all are taken up anew. */
  #words = new HotWords();
  #generation = -1;
  #filling: Iterator<void> = [][Symbol.iterator]();

  /** Keeps the first `most` goods at hand; with none, the index answers everything. */
  constructor(db: ReadDb, popularity = new Popularity(db), most = hotMax) {
    this.#db = db;
    this.#popularity = popularity;
    this.#most = most;
  }

  /** Sold, or added, just now: its place is looked up again before the next answer. */
  sold(item: string): void {
    this.#soldSince.add(item);
  }

  /** On the list no more. */
  gone(item: string): void {
    this.#items.delete(item);
    this.#soldSince.delete(item);
    this.#inOrder = null;
  }

  /**
   * The goods at hand that answer `query`, or the first ones of all, most sold first; every one if `most` does
   * not stop it. Looks at no more than `rowsMax` that the words let through.
   */
  find(query: SearchQuery | null, most: number, rowsMax = Number.POSITIVE_INFINITY): Item[] {
    const live = this.#ready(query ? 0 : most);
    const places = query && placesOf(query.wanted, this.#words.part());
    const found: Item[] = [];
    if (places?.isNowhere()) return found;
    const itemNow = itemsNow(this.#db);
    let rows = 0;
    for (const { place, rank } of this.#ordered()) {
      if (found.length >= most || rows === rowsMax) break;
      if (places && !places.has(place)) continue;
      rows += 1;
      const row = rowAt(this.#db, live.slot, rank);
      if (!row) continue;
      if (query && !answers(query, row.name, row.codes)) continue;
      found.push(itemNow(row));
    }
    return found;
  }

  /** How much of it has been sold, as far as it is at hand. */
  unitsOf(item: string): number {
    return this.#items.get(item)?.units ?? 0;
  }

  /** Whether every item is at hand, so that nobody else need be asked. */
  holdsAll(): boolean {
    this.#live();
    return this.#items.size >= goodsListed(this.#db);
  }

  /** Takes the goods up slice by slice, for idle moments after a start or a new generation. */
  *warm(): Generator<void> {
    openDictionary();
    yield;
    this.#forget(liveCatalogue(this.#db));
    while (!this.#filling.next().done) yield;
  }

  /** Up to date with generation and sales, as far as one slice of each gets; with `least` goods at hand, if there are so many. */
  #ready(least: number): LiveCatalogue {
    const live = this.#live();
    let isFull = this.#filling.next().done;
    while (!isFull && this.#items.size < least) isFull = this.#filling.next().done;
    this.#takeUpSold(live);
    return live;
  }

  /** The catalogue as it is now; what was at hand of another one is forgotten. */
  #live(): LiveCatalogue {
    const live = liveCatalogue(this.#db);
    if (live.generation !== this.#generation || this.#words.size > 2 * this.#most) this.#forget(live);
    return live;
  }

  #forget(live: LiveCatalogue): void {
    this.#items.clear();
    this.#soldSince.clear();
    this.#inOrder = null;
    this.#words = new HotWords();
    this.#generation = live.generation;
    this.#filling = this.#fill(live);
  }

  *#fill({ slot }: LiveCatalogue): Generator<void> {
    const popular = this.#popularity.best(this.#most);
    for (let from = 0; from < popular.length; from += hotStep) {
      for (const { item, units } of popular.slice(from, from + hotStep)) {
        if (!this.#items.has(item)) this.#add(rowById(this.#db, slot, item), units);
      }
      yield;
    }
    for (let rank = 0; this.#items.size < this.#most; ) {
      const rows = rowsAfter(this.#db, slot, rank, hotStep);
      for (const row of rows)
        if (!this.#items.has(row.id) && this.#items.size < this.#most) this.#add(row, 0);
      const last = rows.at(-1);
      if (!last) return;
      rank = last.rank;
      yield;
    }
  }

  /** A shop that searches now and then has sold little since; what is more waits for the next search. */
  #takeUpSold(live: LiveCatalogue): void {
    let taken = 0;
    for (const id of this.#soldSince) {
      if (taken === hotStep) break;
      taken += 1;
      this.#soldSince.delete(id);
      const units = this.#popularity.unitsOf(id);
      const known = this.#items.get(id);
      if (known) this.#place({ ...known, units });
      else this.#add(rowById(this.#db, live.slot, id), units);
    }
    const surplus = this.#items.size - this.#most;
    if (surplus <= 0) return;
    for (const { id } of this.#ordered().slice(-surplus)) this.#items.delete(id);
    this.#inOrder = null;
  }

  #add(row: ItemRow | undefined, units: number): void {
    if (!row) return;
    const place = this.#words.add(row.name, row.codes.split(' '));
    this.#place({ id: row.id, units, rank: row.rank, place });
  }

  #place(item: HotItem): void {
    this.#items.set(item.id, item);
    this.#inOrder = null;
  }

  #ordered(): readonly HotItem[] {
    this.#inOrder ??= [...this.#items.values()].sort((a, b) => b.units - a.units || a.rank - b.rank);
    return this.#inOrder;
  }
}
