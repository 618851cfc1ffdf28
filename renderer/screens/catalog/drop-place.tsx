import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Progress } from '../../kit/progress.tsx';
import { useWords } from '../../kit/words.tsx';
import type { ImportStage } from './use-import.ts';

/** Once all of it is there, the till looks what it is; a large workbook takes a second or two. */
const sayReading = (percent: number, t: ReturnType<typeof useWords>['t']): string =>
  percent < 100 ? t.catalog.reading(percent) : t.catalog.lookingIn;

/** Where a price list is dropped or chosen, and how much of it has been read. */
export function DropPlace(props: {
  stage: Extract<ImportStage, { kind: 'choose' | 'uploading' }>;
  over: boolean;
  onChoose: () => void;
}) {
  const { t } = useWords();
  const { stage } = props;
  return (
    <div
      className={`flex min-h-0 flex-1 flex-col items-center justify-center gap-6 rounded-till border-2 border-dashed p-8 text-center ${props.over ? 'border-accent bg-accent-soft' : 'border-edge/60 bg-surface'}`}
    >
      {stage.kind === 'uploading' ? (
        <div className="flex w-full max-w-[520px] flex-col gap-4" aria-live="polite">
          <p className="truncate text-lead font-semibold">{stage.fileName}</p>
          <Progress done={stage.percent} total={100} label={sayReading(stage.percent, t)} />
          <p className="text-muted">{sayReading(stage.percent, t)}</p>
        </div>
      ) : (
        <>
          {stage.fault && (
            <Notice tone="red" title={stage.fault.what} className="text-left">
              {stage.fault.todo}
            </Notice>
          )}
          <p className="text-title font-semibold">{props.over ? t.catalog.dropHere : t.catalog.drop}</p>
          <Button tone="main" size="tender" act="confirm" onPress={props.onChoose} className="min-w-64 px-8">
            {t.catalog.choose}
          </Button>
          <div className="max-w-[760px] text-muted">
            <p>{t.catalog.dropNote}</p>
            <p>{t.catalog.dropFound}</p>
            <p className="mt-2 text-legend">{t.catalog.example}</p>
          </div>
        </>
      )}
    </div>
  );
}
