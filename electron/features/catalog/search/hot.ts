import type { Item } from '../../../../shared/domain/item.ts';
import type { ReadDb } from '../../../db/open.ts';
import { Popularity } from '../popularity.ts';
import {
  type ItemRow,
  itemAt,
  itemById,
  itemOfRow,
  itemsAfter,
  type LiveCatalogue,
  liveCatalogue,
} from '../slots.ts';
import { openDictionary } from './pinyin.ts';
import { holdsPlace, noPlaces } from './places.ts';
import { type Part, placesOf, type SearchQuery } from './query.ts';
import { digitsWord, eachWord, signsWord, spokenWord, type TakeWords, wholeTokens } from './tokens.ts';
import { Blocks } from './words.ts';

type HotItem = {
  readonly id: string;
  readonly units: number;
  readonly rank: number;
  /** In the index of the goods at hand. */
  readonly place: number;
};

/** How many goods are kept at hand; a shop turns over fewer different ones in a season. */
export const hotMax = 2_000;
/** Goods taken up in one slice of warming: some two milliseconds. */
const warmStep = 200;

/**
 * The goods sold most up to this minute, in order, filled up with the best-ranked ones. Most of what is typed
 * is answered from here without touching the disk; and what became popular since the last import comes
 * first today, while the ranks in the index stay as they were built. An aid only: everything in it can be
 * made anew, and what is not in it is found by the index.
 */
export class HotGoods {
  readonly #db: ReadDb;
  readonly #popularity: Popularity;
  readonly #most: number;
  readonly #items = new Map<string, HotItem>();
  readonly #soldSince = new Set<string>();
  #inOrder: readonly HotItem[] | null = null;
  #words = new Blocks();
  /** The goods of each word in it. */
  readonly #known = new Map<string, number[]>();
  /** Places given out; those of goods that had to make room stay in the index until it is made anew. */
  #places = 0;
  #generation = -1;
  #complete = false;

  /** Keeps the first `most` goods at hand; with none, the index answers everything. */
  constructor(db: ReadDb, popularity = new Popularity(db), most = hotMax) {
    this.#db = db;
    this.#popularity = popularity;
    this.#most = most;
  }

  /** Sold just now: its place is looked up again before the next answer. */
  sold(item: string): void {
    this.#soldSince.add(item);
  }

  /** The hot goods that answer `query`, most sold first; every one if `most` does not stop it. */
  find(query: SearchQuery | null, most: number): Item[] {
    const live = this.#ready();
    const places = query && placesOf(query.wanted, this.#part());
    const found: Item[] = [];
    for (const { place, rank } of this.#ordered()) {
      if (found.length >= most) break;
      if (places && !holdsPlace(places, place)) continue;
      const row = itemAt(this.#db, live.slot, rank);
      if (!row) continue;
      if (query?.exact === false && !query.matches(wholeTokens(row.name, row.codes.split(' ')))) continue;
      found.push(itemOfRow(row));
    }
    return found;
  }

  /** How much of it has been sold, as far as it is at hand. */
  unitsOf(item: string): number {
    return this.#items.get(item)?.units ?? 0;
  }

  /** Whether every item is at hand, so that nobody else need be asked. */
  holdsAll(): boolean {
    const live = this.#ready();
    return this.#items.size >= live.items;
  }

  /** Takes the goods up slice by slice, for idle moments after a start or a new generation. */
  *warm(): Generator<void> {
    openDictionary();
    yield;
    this.#forget(liveCatalogue(this.#db));
    yield* this.#fill(warmStep);
  }

  #part(): Part {
    const words = this.#words;
    return {
      empty: () => noPlaces(this.#places),
      mark: (word, whole, places) => words.mark(word, whole, places),
      markCode: (code, places) => {
        words.mark(signsWord(code), false, places);
        words.mark(digitsWord(code), false, places);
      },
    };
  }

  /** Up to date with generation and sales; takes everything up at once if nobody has warmed it yet. */
  #ready(): LiveCatalogue {
    const live = liveCatalogue(this.#db);
    const isFull = this.#places > 2 * this.#most;
    if (isFull || live.generation !== this.#generation) this.#forget(live);
    if (!this.#complete) for (const _ of this.#fill(this.#most));
    for (const id of this.#soldSince) this.#takeUp(live, id);
    this.#soldSince.clear();
    return live;
  }

  #forget(live: LiveCatalogue): void {
    this.#items.clear();
    this.#soldSince.clear();
    this.#inOrder = null;
    this.#words = new Blocks();
    this.#known.clear();
    this.#places = 0;
    this.#generation = live.generation;
    this.#complete = false;
  }

  *#fill(step: number): Generator<void> {
    const generation = this.#generation;
    const live = liveCatalogue(this.#db);
    const popular = this.#popularity.best(this.#most);
    for (let from = 0; from < popular.length; from += step) {
      for (const { item, units } of popular.slice(from, from + step)) {
        this.#add(itemById(this.#db, live.slot, item), units);
      }
      yield;
      if (this.#generation !== generation || this.#complete) return;
    }
    for (let rank = 0; this.#items.size < this.#most; ) {
      const rows = itemsAfter(this.#db, live.slot, rank, step);
      for (const row of rows)
        if (!this.#items.has(row.id) && this.#items.size < this.#most) this.#add(row, 0);
      const last = rows.at(-1);
      if (!last) break;
      rank = last.rank;
      yield;
      if (this.#generation !== generation || this.#complete) return;
    }
    this.#complete = true;
  }

  #takeUp(live: LiveCatalogue, id: string): void {
    const units = this.#popularity.unitsOf(id);
    const known = this.#items.get(id);
    if (known) this.#place({ ...known, units });
    else this.#add(itemById(this.#db, live.slot, id), units);
    if (this.#items.size > this.#most) this.#dropLast();
  }

  #add(row: ItemRow | undefined, units: number): void {
    if (!row) return;
    const place = this.#places;
    this.#places += 1;
    const learn: TakeWords = {
      written: (text, from, to) => this.#learn(text.slice(from, to), place),
      spoken: (...what) => this.#learn(spokenWord(...what), place),
    };
    eachWord(row.name, row.codes.split(' '), learn, Number.POSITIVE_INFINITY);
    this.#place({ id: row.id, units, rank: row.rank, place });
  }

  #learn(word: string, place: number): void {
    const places = this.#known.get(word);
    if (places) {
      if (places.at(-1) !== place) places.push(place);
      return;
    }
    const entry = { word, places: [place] };
    this.#known.set(word, entry.places);
    this.#words.add(entry);
  }

  #place(item: HotItem): void {
    this.#items.set(item.id, item);
    this.#inOrder = null;
  }

  #dropLast(): void {
    const last = this.#ordered().at(-1);
    if (last) this.#items.delete(last.id);
    this.#inOrder = null;
  }

  #ordered(): readonly HotItem[] {
    this.#inOrder ??= [...this.#items.values()].sort((a, b) => b.units - a.units || a.rank - b.rank);
    return this.#inOrder;
  }
}
