import { useState } from 'react';
import type { UndoableImport } from '../../../shared/contract/catalog.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Panel } from '../../kit/panel.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** The way back from the last import; `undone` is called when the goods are as they were. */
export function UndoImport({ last, undone }: { last: UndoableImport; undone: () => void }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="tender" onPress={() => setAsking(true)}>
        {t.catalog.undo}
      </Button>
      {asking && <UndoDialog last={last} undone={undone} onClose={() => setAsking(false)} />}
    </>
  );
}

/** What came last, with the way back from it. */
export function LastImport({ last, undone }: { last: UndoableImport; undone: () => void }) {
  const { t, format } = useWords();
  return (
    <Panel className="flex shrink-0 items-center gap-4 px-4 py-3">
      <p className="min-w-0 flex-1 truncate text-muted">
        {t.catalog.lastImport(last.fileName, format.dayTime(last.at))}
      </p>
      <UndoImport last={last} undone={undone} />
    </Panel>
  );
}

/** Prices of a whole shop change by it, so it takes a second key. */
function UndoDialog(props: { last: UndoableImport; undone: () => void; onClose: () => void }) {
  const { last, undone, onClose } = props;
  const { t, format } = useWords();
  const undo = useCommand('catalog.undoImport');
  const confirm = async () => {
    onClose();
    const answer = await undo({});
    if (!answer.ok) return;
    toast({ tone: 'green', title: t.catalog.undone(answer.value.items) });
    undone();
  };
  useKeys({ modal: true, keys: { remove: () => void confirm(), back: onClose } });
  return (
    <Dialog
      title={t.catalog.undoTitle}
      onClose={onClose}
      actions={
        <>
          <Button tone="danger" size="tender" act="remove" onPress={() => void confirm()}>
            {t.catalog.undo}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p className="text-lead">{t.catalog.lastImport(last.fileName, format.dayTime(last.at))}</p>
      <p className="text-lead">{t.catalog.undoWhat(last.items)}</p>
    </Dialog>
  );
}
