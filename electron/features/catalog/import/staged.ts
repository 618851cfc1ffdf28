import { no, type Result } from '../../../../shared/lib/result.ts';
import type { WorkbookReader } from '../../../core/ports.ts';
import { openPriceList, type PriceList } from './file.ts';
import { type FileFault, Upload } from './upload.ts';

/** A file on its way to becoming a price list. A workbook is read once, in another thread, and then is a text like others. */
export class StagedFile {
  readonly id: string;
  readonly file = new Upload();
  readonly #stop = new AbortController();
  #reading: Promise<Result<SheetAsText, string>> | null = null;
  #sheet: Result<SheetAsText, string> | null = null;

  constructor(id: string) {
    this.id = id;
  }

  /** Whether its bytes have been given away to be read; nothing can follow then. */
  get isClosed(): boolean {
    return this.#reading !== null;
  }

  /** Waits until `open` has what it needs. */
  async ready(workbooks: WorkbookReader): Promise<void> {
    if (!this.file.isWorkbook) return;
    this.#reading ??= readSheet(this.file, workbooks, this.#stop.signal);
    this.#sheet = await this.#reading;
  }

  /** The list in it, as far as it has come; a workbook has to be `ready` first. */
  open(): Result<PriceList, FileFault | string> {
    if (!this.file.isWorkbook) return openPriceList(this.file);
    if (!this.#sheet) return no('not-read-yet');
    return this.#sheet.ok ? openPriceList(this.#sheet.value.text, this.#sheet.value.sheet) : this.#sheet;
  }

  /** Rows, blank ones included, before anybody has looked: for a progress bar. */
  get lines(): number {
    return this.#sheet?.ok ? this.#sheet.value.text.lines : this.file.lines;
  }

  /** Another file has come; whoever waits for this one is told that it was stopped. */
  forget(): void {
    this.#stop.abort();
  }
}

type SheetAsText = { readonly sheet: string; readonly text: Upload };

async function readSheet(
  file: Upload,
  workbooks: WorkbookReader,
  signal: AbortSignal,
): Promise<Result<SheetAsText, string>> {
  const text = new Upload();
  const read = await workbooks.read(file.taken(), piece => text.add(piece), signal);
  return read.ok ? { ok: true, value: { sheet: read.value.sheet, text } } : read;
}
