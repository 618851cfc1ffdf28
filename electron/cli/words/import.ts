import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type AbsentPolicy,
  type DuplicatePolicy,
  type ImportState,
  uploadChunkMax,
  uploadMax,
} from '../../../shared/contract/catalog.ts';
import { refusal } from '../../../shared/contract/refusals.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import { type Fault, fault, messageOf, type Outcome, type TillDesk } from '../answer.ts';
import type { OpenTill } from '../open-till.ts';

const progressEveryMs = 1_000;

/** A price list as it lies on the disk. */
export type PriceListFile = { readonly name: string; readonly bytes: Buffer };

/** Reads the file before any till is opened, so that a wrong name leaves nothing behind. */
export async function readPriceList(file: string): Promise<Result<PriceListFile, Fault>> {
  try {
    const { size } = await stat(file);
    if (size > uploadMax) return no(refusal('upload-too-large', { megabytesMax: uploadMax / 1024 / 1024 }));
    return ok({ name: path.basename(file), bytes: await readFile(file) });
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing
      ? fault('file-not-found', { file })
      : fault('file-not-readable', { file, reason: messageOf(error) });
  }
}

/** How the list is taken in, where that was said, and where the rows go that are not. */
export type ImportChoices = {
  readonly rejects: string | undefined;
  readonly duplicates?: DuplicatePolicy;
  readonly absent?: AbsentPolicy;
};

/** `import FILE`: hands the file in piece by piece, as the page does, and waits until it is live. */
export async function importFile(
  desk: TillDesk,
  { name, bytes }: PriceListFile,
  { rejects, ...how }: ImportChoices,
): Promise<Outcome> {
  const began = performance.now();
  const upload = createHash('sha256').update(bytes).digest('hex');
  const staged = await stage(desk.till, upload, bytes);
  if (!staged.ok) return staged;
  const preview = await desk.till.query('catalog.preview', { upload });
  if (!preview.ok) return preview;
  const { mapping, missing, encoding, delimiter, sheet, remembered } = preview.value;
  if (remembered) desk.progress(desk.messages.catalog.remembered);
  if (missing.length > 0) return no(refusal('mapping-incomplete', { fields: fieldNames(missing, desk) }));
  const started = await desk.till.command('catalog.import', {
    upload,
    fileName: name,
    mapping,
    ...how,
  });
  if (!started.ok) return started;
  const ended = await untilEnded(desk, started.value.import);
  if (!ended.ok) return ended;
  const { state, items, generation } = ended.value;
  const kept = await keepRejects(desk, state, rejects);
  if (!kept.ok) return kept;
  const figures = {
    rows: state.total,
    added: state.added,
    changed: state.changed,
    unchanged: state.unchanged,
    removed: state.removed,
    rejected: state.rejected,
    warnings: state.warnings,
    items,
    ms: Math.round(performance.now() - began),
  };
  return ok({
    good: true,
    json: { ...figures, generation, sha256: upload, encoding, delimiter, sheet },
    lines: [...desk.words.import.done(figures), ...kept.value],
  });
}

async function stage(till: OpenTill, upload: string, bytes: Buffer): Promise<Result<null, Fault>> {
  for (let index = 0; index === 0 || index * uploadChunkMax < bytes.length; index += 1) {
    const piece = bytes.subarray(index * uploadChunkMax, (index + 1) * uploadChunkMax);
    const taken = await till.command('catalog.stage', { upload, index, base64: piece.toString('base64') });
    if (!taken.ok) return taken;
  }
  return ok(null);
}

type Ended = { readonly state: ImportState; readonly items: number; readonly generation: number };

/** Follows the import until it is live, or stopped; tells how far it is about once a second. */
function untilEnded({ till, words, progress }: TillDesk, id: string): Promise<Result<Ended, Fault>> {
  return new Promise(resolve => {
    let toldMs = performance.now();
    const end = (result: Result<Ended, Fault>) => {
      stop();
      resolve(result);
    };
    const stop = till.watch('catalog.state', answer => {
      if (!answer.ok) return end(answer);
      const { current: state, items, generation } = answer.value;
      if (state?.id !== id) return;
      if (state.phase === 'done') return end(ok({ state, items, generation }));
      if (state.phase === 'failed' || state.phase === 'cancelled')
        return end(fault('import-stopped', { failure: state.failure ?? state.phase }));
      if (performance.now() - toldMs < progressEveryMs) return;
      toldMs = performance.now();
      progress(words.import.progress(state.phase, state.done, state.total));
    });
  });
}

async function keepRejects(
  { till, words }: TillDesk,
  state: ImportState,
  file: string | undefined,
): Promise<Result<readonly string[], Fault>> {
  if (state.rejected === 0) return ok([]);
  if (file === undefined) return ok([words.import.rejectsHint]);
  const rejects = await till.query('catalog.rejects', { import: state.id });
  if (!rejects.ok) return rejects;
  try {
    await writeFile(file, rejects.value.csv, { flag: 'wx' });
    return ok([words.import.rejects(file)]);
  } catch (error) {
    return fault('file-not-written', { file, reason: messageOf(error) });
  }
}

const fieldNames = (
  fields: readonly (keyof TillDesk['messages']['catalog']['fields'])[],
  desk: TillDesk,
): string => fields.map(field => desk.messages.catalog.fields[field]).join(', ');
