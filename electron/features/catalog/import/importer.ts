import { type ImportMapping, type ImportState, uploadMax } from '../../../../shared/contract/catalog.ts';
import type { Refusal } from '../../../../shared/contract/refusals.ts';
import { ok, type Result } from '../../../../shared/lib/result.ts';
import { type FeatureParts, refuse, systemActor, type Tx } from '../../../core/feature.ts';
import type { WorkbookReader } from '../../../core/ports.ts';
import { clearSlot, tidyUp } from '../generation.ts';
import type { BackgroundWork } from '../slices.ts';
import { liveCatalogue, otherSlot } from '../slots.ts';
import { missingIn, type PriceList } from './file.ts';
import { rememberMapping } from './remembered.ts';
import { type ImportOrder, ImportRun, type PriceListRules } from './run.ts';
import { StagedFile } from './staged.ts';

export type ImportRequest = {
  readonly upload: string;
  readonly fileName: string;
  readonly mapping: ImportMapping;
};

export type ListSource = Omit<ImportOrder, 'id' | 'rules'>;

/** Takes files in and runs one import at a time in the background. One upload is kept: a new one replaces it. */
export class Importer {
  readonly #parts: FeatureParts;
  readonly #background: BackgroundWork;
  readonly #workbooks: WorkbookReader;
  readonly #rules: () => PriceListRules;
  /** After a new generation went live. */
  readonly #renewed: () => void;
  #upload: StagedFile | null = null;
  #run: ImportRun | null = null;

  constructor(
    parts: FeatureParts,
    background: BackgroundWork,
    workbooks: WorkbookReader,
    rules: () => PriceListRules,
    renewed: () => void,
  ) {
    this.#parts = parts;
    this.#background = background;
    this.#workbooks = workbooks;
    this.#rules = rules;
    this.#renewed = renewed;
  }

  /** The import that is running, or the last one since the till started. */
  get current(): ImportState | null {
    return this.#run?.state ?? null;
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
    return ok({ bytes: file.bytes });
  }

  /** Waits until the list of that id can be opened; to be asked before `open` and `start`. */
  async ready(id: string): Promise<void> {
    if (this.#upload?.id === id) await this.#upload.ready(this.#workbooks);
  }

  open(id: string): Result<PriceList, Refusal> {
    if (this.#upload?.id !== id) return refuse('upload-incomplete', {});
    const list = this.#upload.open();
    return list.ok ? list : refuse('file-unreadable', { problem: list.refusal });
  }

  start(request: ImportRequest, tx: Tx): Result<{ import: string }, Refusal> {
    if (this.#run && !this.#run.isOver) return refuse('import-running', {});
    const list = this.open(request.upload);
    if (!list.ok) return list;
    const missing = missingIn(request.mapping);
    if (missing.length > 0) return refuse('mapping-incomplete', { fields: missing.join(', ') });
    const {
      file: { sha256 },
      lines,
    } = this.#upload!;
    this.#upload = null;
    rememberMapping(tx.db, list.value.layout, request.mapping);
    const run = this.#begin(list.value, { ...request, sha256, lines, actor: tx.actor });
    return ok({ import: run.state.id });
  }

  /** Imports a list that is at hand already; `over` is told when it is done, cancelled or has failed. */
  startList(list: PriceList, source: Omit<ListSource, 'mapping'>, over: () => void): void {
    this.#begin(list, { ...source, mapping: list.layout.mapping }, over);
  }

  #begin(list: PriceList, source: ListSource, over: () => void = () => {}): ImportRun {
    const run = new ImportRun(this.#parts, list, {
      ...source,
      id: this.#parts.env.newId(),
      rules: this.#rules(),
    });
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

  *#afterwards(run: ImportRun, over: () => void): Generator<void> {
    over();
    if (run.state.phase === 'failed') {
      this.#parts.act(systemActor, tx => tx.touch('catalog'));
      yield* clearSlot(this.#parts, otherSlot(liveCatalogue(this.#parts.db).slot));
      return;
    }
    this.#renewed();
    yield* tidyUp(this.#parts);
  }
}
