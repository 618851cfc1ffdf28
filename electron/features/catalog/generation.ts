import type { Item } from '../../../shared/domain/item.ts';
import { assert } from '../../../shared/lib/assert.ts';
import { type FeatureParts, systemActor, type Tx } from '../../core/feature.ts';
import type { WriteDb } from '../../db/open.ts';
import { addedFrom, takeAddedIn } from './added.ts';
import { forgetFormer, formerCatalogue } from './former.ts';
import type { Beside } from './import/beside.ts';
import { Popularity } from './popularity.ts';
import { clearRepriced } from './repricing/clear.ts';
import { takePricesIn } from './repricing/stored.ts';
import type { StoredBlock } from './search/block.ts';
import { hotMax } from './search/hot.ts';
import { partSize } from './search/stored.ts';
import { type PartWords, type WordMaker, wordMakerHere } from './search/word-maker.ts';
import { type Slices, type Step, sliceBudget } from './slices.ts';
import {
  type ItemRow,
  itemById,
  itemsAfter,
  liveCatalogue,
  otherSlot,
  type Slot,
  SlotWriter,
} from './slots.ts';
import { SortedCodes } from './sorted-codes.ts';

/** What sets the next generation apart from the live one. */
export type CatalogueChanges = {
  /** What stood beside the live slot when it was compared; it is taken in. */
  readonly beside: Beside;
  readonly changed: ReadonlyMap<string, Item>;
  /** Taken once, and as they are wanted, for they may be many. */
  readonly added: Iterable<Item>;
  readonly addedCount: number;
  readonly removedCount: number;
  readonly isRemoved: (id: string) => boolean;
};

/** Rows in one slice at most, whatever the clock says. */
const stepsMax = 10_000;

/** What is told of each slice, inside its transaction. */
export type BuildProgress = (tx: Tx, done: number, total: number) => void;

/**
 * Builds the next generation beside the live one, most sold first, and makes it live in the transaction in
 * which `flip` records it. Until then nothing of it can be seen; whatever ends it before leaves the live
 * catalogue as it was. What was live before it stays where it is, so that the flip can be undone.
 *
 * Items are written in rank order and the words of each part when they are made; codes follow in their own
 * order, for as they come they would touch a page each, and each commit writes its pages twice.
 */
export function* buildGeneration(
  parts: FeatureParts,
  changes: CatalogueChanges,
  progress: BuildProgress,
  flip: (commit: (tx: Tx) => number) => void,
  words: WordMaker = wordMakerHere(),
): Generator<Step> {
  const live = liveCatalogue(parts.db);
  const slot = otherSlot(live.slot);
  parts.slice(tx => forgetFormer(tx.db));
  yield* clearSlot(parts, slot);
  const total = live.items + changes.beside.goods.length + changes.addedCount - changes.removedCount;
  const build: Build = { parts, writer: new SlotWriter(slot), words, total, progress };
  yield* writeAll(build, inOrder(parts, live.slot, changes));
  flip(tx => {
    const generation = live.generation + 1;
    tx.db.run('UPDATE catalog_live SET slot = ?, generation = ?, items = ?, tidy = 1', [
      slot,
      generation,
      build.total,
    ]);
    takeAddedIn(tx.db, slot, generation, changes.beside.goods.at(-1)?.rank ?? addedFrom);
    takePricesIn(tx.db, generation, changes.beside.pricesThrough);
    return generation;
  });
}

type Build = {
  readonly parts: FeatureParts;
  readonly writer: SlotWriter;
  readonly words: WordMaker;
  readonly total: number;
  readonly progress: BuildProgress;
};

/** A part whose goods are written; its words may still be in the making. */
type Part = { readonly part: number; readonly words: PartWords };

function* writeAll(build: Build, goods: Iterator<Item>): Generator<Step> {
  const codes = new SortedCodes();
  const waiting = yield* writeGoods(build, goods, codes);
  yield* writeCodes(build, codes);
  for (const part of waiting) yield* writeWords(build, part);
}

/** Words of so many parts may be in the making: each is some megabytes. */
const partsInMakingMax = 2;

/**
 * Gives the parts whose words are still to be written. Where another thread makes them, whatever else there is to write
 * is written meanwhile.
 */
function* writeGoods(build: Build, goods: Iterator<Item>, codes: SortedCodes): Generator<Step, Part[]> {
  let rank = 0;
  const waiting: Part[] = [];
  for (let part = 0; rank < build.total; part++) {
    const first = rank;
    yield* inSlices(
      build,
      firstOf(goods, partSize),
      (db, item) => {
        rank += 1;
        build.writer.item(db, rank, item);
        for (const code of item.codes) codes.add(code, rank);
        if (item.packs) for (const { code } of item.packs) codes.add(code, rank);
        build.words.take(item.name, item.codes);
      },
      { atEnd: tx => build.progress(tx, rank, build.total) },
    );
    assert(rank > first, 'goods are as many as were counted');
    waiting.push({ part, words: build.words.endPart() });
    while (waiting[0] && (waiting[0].words.made === null || waiting.length > partsInMakingMax)) {
      yield* writeWords(build, waiting.shift()!);
    }
  }
  return waiting;
}

function* writeWords(build: Build, { part, words }: Part): Generator<Step> {
  if (words.made) yield words.made;
  let bytes = 0;
  const write = (db: WriteDb, block: StoredBlock | null) => {
    if (!block) return;
    build.writer.block(db, part, block.start, block.bytes);
    bytes += block.bytes.length;
  };
  const isFull = () => bytes >= blockBytesMax;
  const atEnd = () => {
    bytes = 0;
  };
  yield* inSlices(build, words.blocks(), write, { isFull, atEnd });
}

/**
 * Bytes of blocks in one slice: some milliseconds. Rows are gathered before they are written, and committed behind the
 * last look at the clock, which sees too little of rows as large as these.
 */
const blockBytesMax = 128 * 1024;

function* firstOf<T>(source: Iterator<T>, most: number): Generator<T> {
  for (let taken = 0; taken < most; taken++) {
    const next = source.next();
    if (next.done) return;
    yield next.value;
  }
}

const writeCodes = (build: Build, codes: SortedCodes): Generator<void> =>
  inSlices(build, codes.inOrder(), (db, { code, rank }) => build.writer.code(db, code, rank));

type SliceRules = {
  /** What has been written is enough for a slice, whatever the clock says. */
  readonly isFull?: () => boolean;
  readonly atEnd?: (tx: Tx) => void;
};

/** Writes everything `source` gives, one transaction per slice. */
function* inSlices<T>(
  { parts, writer }: Build,
  source: Iterator<T>,
  write: (db: WriteDb, each: T) => void,
  { isFull = () => false, atEnd = () => {} }: SliceRules = {},
): Generator<void> {
  for (let next = source.next(); !next.done; ) {
    parts.slice(tx => {
      const more = sliceBudget(parts, stepsMax);
      do {
        write(tx.db, next.value as T);
        next = source.next();
      } while (!next.done && more() && !isFull());
      writer.flush(tx.db);
      atEnd(tx);
    });
    yield;
  }
}

/** Clears the slot that is not live, unless it holds a catalogue that can be brought back; at start, and after whatever left something there. */
export function* tidyUp(parts: FeatureParts): Generator<void> {
  const { slot, tidy } = liveCatalogue(parts.db);
  yield* clearRepriced(parts);
  if (formerCatalogue(parts.db)) return;
  yield* clearSlot(parts, otherSlot(slot));
  if (!tidy)
    parts.act(systemActor, tx => tx.db.run('UPDATE catalog_live SET tidy = 1 WHERE slot = ?', [slot]));
}

/** What sold most goes first, then the order there was, then what was added at the counter, then what is new. */
function* inOrder(
  parts: FeatureParts,
  live: Slot,
  { beside, changed, added, isRemoved }: CatalogueChanges,
): Generator<Item> {
  const newest = (item: Item) => changed.get(item.id) ?? item;
  const placed = new Set<string>();
  for (const { item: id } of new Popularity(parts.db).best(hotMax)) {
    const row = itemById(parts.db, live, id) ?? beside.byId(id);
    if (!row || isRemoved(id)) continue;
    placed.add(id);
    yield newest(beside.item(row));
  }
  for (const row of rowsOf(parts, live)) {
    if (!placed.has(row.id) && !isRemoved(row.id)) yield newest(beside.item(row));
  }
  for (const row of beside.goods) {
    if (!placed.has(row.id) && !isRemoved(row.id)) yield newest(beside.item(row));
  }
  yield* added;
}

const readAtOnce = 400;

/** All items of a slot in rank order, read some at a time, so that the connection is never kept busy. */
function* rowsOf(parts: FeatureParts, slot: Slot): Generator<ItemRow> {
  for (let rank = 0; ; ) {
    const rows = itemsAfter(parts.db, slot, rank, readAtOnce);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    rank = last.rank;
  }
}

/** Rows deleted in one slice. */
const clearedPerSlice = 1_000;

/** Empties a slot that is not live; nothing to do is done at once. */
export function* clearSlot(parts: FeatureParts, slot: Slot): Slices & Iterable<void> {
  // Items are written first and go last, so they say when all is gone.
  const filled = `SELECT 1 FROM catalog_items_${slot} LIMIT 1`;
  if (!parts.db.get(filled)) return;
  yield* clearTable(parts, `catalog_codes_${slot}`, 'code, rank');
  yield* clearTable(parts, `catalog_words_${slot}`, 'rowid');
  yield* clearTable(parts, `catalog_ids_${slot}`, 'id');
  yield* clearTable(parts, `catalog_items_${slot}`, 'rank');
}

function* clearTable(parts: FeatureParts, table: string, key: string): Generator<void> {
  const sql = `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} LIMIT +?)`;
  for (let cleared = clearedPerSlice; cleared === clearedPerSlice; ) {
    cleared = parts.slice(tx => tx.db.run(sql, [clearedPerSlice]).changes);
    yield;
  }
}
