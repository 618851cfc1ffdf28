import { Button } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { type FileKind, useGoodsFile } from './use-goods-file.ts';

const kinds: readonly FileKind[] = ['xlsx', 'csv'];

/** The goods there are as a file: to look at, to mend and to import again. */
export function SaveGoods() {
  const { t } = useWords();
  const { progress, save } = useGoodsFile();
  return (
    <Panel className="flex shrink-0 items-center gap-3 px-4 py-3">
      <p aria-live="polite" className="min-w-0 flex-1 text-muted">
        {progress ? t.catalog.saving(progress.done, progress.of) : t.catalog.saveGoods}
      </p>
      {kinds.map(kind => (
        <Button key={kind} size="tender" disabled={progress !== null} onPress={() => void save(kind)}>
          {t.catalog.saveAs[kind]}
        </Button>
      ))}
    </Panel>
  );
}
