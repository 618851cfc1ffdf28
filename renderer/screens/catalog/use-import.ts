import { useCallback, useRef, useState } from 'react';
import {
  type AbsentPolicy,
  type DuplicatePolicy,
  type ImportComparison,
  type ImportMapping,
  type ImportPreview,
  type ImportProgress,
  type ImportState,
  type UndoableImport,
  uploadMax,
} from '../../../shared/contract/catalog.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { explain, type Messages, type Sentence } from '../../../shared/i18n/index.ts';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive, useQuery } from '../../live/index.tsx';
import { uploadFile } from './upload.ts';

/** How far one price list has come, from choosing the file to the result. */
export type ImportStage =
  | { readonly kind: 'choose'; readonly fault: Sentence | null }
  | { readonly kind: 'uploading'; readonly fileName: string; readonly percent: number }
  | PreviewStage
  | { readonly kind: 'running'; readonly state: ImportState }
  | { readonly kind: 'over'; readonly state: ImportState };

export type PreviewStage = {
  readonly kind: 'preview';
  readonly fileName: string;
  readonly upload: string;
  readonly preview: ImportPreview;
  readonly mapping: ImportMapping;
  readonly duplicates: DuplicatePolicy;
  readonly absent: AbsentPolicy;
  /** From when its prices count, wall ms; null is at once. */
  readonly starts: number | null;
  /** What would come of it; null while that is being found out, or a column is missing. */
  readonly comparison: ImportComparison | null;
  /** How far finding out is. */
  readonly comparing: ImportProgress | null;
  readonly starting: boolean;
};

export type ImportActs = {
  readonly take: (file: File) => Promise<void>;
  readonly map: (mapping: ImportMapping) => Promise<void>;
  readonly setDuplicates: (duplicates: DuplicatePolicy) => void;
  readonly setAbsent: (absent: AbsentPolicy) => void;
  readonly setStarts: (starts: number | null) => void;
  readonly start: () => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly again: () => void;
};

const choosing: ImportStage = { kind: 'choose', fault: null };
const isRunning = (state: ImportState): boolean => state.phase === 'reading' || state.phase === 'building';

/** One import at a time; one that runs already (begun here or by the command line) is shown as it is. */
export function useImport(): {
  readonly stage: ImportStage;
  readonly last: UndoableImport | null;
  readonly acts: ImportActs;
} {
  const { t, format } = useWords();
  const view = useLive('catalog.state');
  const current = view?.current ?? null;
  const stagePiece = useCommand('catalog.stage', { quiet: true });
  const importList = useCommand('catalog.import');
  const cancelImport = useCommand('catalog.cancelImport');
  const preview = useQuery('catalog.preview');
  const compare = useQuery('catalog.compare');
  const [own, setOwn] = useState<ImportStage>(choosing);
  const [begun, setBegun] = useState<string | null>(null);
  const attempt = useRef(0);

  /** Shows the preview, and what would come of it as soon as that has been found out. */
  const show = useCallback(
    async (mine: number, stage: PreviewStage) => {
      setOwn(stage);
      if (stage.preview.missing.length > 0) return;
      const { upload, mapping, duplicates, starts } = stage;
      const answer = await compare({ upload, mapping, duplicates, starts });
      if (attempt.current !== mine) return;
      if (answer.ok) setOwn(now => (now.kind === 'preview' ? { ...now, comparison: answer.value } : now));
      else setOwn({ kind: 'choose', fault: explain(answer.refusal, t, format) });
    },
    [compare, t, format],
  );

  const take = useCallback(
    async (file: File) => {
      const mine = ++attempt.current;
      const stopped = () => attempt.current !== mine;
      const fail = (fault: Sentence) => {
        if (!stopped()) setOwn({ kind: 'choose', fault });
      };
      setBegun(null);
      const fault = unfit(file, t);
      if (fault) return fail(fault);
      const fileName = file.name.slice(0, 200);
      setOwn({ kind: 'uploading', fileName, percent: 0 });
      const upload = crypto.randomUUID();
      let refused: Refusal | null = null;
      const stage = async (piece: Parameters<typeof stagePiece>[0]) => {
        const answer = await stagePiece(piece);
        if (!answer.ok) refused = answer.refusal;
        return answer;
      };
      const told = (bytes: number) => {
        if (!stopped())
          setOwn({ kind: 'uploading', fileName, percent: Math.floor((bytes * 100) / file.size) });
      };
      try {
        const whole = await uploadFile(file, upload, stage, told, stopped);
        if (!whole) return fail(refused ? explain(refused, t, format) : t.catalog.fileUnreadable);
      } catch {
        // The browser's own words for a file that vanished or is locked would help nobody.
        return fail(t.catalog.fileUnreadable);
      }
      const answer = await preview({ upload });
      if (!answer.ok) return fail(explain(answer.refusal, t, format));
      if (stopped()) return;
      void show(mine, {
        kind: 'preview',
        fileName,
        upload,
        preview: answer.value,
        mapping: answer.value.mapping,
        duplicates: 'last',
        absent: 'keep',
        starts: null,
        comparison: null,
        comparing: null,
        starting: false,
      });
    },
    [t, format, stagePiece, preview, show],
  );

  const map = async (mapping: ImportMapping) => {
    if (own.kind !== 'preview') return;
    const mine = ++attempt.current;
    setOwn({ ...own, mapping, comparison: null });
    const answer = await preview({ upload: own.upload, mapping });
    if (attempt.current !== mine) return;
    if (answer.ok) void show(mine, { ...own, mapping, preview: answer.value, comparison: null });
    else setOwn({ kind: 'choose', fault: explain(answer.refusal, t, format) });
  };

  const setDuplicates = (duplicates: DuplicatePolicy) => {
    if (own.kind === 'preview') void show(++attempt.current, { ...own, duplicates, comparison: null });
  };
  const setAbsent = (absent: AbsentPolicy) => {
    if (own.kind === 'preview') setOwn({ ...own, absent });
  };

  const setStarts = (starts: number | null) => {
    if (own.kind === 'preview') void show(++attempt.current, { ...own, starts, comparison: null });
  };

  const start = async () => {
    // Nobody takes prices in before they have been compared with those there are.
    if (own.kind !== 'preview' || own.starting || !own.comparison) return;
    setOwn({ ...own, starting: true });
    const { upload, fileName, mapping, duplicates, absent, starts } = own;
    const answer = await importList({ upload, fileName, mapping, duplicates, absent, starts });
    if (answer.ok) setBegun(answer.value.import);
    else setOwn({ ...own, starting: false });
  };

  const cancel = async () => {
    if (current) await cancelImport({ import: current.id });
  };
  const again = () => {
    attempt.current += 1;
    setBegun(null);
    setOwn(choosing);
  };
  return {
    stage: stageOf(own, current, begun, view?.comparing ?? null),
    last: view?.undoable ?? null,
    acts: { take, map, setDuplicates, setAbsent, setStarts, start, cancel, again },
  };
}

function stageOf(
  own: ImportStage,
  current: ImportState | null,
  begun: string | null,
  comparing: ImportProgress | null,
): ImportStage {
  if (current && isRunning(current)) return { kind: 'running', state: current };
  if (current && begun === current.id) return { kind: 'over', state: current };
  return own.kind === 'preview' ? { ...own, comparing } : own;
}

function unfit(file: File, t: Messages): Sentence | null {
  if (file.size === 0) return sayFile('empty', t);
  return file.size > uploadMax ? t.catalog.fileTooLarge(uploadMax / 1024 / 1024) : null;
}

const sayFile = (problem: string, t: Messages): Sentence =>
  t.catalog.files[problem] ?? t.catalog.unknownFile(problem);
