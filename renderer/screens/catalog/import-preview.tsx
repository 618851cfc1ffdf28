import { type ImportField, type ImportMapping, importFields } from '../../../shared/contract/catalog.ts';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Panel } from '../../kit/panel.tsx';
import { Select } from '../../kit/select.tsx';
import { useWords } from '../../kit/words.tsx';
import { Choices } from './choices.tsx';
import { ProblemList } from './problem-list.tsx';
import { SampleTables } from './sample-tables.tsx';
import type { ImportActs, PreviewStage } from './use-import.ts';

/** What the file is, which column is what, and what would come of it, before anything is changed. */
export function ImportPreviewView(props: { stage: PreviewStage; acts: ImportActs; onChoose: () => void }) {
  const { t } = useWords();
  const { stage, acts } = props;
  const { preview } = stage;
  const missing = preview.missing.map(field => t.catalog.fields[field]);
  const said = missing.length > 0 ? t.catalog.missing(missing) : null;
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <Panel className="shrink-0 px-4 pt-2 pb-3">
        <Found stage={stage} onChoose={props.onChoose} />
        <Mapping stage={stage} onMap={mapping => void acts.map(mapping)} />
        {preview.remembered && (
          <p className="pt-2 text-legend">
            <span aria-hidden>ℹ </span>
            {t.catalog.remembered}
          </p>
        )}
      </Panel>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(280px,380px)] gap-3">
        <SampleTables preview={preview} comparison={stage.comparison} />
        <div className="flex min-h-0 flex-col gap-3">
          <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto">
            <Choices stage={stage} acts={acts} />
            <Panel className="flex min-h-28 flex-1 flex-col overflow-hidden">
              {said ? (
                <Notice tone="amber" title={said.what} className="m-3">
                  {said.todo}
                </Notice>
              ) : (
                <ProblemList
                  problems={stage.comparison?.problems ?? preview.problems}
                  none={t.catalog.noProblems[stage.comparison ? 'all' : 'first']}
                />
              )}
            </Panel>
          </div>
          <Button
            tone="main"
            size="tender"
            act="confirm"
            note={said || stage.comparison ? t.catalog.startNote : sayComparing(stage, t)}
            className="min-h-[104px] shrink-0"
            disabled={!canStart(stage)}
            onPress={() => void acts.start()}
          >
            {t.catalog.start}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Not before it is known what would come of it, and once. */
export const canStart = ({ comparison, starting }: PreviewStage): boolean => comparison !== null && !starting;

const sayComparing = ({ comparing }: PreviewStage, t: ReturnType<typeof useWords>['t']): string =>
  t.catalog.comparing(
    comparing && comparing.total > 0
      ? Math.min(100, Math.floor((comparing.done * 100) / comparing.total))
      : 0,
  );

function Found({ stage, onChoose }: { stage: PreviewStage; onChoose: () => void }) {
  const { t } = useWords();
  const { encoding, delimiter, sheet, hasHeader } = stage.preview;
  const found = [
    ...(sheet === null
      ? [t.catalog.encodings[encoding], t.catalog.delimiters[delimiter]]
      : [t.catalog.sheet(sheet)]),
    hasHeader ? t.catalog.withHeader : t.catalog.withoutHeader,
  ];
  return (
    <div className="flex items-center gap-4 pb-2">
      <p className="min-w-0 truncate text-lead font-semibold">{stage.fileName}</p>
      <p className="min-w-0 flex-1 truncate text-legend text-muted">{found.join(' · ')}</p>
      <p aria-hidden className="text-legend text-muted">
        <span className="text-red">*</span> {t.catalog.needed}
      </p>
      <Button onPress={onChoose}>{t.catalog.otherFile}</Button>
    </div>
  );
}

const noColumn = '';
const needed: readonly ImportField[] = ['name', 'price'];

function Mapping({ stage, onMap }: { stage: PreviewStage; onMap: (mapping: ImportMapping) => void }) {
  const { t } = useWords();
  const { headers } = stage.preview;
  const columns = [
    { value: noColumn, label: t.catalog.none },
    ...headers.map((title, index) => ({
      value: String(index),
      label: t.catalog.column(index + 1, stage.preview.hasHeader ? title : ''),
    })),
  ];
  const choose = (field: ImportField, value: string) => {
    const { [field]: _, ...others } = stage.mapping;
    onMap(value === noColumn ? others : { ...others, [field]: Number(value) });
  };
  return (
    <div className="grid grid-cols-7 gap-2">
      {importFields.map(field => (
        <Select
          key={field}
          small
          label={t.catalog.fields[field]}
          needed={needed.includes(field) ? t.catalog.needed : undefined}
          value={String(stage.mapping[field] ?? noColumn)}
          options={columns}
          wanting={stage.preview.missing.includes(field)}
          onChange={value => choose(field, value)}
        />
      ))}
    </div>
  );
}
