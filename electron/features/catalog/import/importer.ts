import {
  type AbsentPolicy,
  type DuplicatePolicy,
  type ImportComparison,
  type ImportMapping,
  type ImportProgress,
  type ImportState,
  type UndoableImport,
  uploadMax,
} from '../../../../shared/contract/catalog.ts';
import type { Refusal } from '../../../../shared/contract/refusals.ts';
import { ok, type Result } from '../../../../shared/lib/result.ts';
import { type FeatureParts, refuse, systemActor, type Tx } from '../../../core/feature.ts';
import type { WorkbookReader } from '../../../core/ports.ts';
import { bringFormerBack } from '../former.ts';
import { tidyUp } from '../generation.ts';
import { beginDue } from '../repricing/begin.ts';
import type { WordMakers } from '../search/word-maker.ts';
import type { BackgroundWork } from '../slices.ts';
import { Comparison, type ComparisonEnd } from './comparison.ts';
import { missingIn, type PriceList } from './file.ts';
import { rememberMapping } from './remembered.ts';
import type { PriceListRules } from './rules.ts';
import { type ImportOrder, ImportRun } from './run.ts';
import { StagedFile } from './staged.ts';

export type ImportRequest = {
  readonly upload: string;
  readonly fileName: string;
  readonly mapping: ImportMapping;
  readonly duplicates: DuplicatePolicy;
  readonly absent: AbsentPolicy;
  readonly starts: number | null;
};

export type CompareRequest = Pick<ImportRequest, 'upload' | 'mapping' | 'duplicates' | 'starts'>;

export type ListSource = Omit<ImportOrder, 'id' | 'rules'>;

/** What works on lists beside the core. */
export type ListHelpers = { readonly workbooks: WorkbookReader; readonly words: WordMakers };

/** Takes files in and runs one import at a time in the background. One upload is kept: a new one replaces it. */
export class Importer {
  readonly #parts: FeatureParts;
  readonly #background: BackgroundWork;
  readonly #helpers: ListHelpers;
  readonly #rules: () => PriceListRules;
  /** After a new generation went live. */
  readonly #renewed: () => void;
  #upload: StagedFile | null = null;
  #run: ImportRun | null = null;
  #comparison: Comparison | null = null;

  constructor(
    parts: FeatureParts,
    background: BackgroundWork,
    helpers: ListHelpers,
    rules: () => PriceListRules,
    renewed: () => void,
  ) {
    this.#parts = parts;
    this.#background = background;
    this.#helpers = helpers;
    this.#rules = rules;
    this.#renewed = renewed;
  }

  /** The import that is running, or the last one since the till started. */
  get current(): ImportState | null {
    return this.#run?.state ?? null;
  }

  get isRunning(): boolean {
    return this.#run !== null && !this.#run.isOver;
  }

  get comparing(): ImportProgress | null {
    return this.#comparison?.progress ?? null;
  }

  /** Takes the next piece of a file; one that came before is taken as read, so sending again is harmless. */
  stage(id: string, index: number, chunk: Uint8Array): Result<{ bytes: number }, Refusal> {
    if (this.#upload?.id !== id) {
      if (index !== 0) return refuse('upload-incomplete', {});
      this.#upload?.forget();
      this.#upload = new StagedFile(id);
    }
    const { file, isClosed } = this.#upload;
    if (index > file.pieces || isClosed) return refuse('upload-incomplete', {});
    if (index === file.pieces && !file.add(chunk)) {
      this.#upload = null;
      return refuse('upload-too-large', { megabytesMax: uploadMax / 1024 / 1024 });
    }
    this.#helpers.words.expect(file.lines);
    return ok({ bytes: file.bytes });
  }

  /** Waits until the list of that id can be opened; to be asked before `open` and `start`. */
  async ready(id: string): Promise<void> {
    if (this.#upload?.id === id) await this.#upload.ready(this.#helpers.workbooks);
  }

  open(id: string): Result<PriceList, Refusal> {
    if (this.#upload?.id !== id) return refuse('upload-incomplete', {});
    const list = this.#upload.open();
    return list.ok ? list : refuse('file-unreadable', { problem: list.refusal });
  }

  /** Finds out in the background what an import would do; what was being found out before is left. */
  compare(request: CompareRequest): Promise<Result<ImportComparison, Refusal>> {
    const list = this.#openWith(request);
    if (!list.ok) return Promise.resolve(list);
    const rules = this.#rules();
    const { lines } = this.#upload!;
    const order = { ...request, rules, lines };
    const comparison = new Comparison(this.#parts, list.value, order);
    this.#comparison?.stop();
    this.#comparison = comparison;
    return new Promise(resolve => {
      const end = (ended: ComparisonEnd) => {
        if (this.#comparison === comparison) this.#comparison = null;
        this.#parts.slice(tx => tx.touch('catalog'));
        resolve(ended.ok ? ended : refuseComparison(ended.refusal));
      };
      this.#background.add('compare', comparing(comparison, end), () => resolve(refuseComparison('stopped')));
    });
  }

  start(request: ImportRequest, tx: Tx): Result<{ import: string }, Refusal> {
    if (this.isRunning) return refuse('import-running', {});
    const list = this.#openWith(request);
    if (!list.ok) return list;
    this.#comparison?.stop();
    const {
      file: { sha256 },
      lines,
    } = this.#upload!;
    this.#upload = null;
    // What was due before the list came is what the list is compared with.
    beginDue(tx);
    rememberMapping(tx.db, list.value.layout, request.mapping);
    const run = this.#begin(list.value, { ...request, sha256, lines, actor: tx.actor });
    return ok({ import: run.state.id });
  }

  #openWith({ upload, mapping }: Pick<CompareRequest, 'upload' | 'mapping'>): Result<PriceList, Refusal> {
    const list = this.open(upload);
    const missing = missingIn(mapping);
    if (list.ok && missing.length > 0) return refuse('mapping-incomplete', { fields: missing.join(', ') });
    return list;
  }

  /** Imports a list that is at hand already; `over` is told when it is done, cancelled or has failed. */
  startList(
    list: PriceList,
    source: Omit<ListSource, keyof typeof plainly | 'mapping'>,
    over: () => void,
  ): void {
    this.#begin(list, { ...source, ...plainly, mapping: list.layout.mapping }, over);
  }

  #begin(list: PriceList, source: ListSource, over: () => void = () => {}): ImportRun {
    const order = { ...source, id: this.#parts.env.newId(), rules: this.#rules() };
    const run = new ImportRun(this.#parts, list, order, this.#helpers.words);
    this.#run = run;
    this.#background.add('import', run.slices(), () => run.fail('internal'));
    this.#background.add('after-import', this.#afterwards(run, over));
    return run;
  }

  /** False when no import of that id is known. */
  cancel(id: string): boolean {
    if (this.#run?.state.id !== id) return false;
    this.#run.cancel();
    return true;
  }

  /** Takes the last import back, goods and prices as they were; what was sold meanwhile stays sold. */
  undo(tx: Tx): Result<UndoableImport, Refusal> {
    if (this.isRunning) return refuse('import-running', {});
    const back = bringFormerBack(tx);
    if (!back.ok) return back;
    tx.committed(() => {
      this.#comparison?.stop();
      this.#renewed();
      this.#background.add('tidy-up', tidyUp(this.#parts));
    });
    const { fileName, at, items } = back.value;
    return ok({ fileName, at, items });
  }

  *#afterwards(run: ImportRun, over: () => void): Generator<void> {
    over();
    if (run.state.phase === 'failed') {
      this.#parts.act(systemActor, tx => tx.touch('catalog'));
      yield* tidyUp(this.#parts);
      return;
    }
    this.#renewed();
    yield* tidyUp(this.#parts);
  }
}

/** How lists are taken in about which nobody was asked. */
const plainly = { duplicates: 'last', absent: 'keep', starts: null } as const;

function* comparing(comparison: Comparison, end: (ended: ComparisonEnd) => void): Generator<void> {
  end(yield* comparison.slices());
}

const refuseComparison = (why: 'too-many-rows' | 'stopped') =>
  why === 'stopped' ? refuse('comparison-stopped', {}) : refuse('file-unreadable', { problem: why });
