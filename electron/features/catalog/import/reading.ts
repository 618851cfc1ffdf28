import type { DuplicatePolicy, ImportMapping, RowProblem } from '../../../../shared/contract/catalog.ts';
import { type Pace, sliceBudget } from '../slices.ts';
import type { PriceList } from './file.ts';
import { codesOfRow, type ListedGoods, readGoods } from './goods.ts';
import type { ListMerge } from './merge.ts';
import type { Reject } from './rejects.ts';
import type { PriceListRules } from './rules.ts';

export type ReadingOrder = {
  readonly mapping: ImportMapping;
  readonly rules: Pick<PriceListRules, 'minorDigits' | 'dayStart'>;
  readonly duplicates: DuplicatePolicy;
  /** Wall ms from which prices count whose row says nothing; null is at once. */
  readonly starts: number | null;
};

/** What one slice of reading came to. */
export type SliceRead = {
  /** Rows read so far. */
  readonly rows: number;
  /** Of this slice. */
  readonly rejects: readonly Reject[];
  readonly warned: readonly RowProblem[];
};

/** Rows in one slice at most, whatever the clock says. */
const rowsPerSlice = 1_000;
/** Moments of one list from which prices count; each is a repricing of its own. */
const momentsMax = 100;

/** Reads a list into `merge`, slice by slice, and tells `onGoods`; goods of rows that are turned away count as named by the list. */
export function* readList(
  pace: Pace,
  list: PriceList,
  { mapping, rules: { minorDigits, dayStart }, starts, duplicates }: ReadingOrder,
  merge: ListMerge,
  onGoods: (goods: ListedGoods) => void = () => {},
): Generator<SliceRead> {
  const now = pace.env.wallMs();
  const later = starts !== null && starts > now ? starts : null;
  const rules = { mapping, delimiter: list.delimiter, minorDigits, dayStart, starts: later, now };
  const source = list.rows();
  const moments = new Set<number>();
  let rows = 0;
  for (let next = source.next(); !next.done; ) {
    const rejects: Reject[] = [];
    const warned: RowProblem[] = [];
    const more = sliceBudget(pace, rowsPerSlice);
    do {
      rows += 1;
      const { goods, problems } = readGoods(next.value, rules);
      if (goods && goods.starts !== null && moments.add(goods.starts).size > momentsMax) {
        moments.delete(goods.starts);
        merge.name(goods.codes);
        rejects.push({ row: next.value, reason: 'moments-too-many' });
      } else if (goods) {
        warned.push(...problems);
        const again = merge.add(goods);
        if (again) warned.push(again);
        onGoods(goods);
      } else {
        merge.name(codesOfRow(next.value, rules));
        rejects.push({ row: next.value, reason: problems.at(-1)?.code ?? 'row-unreadable' });
      }
      next = source.next();
    } while (!next.done && more());
    yield { rows, rejects, warned };
  }
  if (duplicates === 'none') yield* turnAway(pace, list, merge.repeatedLines, rows);
}

/** Rows of which none counts because there are several are known when all have been read; so they are read again. */
function* turnAway(
  pace: Pace,
  list: PriceList,
  lines: ReadonlySet<number>,
  rows: number,
): Generator<SliceRead> {
  if (lines.size === 0) return;
  const source = list.rows();
  for (let next = source.next(); !next.done; ) {
    const rejects: Reject[] = [];
    const more = sliceBudget(pace, rowsPerSlice);
    do {
      if (lines.has(next.value.line)) rejects.push({ row: next.value, reason: 'code-repeated' });
      next = source.next();
    } while (!next.done && more());
    yield { rows, rejects, warned: [] };
  }
}
