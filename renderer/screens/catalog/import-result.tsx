import type { ImportState, UndoableImport } from '../../../shared/contract/catalog.ts';
import { leave } from '../../app/navigation.ts';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Panel } from '../../kit/panel.tsx';
import { csvFile, saveFile } from '../../kit/save-file.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useQuery } from '../../live/index.tsx';
import { ListHead, Problems } from './problem-list.tsx';
import { UndoImport } from './undo-import.tsx';

const figures = ['added', 'changed', 'unchanged', 'removed', 'rejected', 'warnings'] as const;

/** What became of a price list, in six figures, and the rows that were left out as a file. */
export function ImportResult(props: {
  state: ImportState;
  last: UndoableImport | null;
  onAgain: () => void;
}) {
  const { state, last, onAgain } = props;
  const { t } = useWords();
  const done = state.phase === 'done';
  const { failure } = state;
  const said = failure === null ? null : (t.catalog.files[failure] ?? t.catalog.unknownFile(failure));
  return (
    <Panel className="flex h-full flex-col justify-center gap-5 overflow-auto px-10 py-6">
      <div>
        <h2 className={`text-hero font-semibold ${done ? 'text-green' : 'text-amber'}`}>
          <span aria-hidden>{done ? '✓' : '△'} </span>
          {t.catalog.phases[state.phase]}
        </h2>
        <p className="truncate text-lead text-muted">{state.fileName}</p>
      </div>
      {said && (
        <Notice tone="red" title={said.what}>
          {said.todo}
        </Notice>
      )}
      {done && (
        <dl className="grid grid-cols-6 gap-4 border-y border-line py-4">
          {figures.map(name => (
            <div key={name}>
              <dt className="text-legend text-muted">{t.catalog.results[name]}</dt>
              <dd className={`text-hero font-semibold ${lookOf(name, state[name])}`}>{state[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      {done && state.warned.length > 0 && <Warned state={state} />}
      {done && state.planned > 0 && <p className="text-lead">{t.catalog.plannedLater(state.planned)}</p>}
      {done &&
        (state.rejected > 0 ? <Rejects id={state.id} /> : <p className="text-lead">{t.catalog.allIn}</p>)}
      <div className="flex gap-3">
        <Button tone="main" size="tender" act="confirm" className="min-w-56" onPress={leave}>
          {t.catalog.toSelling}
        </Button>
        <Button size="tender" act="back" onPress={onAgain}>
          {t.catalog.again}
        </Button>
        {done && last && <UndoImport last={last} undone={onAgain} />}
      </div>
    </Panel>
  );
}

const lookOf = (name: (typeof figures)[number], count: number): string => {
  if (count === 0) return 'text-muted';
  return name === 'rejected' ? 'text-red' : name === 'warnings' ? 'text-amber' : '';
};

/** The lines that came in with a warning, so that somebody can put the file right. */
function Warned({ state: { warned, warnings } }: { state: ImportState }) {
  const { t } = useWords();
  const more = warnings > warned.length ? ` · ${t.catalog.warnedMore(warned.length)}` : '';
  return (
    <div className="flex max-h-[38%] min-h-24 shrink flex-col overflow-hidden rounded-till border border-line">
      <ListHead>{`${t.catalog.warned}${more}`}</ListHead>
      <Problems problems={warned} label={t.catalog.warned} />
    </div>
  );
}

function Rejects({ id }: { id: string }) {
  const { t } = useWords();
  const ask = useQuery('catalog.rejects');
  const save = async () => {
    const answer = await ask({ import: id });
    if (!answer.ok) return;
    saveFile(answer.value.fileName, csvFile(answer.value.csv));
    toast({ tone: 'green', title: t.catalog.rejectsSaved(answer.value.fileName) });
  };
  return (
    <div className="flex items-center gap-4">
      <Button onPress={() => void save()}>{t.catalog.saveRejects}</Button>
      <p className="text-muted">{t.catalog.saveRejectsNote}</p>
    </div>
  );
}
