import { useState } from 'react';
import type { PrintJobView } from '../../../shared/contract/printing.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { sayReason, titleOf } from './job-words.ts';

/** Asks a person about the one print whose end nobody knows; "later" leaves it in the list. */
export function UncertainPrints({ job, onClose }: { job: PrintJobView; onClose: () => void }) {
  const { t } = useWords();
  const words = t.printing.uncertain;
  const settle = useCommand('printing.settle');
  const [busy, setBusy] = useState(false);
  const say = async (came: boolean) => {
    if (busy) return;
    setBusy(true);
    await settle({ job: job.job, came });
    onClose();
  };
  useKeys({
    modal: true,
    entry: useNumberChoice({ 1: () => void say(true), 2: () => void say(false) }),
    keys: { back: onClose },
  });
  const reason = job.reason === null ? null : sayReason(job.reason, t);
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <Button act="back" onPress={onClose}>
          {words.later}
        </Button>
      }
    >
      <p className="text-lead">{words.what(titleOf(job, t))}</p>
      {reason && (
        <Notice tone="amber" title={reason.what}>
          {reason.todo}
        </Notice>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Button
          tone="main"
          size="tender"
          plainKey="1"
          className="py-2.5"
          note={words.cameNote}
          onPress={() => void say(true)}
        >
          {words.came}
        </Button>
        <Button
          size="tender"
          plainKey="2"
          className="py-2.5"
          note={words.missingNote}
          onPress={() => void say(false)}
        >
          {words.missing}
        </Button>
      </div>
    </Dialog>
  );
}
