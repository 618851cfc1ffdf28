import { useState } from 'react';
import type { BusinessDay } from '../../../shared/domain/business-day.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Notice } from '../../kit/notice.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** 营业日结: asked once, for it can't be taken back. */
export function CloseDayDialog(props: { day: BusinessDay; onClose: () => void; onClosed: () => void }) {
  const { t, format } = useWords();
  const words = t.archive;
  const closeDay = useCommand('shifts.closeDay', { quiet: true });
  const [fault, setFault] = useState<Sentence | null>(null);
  const go = async () => {
    const answer = await closeDay({ day: props.day });
    if (!answer.ok) return setFault(explain(answer.refusal, t, format));
    toast({ tone: 'green', title: words.closed(props.day) });
    props.onClosed();
  };
  useKeys({ modal: true, keys: { confirm: () => void go(), back: props.onClose } });
  return (
    <Dialog
      title={words.confirmTitle(props.day)}
      onClose={props.onClose}
      actions={
        <>
          <Button tone="main" size="tender" act="confirm" onPress={() => void go()}>
            {t.common.confirm}
          </Button>
          <Button size="tender" act="back" onPress={props.onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p className="text-lead">{words.confirm}</p>
      {fault && (
        <Notice tone="amber" title={fault.what}>
          {fault.todo}
        </Notice>
      )}
    </Dialog>
  );
}
