import { useState } from 'react';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import type { Cause, Suspect } from '../../../shared/domain/shift/detective.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Choice } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

type Said = Cause | 'other';

/** What a difference came of, in a person's words: a note on the record that changes no figure. */
export function ExplainDialog(props: {
  shift: ShiftId;
  suspects: readonly Suspect[];
  onClose: () => void;
  onExplained: () => void;
}) {
  const { t, cap } = useWords();
  const words = t.suspects;
  const explain = useCommand('shifts.explain');
  const causes: readonly Said[] = [...new Set(props.suspects.map(suspect => suspect.cause)), 'other'];
  const [cause, setCause] = useState<Said>(causes[0]!);
  const [settled, setSettled] = useState<'open' | 'done'>('open');
  const [note, setNote] = useState('');
  const save = async () => {
    const answer = await explain({
      shift: props.shift,
      cause,
      note: note.trim(),
      settled: settled === 'done',
    });
    if (!answer.ok) return;
    toast({ tone: 'green', title: words.saved });
    props.onExplained();
  };
  const turn = (by: number) =>
    setCause(causes[(causes.indexOf(cause) + by + causes.length) % causes.length]!);
  useKeys({
    modal: true,
    keys: {
      confirm: () => void save(),
      back: props.onClose,
      up: () => turn(-1),
      down: () => turn(1),
      swap: () => setSettled(now => (now === 'open' ? 'done' : 'open')),
    },
  });
  return (
    <Dialog
      title={words.explain}
      onClose={props.onClose}
      wide
      actions={
        <>
          <Button tone="main" act="confirm" onPress={() => void save()}>
            {t.common.confirm}
          </Button>
          <Button act="back" onPress={props.onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <Choice
        label={`${words.cause} ↑ ↓`}
        value={cause}
        options={causes.map(each => ({ value: each, label: words.names[each] }))}
        onChange={setCause}
      />
      <Choice
        label={`${words.state} ${cap('swap')}`}
        value={settled}
        options={[
          { value: 'open', label: words.settled.open },
          { value: 'done', label: words.settled.done },
        ]}
        onChange={setSettled}
      />
      <Field label={words.note} value={note} maxLength={200} autoFocus onChange={setNote} />
    </Dialog>
  );
}
