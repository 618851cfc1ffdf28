import type { Item } from '../../../shared/domain/item.ts';
import { assert } from '../../../shared/lib/assert.ts';
import { type FeatureParts, systemActor, type Tx } from '../../core/feature.ts';
import type { WriteDb } from '../../db/open.ts';
import { hotMax } from './search/hot.ts';
import { indexTokens } from './search/tokens.ts';
import { type Slices, sliceBudget } from './slices.ts';
import {
  type ItemRow,
  insertCode,
  insertItem,
  insertTokens,
  itemById,
  itemOfRow,
  itemsAfter,
  liveCatalogue,
  otherSlot,
  type Slot,
} from './slots.ts';
import { SortedCodes } from './sorted-codes.ts';

/** What sets the next generation apart from the live one. */
export type CatalogueChanges = {
  readonly changed: ReadonlyMap<string, Item>;
  readonly added: readonly Item[];
};

/** One slice takes at most this many, whatever the clock says. */
const goodsPerSlice = 400;
const codesPerSlice = 2_000;
/** Fewer in a slice would leave more pieces of index than can be drawn together cheaply. */
const goodsPerSliceMin = 200;
/** FTS5 holds 2,000 pieces at most; each slice of tokens makes one. */
const piecesMax = 1_000;

/** What is told of each slice, inside its transaction. */
export type BuildProgress = (tx: Tx, done: number, total: number) => void;

/**
 * Builds the next generation beside the live one, most sold first, and makes it live in the transaction in
 * which `flip` records it. Until then nothing of it can be seen; whatever ends it before leaves the live
 * catalogue as it was.
 *
 * Items, codes and tokens are written one kind after the other, each in its own order, so that a slice
 * touches few pages: codes as they come would touch a page per code, and each commit writes its pages twice.
 */
export function* buildGeneration(
  parts: FeatureParts,
  changes: CatalogueChanges,
  progress: BuildProgress,
  flip: (commit: (tx: Tx) => number) => void,
): Generator<void> {
  const live = liveCatalogue(parts.db);
  const slot = otherSlot(live.slot);
  yield* clearSlot(parts, slot);
  const build: Build = { parts, slot, total: live.items + changes.added.length, progress };
  const codes = new SortedCodes();
  yield* writeItems(build, inOrder(parts, live.slot, changes), codes);
  yield* writeCodes(build, codes);
  yield* writeTokens(build);
  flip(tx => {
    const generation = live.generation + 1;
    tx.db.run('UPDATE catalog_live SET slot = ?, generation = ?, items = ?, tidy = 0', [
      slot,
      generation,
      build.total,
    ]);
    return generation;
  });
}

type Build = {
  readonly parts: FeatureParts;
  readonly slot: Slot;
  readonly total: number;
  readonly progress: BuildProgress;
};

function* writeItems(build: Build, goods: Iterator<Item>, codes: SortedCodes): Generator<void> {
  let rank = 0;
  yield* inSlices(build, goods, goodsPerSlice, (db, item) => {
    rank += 1;
    insertItem(db, build.slot, rank, item);
    for (const code of item.codes) codes.add(code, rank);
  });
  assert(rank === build.total, 'every item of the next generation has its rank');
}

const writeCodes = (build: Build, codes: SortedCodes): Generator<void> =>
  inSlices(build, codes.inOrder(), codesPerSlice, (db, { code, rank }) =>
    insertCode(db, build.slot, code, rank),
  );

function* writeTokens(build: Build): Generator<void> {
  let pieces = 0;
  let done = 0;
  const slices = inSlices(
    build,
    rowsOf(build.parts, build.slot),
    goodsPerSlice,
    (db, row) => {
      insertTokens(db, build.slot, row.rank, indexTokens(row.name, row.codes.split(' ')));
      done += 1;
    },
    tx => build.progress(tx, done, build.total),
  );
  for (const _ of slices) {
    pieces += 1;
    if (pieces % piecesMax === 0) yield* mergeIndex(build.parts, build.slot);
    yield;
  }
}

/** Writes everything `source` gives, one transaction per slice. */
function* inSlices<T>(
  { parts }: Build,
  source: Iterator<T>,
  most: number,
  write: (db: WriteDb, each: T) => void,
  atEnd: (tx: Tx) => void = () => {},
): Generator<void> {
  for (let next = source.next(); !next.done; ) {
    parts.act(systemActor, tx => {
      const more = sliceBudget(parts.env, most, Math.min(most, goodsPerSliceMin));
      do {
        write(tx.db, next.value as T);
        next = source.next();
      } while (!next.done && more());
      atEnd(tx);
    });
    yield;
  }
}

/** Clears the slot that is not live and draws the pieces of the live index together; after a flip, and at start. */
export function* tidyUp(parts: FeatureParts): Generator<void> {
  yield* clearSlot(parts, otherSlot(liveCatalogue(parts.db).slot));
  const { slot, tidy } = liveCatalogue(parts.db);
  if (tidy) return;
  yield* mergeIndex(parts, slot);
  parts.act(systemActor, tx => tx.db.run('UPDATE catalog_live SET tidy = 1 WHERE slot = ?', [slot]));
}

/** What sold most goes first, then the order there was, then what is new. */
function* inOrder(parts: FeatureParts, live: Slot, { changed, added }: CatalogueChanges): Generator<Item> {
  const newest = (item: Item) => changed.get(item.id) ?? item;
  const placed = new Set<string>();
  const popular = parts.db.all<{ item: string }>(
    'SELECT item FROM item_popularity WHERE units > 0 ORDER BY units DESC, item LIMIT ?',
    [hotMax],
  );
  for (const { item: id } of popular) {
    const row = itemById(parts.db, live, id);
    if (!row) continue;
    placed.add(id);
    yield newest(itemOfRow(row));
  }
  for (const row of rowsOf(parts, live)) if (!placed.has(row.id)) yield newest(itemOfRow(row));
  yield* added;
}

/** All items of a slot in rank order, read some at a time, so that the connection is never kept busy. */
function* rowsOf(parts: FeatureParts, slot: Slot): Generator<ItemRow> {
  for (let rank = 0; ; ) {
    const rows = itemsAfter(parts.db, slot, rank, goodsPerSlice);
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
  const filled = `SELECT 1 FROM catalog_items_${slot} LIMIT 1`;
  if (!parts.db.get(filled)) return;
  // Items are written first and go last, so they say when all is gone.
  while (parts.db.get(`SELECT 1 FROM catalog_codes_${slot} LIMIT 1`)) {
    parts.act(systemActor, tx =>
      tx.db.run(
        `DELETE FROM catalog_codes_${slot} WHERE (code, rank) IN (SELECT code, rank FROM catalog_codes_${slot} LIMIT ?)`,
        [clearedPerSlice],
      ),
    );
    yield;
  }
  parts.act(systemActor, tx =>
    tx.db.run(`INSERT INTO catalog_search_${slot} (catalog_search_${slot}) VALUES ('delete-all')`),
  );
  parts.act(systemActor, tx => tx.db.run(`DELETE FROM catalog_ids_${slot}`));
  yield;
  while (parts.db.get(filled)) {
    parts.act(systemActor, tx =>
      tx.db.run(
        `DELETE FROM catalog_items_${slot} WHERE rank IN (SELECT rank FROM catalog_items_${slot} LIMIT ?)`,
        [clearedPerSlice],
      ),
    );
    yield;
  }
}

/** Pages of the index written in one step; some four milliseconds. */
const mergePages = 12;

/**
 * Draws the pieces of a slot's index together, a few pages at a time. FTS5: the first 'merge' with a
 * negative number takes all pieces into one level, the following go on with it, and one that changes fewer
 * than two rows has found nothing left to do.
 */
function* mergeIndex(parts: FeatureParts, slot: Slot): Generator<void> {
  const sql = `INSERT INTO catalog_search_${slot} (catalog_search_${slot}, rank) VALUES ('merge', ?)`;
  for (let pages = -mergePages, left = true; left; pages = mergePages) {
    left = parts.act(systemActor, tx => {
      const before = rowsChanged(tx.db);
      tx.db.run(sql, [pages]);
      return rowsChanged(tx.db) - before >= 2;
    });
    yield;
  }
}

const rowsChanged = (db: WriteDb): number =>
  db.get<{ changes: number }>('SELECT total_changes() AS changes')!.changes;
