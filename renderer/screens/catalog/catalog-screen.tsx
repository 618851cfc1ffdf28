import { type DragEvent, useRef, useState } from 'react';
import type { CatalogView, UndoableImport } from '../../../shared/contract/catalog.ts';
import type { AnyAct } from '../../../shared/domain/keys/acts.ts';
import { leave } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import type { LegendKey } from '../../kit/legend.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { DropPlace } from './drop-place.tsx';
import { canStart, ImportPreviewView } from './import-preview.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { PriceDesk, type PriceTask, PriceTaskDialog } from './price-desk.tsx';
import { SaveGoods } from './save-goods.tsx';
import { LastImport } from './undo-import.tsx';
import { type ImportActs, type ImportStage, useImport } from './use-import.ts';

/** A price list from file to shelf: choose or drop, look it over, import, see what became of it. */
export function CatalogScreen() {
  const { t } = useWords();
  const view = useLive('catalog.state');
  const may = useLive('session.current')?.permissions.includes('import-catalog') ?? true;
  const { stage, last, acts } = useImport();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [task, setTask] = useState<PriceTask | null>(null);
  const choose = () => {
    if (may) picker.current?.click();
  };
  const keys = keysOf(stage, acts, choose, t);
  const open = (wanted: PriceTask) => () => {
    if (may && stage.kind === 'choose') setTask(wanted);
  };
  useKeys({
    keys: {
      ...Object.fromEntries(keys.map(({ act, onPress }) => [act, onPress])),
      'choice-1': open('one-price'),
      'choice-2': open('repricings'),
      'choice-3': open('added'),
    },
  });
  const drop = useDrop(may && stage.kind !== 'running', acts.take, setOver);

  return (
    <div {...drop} className="flex min-h-0 flex-1 flex-col">
      <Page title={t.catalog.title} note={view ? t.catalog.onShelf(view.items) : ''} legend={keys}>
        {may ? (
          <Stage
            stage={stage}
            last={last}
            acts={acts}
            view={view}
            onOpen={setTask}
            over={over}
            onChoose={choose}
          />
        ) : (
          <Notice tone="amber" title={t.catalog.mayNot} />
        )}
      </Page>
      {task && view && <PriceTaskDialog task={task} view={view} onClose={() => setTask(null)} />}
      <input
        ref={picker}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
        aria-label={t.catalog.choose}
        onChange={event => {
          const [file] = event.target.files ?? [];
          // The same file can be chosen again after it has been put right.
          event.target.value = '';
          if (file) void acts.take(file);
        }}
      />
    </div>
  );
}

function Stage(props: {
  stage: ImportStage;
  last: UndoableImport | null;
  acts: ImportActs;
  view: CatalogView | undefined;
  onOpen: (task: PriceTask) => void;
  over: boolean;
  onChoose: () => void;
}) {
  const { stage, last, acts, view, onChoose } = props;
  switch (stage.kind) {
    case 'choose':
    case 'uploading':
      return (
        <div className="flex h-full flex-col gap-3">
          <DropPlace stage={stage} over={props.over} onChoose={onChoose} />
          {stage.kind === 'choose' && view && view.items > 0 && (
            <PriceDesk view={view} onOpen={props.onOpen} />
          )}
          {stage.kind === 'choose' && view && view.items > 0 && <SaveGoods />}
          {stage.kind === 'choose' && last && <LastImport last={last} undone={acts.again} />}
        </div>
      );
    case 'preview':
      return <ImportPreviewView stage={stage} acts={acts} onChoose={onChoose} />;
    case 'running':
      return <ImportProgress state={stage.state} onCancel={() => void acts.cancel()} />;
    case 'over':
      return <ImportResult state={stage.state} last={last} onAgain={acts.again} />;
  }
}

type StageKey = LegendKey & { readonly act: AnyAct };

function keysOf(
  stage: ImportStage,
  acts: ImportActs,
  choose: () => void,
  t: ReturnType<typeof useWords>['t'],
): readonly StageKey[] {
  const esc = (label: string, onPress: () => void): StageKey => ({
    act: 'back',
    label,
    onPress,
  });
  const enter = (label: string, onPress: () => void): StageKey => ({
    act: 'confirm',
    label,
    onPress,
  });
  switch (stage.kind) {
    case 'choose':
      return [esc(t.common.back, leave), enter(t.catalog.choose, choose)];
    case 'uploading':
      return [esc(t.common.cancel, acts.again)];
    case 'preview':
      return [
        esc(t.catalog.otherFile, acts.again),
        { ...enter(t.catalog.start, () => void acts.start()), hidden: !canStart(stage) },
      ];
    case 'running':
      return [
        esc(t.common.back, leave),
        { act: 'remove', label: t.catalog.cancel, onPress: () => void acts.cancel() },
      ];
    case 'over':
      return [esc(t.catalog.again, acts.again), enter(t.catalog.toSelling, leave)];
  }
}

/** Files dropped anywhere on the screen; what is dropped elsewhere must not take the page away. */
function useDrop(open: boolean, take: (file: File) => Promise<void>, setOver: (over: boolean) => void) {
  return {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(open);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer.files;
      if (open && file) void take(file);
    },
  };
}
