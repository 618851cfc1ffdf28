import type { ImportState } from '../../../shared/contract/catalog.ts';
import { Button } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { Progress } from '../../kit/progress.tsx';
import { useWords } from '../../kit/words.tsx';

/** How far the import is; selling goes on meanwhile. */
export function ImportProgress({ state, onCancel }: { state: ImportState; onCancel: () => void }) {
  const { t } = useWords();
  const said = t.catalog.progress(state.done, state.total);
  return (
    <Panel className="flex h-full flex-col items-center justify-center gap-6 p-8">
      <p className="max-w-full truncate text-lead text-muted">{state.fileName}</p>
      <p className="text-hero font-semibold">{t.catalog.phases[state.phase]}</p>
      <div className="w-full max-w-[640px]">
        <Progress done={state.done} total={state.total} label={said} />
      </div>
      <p aria-live="polite" className="text-lead">
        {said}
      </p>
      <p className="text-muted">{t.catalog.startNote}</p>
      <Button act="remove" onPress={onCancel}>
        {t.catalog.cancel}
      </Button>
    </Panel>
  );
}
