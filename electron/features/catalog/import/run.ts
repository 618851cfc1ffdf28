import type {
  AbsentPolicy,
  DuplicatePolicy,
  ImportMapping,
  ImportState,
} from '../../../../shared/contract/catalog.ts';
import { clip, tameText } from '../../../../shared/lib/text.ts';
import type { Actor, FeatureParts, Tx } from '../../../core/feature.ts';
import { keepFormer } from '../former.ts';
import { buildGeneration, tidyUp } from '../generation.ts';
import type { WordMaker, WordMakers } from '../search/word-maker.ts';
import { type Step, sliceBudget } from '../slices.ts';
import { liveCatalogue } from '../slots.ts';
import type { PriceList } from './file.ts';
import type { ListedGoods } from './goods.ts';
import { ListMerge } from './merge.ts';
import { Planning } from './planning.ts';
import { readList } from './reading.ts';
import { firstOf, keepRejects, openRejects } from './rejects.ts';
import type { PriceListRules } from './rules.ts';

export type ImportOrder = {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  /** Lines of the file, for the progress bar, until all rows are counted. */
  readonly lines: number;
  readonly mapping: ImportMapping;
  readonly duplicates: DuplicatePolicy;
  readonly absent: AbsentPolicy;
  /** Wall ms from which prices count whose row says nothing; null is at once. */
  readonly starts: number | null;
  readonly actor: Actor;
  readonly rules: PriceListRules;
};

export const rowsMax = 1_000_000;
const fileNameMax = 200;
/** Codes compared in one slice at most, whatever the clock says. */
const codesPerSlice = 1_000;
/** Watchers are told no more often. */
const tellEveryMs = 100;

/**
 * One import from first byte to live catalogue, as slices. Reading rows changes nothing but the list of
 * rejects; the next generation is built beside the live one and flipped in the transaction that records
 * `catalog-imported`. Cancelled or failed before that, the catalogue is as it was.
 */
export class ImportRun {
  readonly #parts: FeatureParts;
  readonly #list: PriceList;
  readonly #order: ImportOrder;
  readonly #merge: ListMerge;
  readonly #makers: WordMakers;
  readonly #planning = new Planning();
  #state: ImportState;
  #cancelled = false;
  #rows = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(parts: FeatureParts, list: PriceList, order: ImportOrder, makers: WordMakers) {
    this.#parts = parts;
    this.#list = list;
    this.#makers = makers;
    this.#order = { ...order, fileName: clip(tameText(order.fileName), fileNameMax - 1) };
    this.#merge = new ListMerge(parts.db, order.rules.taxPermille, order.duplicates);
    this.#state = {
      id: order.id,
      fileName: this.#order.fileName,
      phase: 'reading',
      done: 0,
      total: Math.max(0, order.lines - (list.layout.headerLine > 0 ? 1 : 0)),
      added: 0,
      changed: 0,
      unchanged: 0,
      removed: 0,
      planned: 0,
      rejected: 0,
      warnings: 0,
      warned: [],
      failure: null,
    };
  }

  get state(): ImportState {
    return this.#state;
  }

  /** A list of which no row could be taken in takes nothing out: it is the wrong file. */
  get #isRemoving(): boolean {
    const { added, changed, unchanged, planned } = this.#merge;
    return this.#order.absent === 'remove' && added + changed + unchanged + planned.length > 0;
  }

  get isOver(): boolean {
    return this.#state.phase !== 'reading' && this.#state.phase !== 'building';
  }

  /** Takes effect before the next slice; an import that is over stays as it is. */
  cancel(): void {
    this.#cancelled = true;
  }

  /** Something of ours went wrong in a slice. Says so in memory only: the database may be what is wrong. */
  fail(failure: string): void {
    this.#set({ phase: 'failed', failure });
  }

  *slices(): Generator<Step> {
    for (const step of this.#work()) {
      yield step;
      if (this.#cancelled && !this.isOver) {
        this.#end('cancelled');
        yield* tidyUp(this.#parts);
        return;
      }
    }
  }

  *#work(): Generator<Step> {
    const words = this.#makers.make(Math.max(this.#order.lines, liveCatalogue(this.#parts.db).items));
    try {
      yield* this.#makeLive(words);
    } finally {
      words.stop();
    }
  }

  *#makeLive(words: WordMaker): Generator<Step> {
    yield* this.#read(words);
    if (this.isOver) return;
    yield* this.#compare();
    yield* this.#planning.write(this.#parts, this.#merge.planned, this.#order);
    const { added, changed, removed } = this.#state;
    if (added + changed + removed === 0 && !this.#merge.hasBeside) this.#finish(null);
    else yield* this.#build(words);
  }

  *#read(words: WordMaker): Generator<void> {
    const { headers, headerLine } = this.#list.layout;
    const { id, fileName } = this.#order;
    this.#parts.slice(tx => openRejects(tx.db, id, fileName, headerLine > 0 ? headers : []));
    // While people are at the till both cores are theirs: to have words made ahead cost a scan in a hundred ten milliseconds.
    let isUsed = this.#parts.way.isUsed;
    const foresee = ({ name, codes }: ListedGoods) => {
      if (!isUsed) words.foresee(name, codes);
    };
    for (const slice of readList(this.#parts, this.#list, this.#order, this.#merge, foresee)) {
      this.#rows = slice.rows;
      if (slice.rows > rowsMax) return this.#end('failed', 'too-many-rows');
      this.#set({
        done: slice.rows,
        rejected: this.#state.rejected + slice.rejects.length,
        warnings: this.#state.warnings + slice.warned.length,
        warned: firstOf(this.#state.warned, slice.warned),
      });
      if (slice.rejects.length > 0) this.#parts.slice(tx => keepRejects(tx.db, id, slice.rejects));
      this.#tell();
      yield;
      isUsed = this.#parts.way.isUsed;
    }
    this.#set({ total: this.#rows });
  }

  *#compare(): Generator<void> {
    const codes = this.#merge.compare();
    for (let next = codes.next(); !next.done; ) {
      const more = sliceBudget(this.#parts, codesPerSlice);
      do next = codes.next();
      while (!next.done && more());
      yield;
    }
    const { added, changed, unchanged, absent, plannedGoods: planned } = this.#merge;
    this.#set({ added, changed, unchanged, planned, removed: this.#isRemoving ? absent : 0 });
  }

  *#build(words: WordMaker): Generator<Step> {
    this.#set({ phase: 'building', done: 0, total: 0 });
    yield* buildGeneration(
      this.#parts,
      this.#merge.changes(this.#isRemoving),
      (tx, done, total) => {
        this.#set({ done, total });
        if (this.#mayTell()) tx.touch('catalog');
      },
      commit => this.#finish(commit),
      words,
    );
  }

  /** The last transaction: flips what was built, if anything was, and says so in the journal. */
  #finish(flip: ((tx: Tx) => number) | null): void {
    const { id, fileName, sha256, actor } = this.#order;
    const { added, changed, removed, planned, rejected } = this.#state;
    const rows = this.#rows;
    this.#parts.act(actor, tx => {
      const { items, generation: before } = liveCatalogue(tx.db);
      const generation = flip ? flip(tx) : before;
      if (flip) keepFormer(tx.db, { import: id, fileName, at: tx.at, items });
      tx.record('catalog-imported', {
        import: id,
        file: fileName,
        sha256,
        rows,
        added,
        changed,
        ...(removed > 0 ? { removed } : {}),
        ...(planned > 0 ? { planned } : {}),
        rejected,
        generation,
      });
      this.#planning.done(tx);
      tx.touch('catalog');
      tx.touch('quick-keys');
      this.#set({ phase: 'done', done: rows, total: rows });
    });
  }

  #end(phase: 'cancelled' | 'failed', failure: string | null = null): void {
    this.#set({ phase, failure });
    this.#parts.slice(tx => tx.touch('catalog'));
  }

  #set(change: Partial<ImportState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #tell(): void {
    if (this.#mayTell()) this.#parts.slice(tx => tx.touch('catalog'));
  }

  #mayTell(): boolean {
    const now = this.#parts.env.monotonicMs();
    if (now - this.#toldAt < tellEveryMs) return false;
    this.#toldAt = now;
    return true;
  }
}
