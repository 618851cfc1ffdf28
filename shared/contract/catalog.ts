import { z } from 'zod';
import type { Item } from '../domain/item.ts';
import { Id, None } from './fields.ts';
import { command, query, watch } from './word.ts';

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
  readonly rejected: number;
  readonly warnings: number;
  readonly failure: string | null;
};

export type CatalogView = {
  readonly items: number;
  readonly generation: number;
  readonly current: ImportState | null;
};

export const uploadChunkMax = 256 * 1024;
export const uploadMax = 64 * 1024 * 1024;

export const catalog = {
  state: watch('open', None).returns<CatalogView>(),
  /** As you type: code, name, Han characters, full pinyin, initials, mixed; most sold first. */
  search: query('search', z.object({ text: z.string().max(80), limit: z.int().min(1).max(50) })).returns<
    readonly Item[]
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
  import: command(
    'import-catalog',
    z.object({ upload: Id, fileName: z.string().max(200), mapping }),
  ).returns<{ import: string }>(),
  cancelImport: command('import-catalog', z.object({ import: Id })).returns<Record<string, never>>(),
  /** Rejected rows as CSV with the reason in the last column, and the file name to save it under. */
  rejects: query('import-catalog', z.object({ import: Id })).returns<{ fileName: string; csv: string }>(),
};
