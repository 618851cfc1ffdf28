import {
  type AbsentPolicy,
  type DuplicatePolicy,
  type ImportMapping,
  type ImportState,
  uploadMax,
} from '../../../../shared/contract/catalog.ts';
import type { Refusal } from '../../../../shared/contract/refusals.ts';
import { ok, type Result } from '../../../../shared/lib/result.ts';
import { type Actor, type FeatureParts, refuse, systemActor } from '../../../core/feature.ts';
import { beginDue } from '../repricing/begin.ts';
import { wordMakersHere } from '../search/word-maker.ts';
import { missingIn, openPriceList } from './file.ts';
import type { PriceListRules } from './rules.ts';
import { type ImportOrder, ImportRun } from './run.ts';
import { uploadOf } from './upload.ts';

export type FileImport = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rules: PriceListRules;
  /** In place of what the header says. */
  readonly mapping?: ImportMapping;
  readonly duplicates?: DuplicatePolicy;
  readonly absent?: AbsentPolicy;
  /** Wall ms from which prices count whose row says nothing; at once where it is left out. */
  readonly starts?: number;
  readonly actor?: Actor;
};

/**
 * Imports a price list at once, through the same slices as the screen does, run to their end: for command
 * lines that have the till to themselves. Blocks for the whole import; the slot that was live before is
 * cleared when the till next starts.
 */
export function importFile(parts: FeatureParts, file: FileImport): Result<ImportState, Refusal> {
  const upload = uploadOf(file.bytes);
  if (!upload) return refuse('upload-too-large', { megabytesMax: uploadMax / 1024 / 1024 });
  const list = openPriceList(upload);
  if (!list.ok) return refuse('file-unreadable', { problem: list.refusal });
  const mapping = file.mapping ?? list.value.layout.mapping;
  const missing = missingIn(mapping);
  if (missing.length > 0) return refuse('mapping-incomplete', { fields: missing.join(', ') });
  parts.act(systemActor, beginDue);
  const order: ImportOrder = {
    id: parts.env.newId(),
    fileName: file.name,
    sha256: upload.sha256,
    lines: upload.lines,
    mapping,
    duplicates: file.duplicates ?? 'last',
    absent: file.absent ?? 'keep',
    starts: file.starts ?? null,
    actor: file.actor ?? systemActor,
    rules: file.rules,
  };
  // No step of it waits: words are made here, one slice after the other.
  const run = new ImportRun(parts, list.value, order, wordMakersHere);
  for (const _ of run.slices());
  return ok(run.state);
}
