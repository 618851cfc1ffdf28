import { z } from 'zod';
import type { Item, ItemId } from '../domain/item.ts';
import type { Minor } from '../domain/money.ts';
import { Amount, Id, ItemIdField, None } from './fields.ts';
import { command, query, watch } from './word.ts';

/** What an item is to whoever sells it: without what it costs the shop, and how low it may go. */
export type ItemToSell = Omit<Item, 'lowest' | 'cost'>;

/** What a column of a price list can be. `name` and `price` are needed; a row without a code gets one of ours. */
export const importFields = [
  'code',
  'name',
  'price',
  'category',
  'unit',
  'taxRate',
  'taxCode',
  'flags',
  'packCode',
  'packCount',
  'packPrice',
  'lowest',
  'cost',
  'starts',
] as const;
export type ImportField = (typeof importFields)[number];
/** Which column (from 0) holds a field. */
export type ImportMapping = Partial<Record<ImportField, number>>;

const mapping = z.partialRecord(z.enum(importFields), z.int().min(0).max(199));

export type RowProblem = {
  /** Line of the file, from 1, header included. */
  readonly row: number;
  readonly level: 'warning' | 'rejected';
  readonly field: ImportField | null;
  /** `price-not-a-number`, `check-digit-wrong`, `price-zero`, ... ; the page has the words. */
  readonly code: string;
};

export type ImportPreview = {
  readonly encoding: 'utf-8' | 'gb18030';
  readonly delimiter: ',' | '\t' | ';';
  /** Name of the sheet that the rows are from, where the file is a workbook. */
  readonly sheet: string | null;
  readonly hasHeader: boolean;
  readonly headers: readonly string[];
  readonly mapping: ImportMapping;
  /** The mapping is not guessed: it was chosen when a file with these headers came last. */
  readonly remembered: boolean;
  /** First rows as the file has them, for the eye. */
  readonly sample: readonly (readonly string[])[];
  readonly items: readonly Pick<Item, 'codes' | 'name' | 'price' | 'unit' | 'category'>[];
  readonly problems: readonly RowProblem[];
  readonly missing: readonly ImportField[];
};

/** Problems of one list that are told one by one. */
export const problemsToldMax = 100;

/** Of rows for the same goods: the last one counts, the first one, or none of them. */
export const duplicatePolicies = ['last', 'first', 'none'] as const;
export type DuplicatePolicy = (typeof duplicatePolicies)[number];

/** Goods that the list does not name stay, or go: then the list is the whole catalogue. */
export const absentPolicies = ['keep', 'remove'] as const;
export type AbsentPolicy = (typeof absentPolicies)[number];

export type PriceChange = Pick<Item, 'name' | 'unit'> & {
  readonly code: string;
  readonly from: Minor;
  readonly to: Minor;
  /** Wall ms from which the new price counts, where it is not at once. */
  readonly starts?: number;
};

/** What an import would do, before it is done. Goods are counted, unless it says rows. */
export type ImportComparison = {
  readonly rows: number;
  readonly added: number;
  readonly priceUp: number;
  readonly priceDown: number;
  /** Goods that change, but not their price. */
  readonly otherwise: number;
  readonly unchanged: number;
  /** Rows turned away. */
  readonly rejected: number;
  readonly warnings: number;
  /** The first ones, of both kinds. */
  readonly problems: readonly RowProblem[];
  /** Rows that are not the only one for their goods. */
  readonly repeated: number;
  /** Goods of the catalogue that the list does not name, of so many (`listed`). */
  readonly absent: number;
  readonly listed: number;
  /** Goods that had been added at the counter and that the list brings: it decides from then on. */
  readonly takenOver: number;
  /** Goods whose new price counts only from a moment on, and the first of these moments (wall ms). */
  readonly planned: { readonly goods: number; readonly first: number } | null;
  /** More than a fifth of the prices change by more than half. */
  readonly steep: boolean;
  /** Largest change first, as a factor; some hundred at most. */
  readonly largest: readonly PriceChange[];
};

/** Rows, or goods, done and in all. */
export type ImportProgress = { readonly done: number; readonly total: number };

export type ImportState = {
  readonly id: string;
  readonly fileName: string;
  readonly phase: 'reading' | 'building' | 'done' | 'cancelled' | 'failed';
  /** Rows done and rows in all, header not counted. */
  readonly done: number;
  readonly total: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Goods taken out of the catalogue, because the list does not name them. */
  readonly removed: number;
  /** Goods whose new price counts from a later moment on. */
  readonly planned: number;
  readonly rejected: number;
  readonly warnings: number;
  /** The first warnings; whatever is rejected is in a file. */
  readonly warned: readonly RowProblem[];
  readonly failure: string | null;
};

/** The last import, as long as it can be undone: `items` goods come back then. */
export type UndoableImport = {
  readonly fileName: string;
  /** Wall ms of the import. */
  readonly at: number;
  readonly items: number;
};

/** `similar`: not what was typed, but what is meant if there is one slip of a finger in it. */
export type FoundItem = ItemToSell & { readonly similar: boolean };

/** Goods that were put on the price list at the counter and that no list has taken in since. */
export type AddedGoods = Pick<Item, 'name' | 'category' | 'price'> & {
  readonly item: ItemId;
  readonly code: string;
  /** Wall ms. */
  readonly at: number;
  readonly by: string;
};
/** What is created at the counter costs no more, for a scanner may have typed into the price: 99,999.99. */
export const createdPriceMax = 9_999_999 as Minor;

/** A repricing (调价单) that has not begun: `starts` is its moment, `at` when it was planned, both wall ms. */
export type ComingRepricing = {
  readonly repricing: string;
  readonly starts: number;
  /** Goods whose price it changes, as far as was known when it was planned. */
  readonly goods: number;
  /** The list that it is from; null where somebody has set one price by hand. */
  readonly fileName: string | null;
  readonly at: number;
  readonly by: string;
};
export const repricingsMax = 200;

/** Some goods of the catalogue in its order. `next` is where the following part begins, null at the end. */
export type GoodsPart = {
  readonly items: readonly Item[];
  readonly next: number | null;
  readonly generation: number;
  /** All goods of the catalogue. */
  readonly of: number;
};
export const goodsMax = 1_000;

export type CatalogView = {
  readonly items: number;
  readonly generation: number;
  /** Goods added at the counter that no list has taken in. */
  readonly added: number;
  /** Repricings to come, and the moment of the next one (wall ms). */
  readonly coming: { readonly count: number; readonly next: number | null };
  readonly current: ImportState | null;
  /** How far the comparison is that somebody waits for. */
  readonly comparing: ImportProgress | null;
  readonly undoable: UndoableImport | null;
};

const duplicates = z.enum(duplicatePolicies).default('last');
/** Wall ms from which the prices of a list count where its rows say nothing else; null is at once. */
const Moment = z.int().min(0).max(8_640_000_000_000_000).nullable();
const starts = Moment.default(null);
const absent = z.enum(absentPolicies).default('keep');

export const uploadChunkMax = 256 * 1024;
export const uploadMax = 64 * 1024 * 1024;

export const catalog = {
  state: watch('open', None).returns<CatalogView>(),
  /**
   * As you type: code, name, Han characters, full pinyin, initials, mixed; most sold first. Where that finds
   * little, similar goods follow.
   */
  search: query('search', z.object({ text: z.string().max(80), limit: z.int().min(1).max(50) })).returns<
    readonly FoundItem[]
  >(),
  /** Sends a file in pieces (base64 of at most 256 KiB each, in order, from 0). */
  stage: command(
    'import-catalog',
    z.object({
      upload: Id,
      index: z.int().min(0).max(100_000),
      base64: z.base64().max((uploadChunkMax * 4) / 3 + 8),
    }),
  ).returns<{ bytes: number }>(),
  preview: query(
    'import-catalog',
    z.object({ upload: Id, mapping: mapping.optional() }),
  ).returns<ImportPreview>(),
  /**
   * The catalogue in its own order, part by part, to be written to a file: `after` is where the part before
   * ended, 0 at first, and `generation` the one that is being written.
   */
  goods: query(
    'import-catalog',
    z.object({ after: z.int().min(0), limit: z.int().min(1).max(goodsMax), generation: z.int().nullable() }),
  ).returns<GoodsPart>(),
  /** Newest first. */
  added: query('import-catalog', z.object({ limit: z.int().min(1).max(goodsMax) })).returns<
    readonly AddedGoods[]
  >(),
  /** Takes goods that were added at the counter off the list again. */
  removeAdded: command('import-catalog', z.object({ item: ItemIdField })).returns<{ name: string }>(),
  /** Repricings to come, in the order in which they will begin. */
  repricings: query('import-catalog', None).returns<readonly ComingRepricing[]>(),
  /** What a repricing to come would change now, some hundred at most. */
  repricing: query('import-catalog', z.object({ repricing: Id })).returns<readonly PriceChange[]>(),
  /** A new price of one item, from `starts` (wall ms) on, or at once. */
  planPrice: command(
    'import-catalog',
    z.object({ item: ItemIdField, price: Amount, starts: Moment }),
  ).returns<{ repricing: string }>(),
  /** Takes back a repricing that has not begun. */
  withdrawRepricing: command('import-catalog', z.object({ repricing: Id })).returns<Record<string, never>>(),
  /** Answers when the whole list has been read; another one, or an import, stops it. */
  compare: query(
    'import-catalog',
    z.object({ upload: Id, mapping, duplicates, starts }),
  ).returns<ImportComparison>(),
  import: command(
    'import-catalog',
    z.object({ upload: Id, fileName: z.string().max(200), mapping, duplicates, absent, starts }),
  ).returns<{ import: string }>(),
  /** Brings the catalogue of before the last import back; until the next one begins to be built. */
  undoImport: command('import-catalog', None).returns<UndoableImport>(),
  cancelImport: command('import-catalog', z.object({ import: Id })).returns<Record<string, never>>(),
  /** Rejected rows as CSV with the reason in the last column, and the file name to save it under. */
  rejects: query('import-catalog', z.object({ import: Id })).returns<{ fileName: string; csv: string }>(),
};
