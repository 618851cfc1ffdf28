import type { DuplicatePolicy, ImportMapping } from '../../../../shared/contract/catalog.ts';
import type { Env } from '../../../../shared/env.ts';
import { sliceBudget } from '../slices.ts';
import type { PriceList } from './file.ts';
import { codesOfRow, readGoods } from './goods.ts';
import type { ListMerge } from './merge.ts';
import type { Reject } from './rejects.ts';

export type ReadingOrder = {
  readonly mapping: ImportMapping;
  readonly minorDigits: number;
  readonly duplicates: DuplicatePolicy;
};

/** What one slice of reading came to. */
export type SliceRead = {
  /** Rows read so far. */
  readonly rows: number;
  /** Of this slice. */
  readonly rejects: readonly Reject[];
  readonly warnings: number;
};

/** Rows in one slice at most, whatever the clock says. */
const rowsPerSlice = 1_000;

/** Reads a list into `merge`, slice by slice; goods of rows that are turned away count as named by the list. */
export function* readList(
  env: Env,
  list: PriceList,
  { mapping, minorDigits, duplicates }: ReadingOrder,
  merge: ListMerge,
): Generator<SliceRead> {
  const rules = { mapping, delimiter: list.delimiter, minorDigits };
  const source = list.rows();
  let rows = 0;
  for (let next = source.next(); !next.done; ) {
    const rejects: Reject[] = [];
    let warnings = 0;
    const more = sliceBudget(env, rowsPerSlice);
    do {
      rows += 1;
      const { goods, problems } = readGoods(next.value, rules);
      if (goods) {
        warnings += problems.length + (merge.add(goods) ? 1 : 0);
      } else {
        merge.name(codesOfRow(next.value, rules));
        rejects.push({ row: next.value, reason: problems.at(-1)?.code ?? 'row-unreadable' });
      }
      next = source.next();
    } while (!next.done && more());
    yield { rows, rejects, warnings };
  }
  if (duplicates === 'none') yield* turnAway(env, list, merge.repeatedLines, rows);
}

/** Rows of which none counts because there are several are known when all have been read; so they are read again. */
function* turnAway(
  env: Env,
  list: PriceList,
  lines: ReadonlySet<number>,
  rows: number,
): Generator<SliceRead> {
  if (lines.size === 0) return;
  const source = list.rows();
  for (let next = source.next(); !next.done; ) {
    const rejects: Reject[] = [];
    const more = sliceBudget(env, rowsPerSlice);
    do {
      if (lines.has(next.value.line)) rejects.push({ row: next.value, reason: 'code-repeated' });
      next = source.next();
    } while (!next.done && more());
    yield { rows, rejects, warnings: 0 };
  }
}
