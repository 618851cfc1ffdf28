import type { ImportComparison, ImportProgress, RowProblem } from '../../../../shared/contract/catalog.ts';
import { no, ok, type Result } from '../../../../shared/lib/result.ts';
import type { FeatureParts } from '../../../core/feature.ts';
import { sliceBudget } from '../slices.ts';
import type { PriceList } from './file.ts';
import { ListMerge } from './merge.ts';
import { PriceChanges } from './price-changes.ts';
import { type ReadingOrder, readList } from './reading.ts';
import { asProblem, firstOf } from './rejects.ts';
import type { PriceListRules } from './rules.ts';
import { rowsMax } from './run.ts';

export type ComparisonEnd = Result<ImportComparison, 'too-many-rows' | 'stopped'>;

/** Watchers are told no more often. */
const tellEveryMs = 200;
/** Codes compared in one slice at most, whatever the clock says. */
const codesPerSlice = 1_000;
/** More than a fifth of the prices: then the list, or its column, is wrong rather than the prices. */
const steepShare = 5;

/** What an import would do to the catalogue, found out by doing all of it but the writing. */
export class Comparison {
  readonly #parts: FeatureParts;
  readonly #list: PriceList;
  readonly #order: ReadingOrder;
  readonly #merge: ListMerge;
  readonly #prices = new PriceChanges();
  #stopped = false;
  #toldAt = Number.NEGATIVE_INFINITY;
  progress: ImportProgress;

  /** `lines` of the file, for the progress bar. */
  constructor(
    parts: FeatureParts,
    list: PriceList,
    order: ReadingOrder & { readonly lines: number; readonly rules: PriceListRules },
  ) {
    this.#parts = parts;
    this.#list = list;
    this.#order = order;
    this.#merge = new ListMerge(parts.db, order.rules.taxPermille, order.duplicates, (...change) =>
      this.#prices.add(...change),
    );
    this.progress = { done: 0, total: order.lines };
  }

  /** Takes effect before the next slice. */
  stop(): void {
    this.#stopped = true;
  }

  *slices(): Generator<void, ComparisonEnd> {
    let [rows, rejected, warnings] = [0, 0, 0];
    let problems: readonly RowProblem[] = [];
    for (const slice of readList(this.#parts, this.#list, this.#order, this.#merge)) {
      rows = slice.rows;
      rejected += slice.rejects.length;
      warnings += slice.warned.length;
      problems = firstOf(problems, [...slice.rejects.map(asProblem), ...slice.warned]);
      if (rows > rowsMax) return no('too-many-rows');
      this.progress = { ...this.progress, done: rows };
      this.#tell();
      yield;
      if (this.#stopped) return no('stopped');
    }
    const codes = this.#merge.compare();
    for (let next = codes.next(); !next.done; ) {
      const more = sliceBudget(this.#parts, codesPerSlice);
      do next = codes.next();
      while (!next.done && more());
      yield;
      if (this.#stopped) return no('stopped');
    }
    return ok({ ...this.#result(), rows, rejected, warnings, problems });
  }

  #result(): Omit<ImportComparison, 'rows' | 'rejected' | 'warnings' | 'problems'> {
    const { added, changed, unchanged, repeatedLines, absent, listed, takenOver } = this.#merge;
    const { plannedGoods: goods, planned } = this.#merge;
    const { up, down, otherwise, steep, largest } = this.#prices;
    return {
      added,
      priceUp: up,
      priceDown: down,
      otherwise,
      unchanged,
      repeated: repeatedLines.size,
      absent,
      listed,
      takenOver,
      planned:
        goods === 0
          ? null
          : { goods, first: planned.reduce((first, { starts }) => Math.min(first, starts), Infinity) },
      steep: steep * steepShare > changed + unchanged + goods,
      largest,
    };
  }

  #tell(): void {
    const now = this.#parts.env.monotonicMs();
    if (now - this.#toldAt < tellEveryMs) return;
    this.#toldAt = now;
    this.#parts.slice(tx => tx.touch('catalog'));
  }
}
