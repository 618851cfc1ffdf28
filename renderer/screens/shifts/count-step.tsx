import { useState } from 'react';
import type { Minor } from '../../../shared/domain/money.ts';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { useKeys } from '../../input/keys.ts';
import { useScreenHelp } from '../../input/screen-help.tsx';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { CountDesk, canEnter, swapCounting } from './count-desk.tsx';
import { type Counted, useCount } from './use-count.ts';

/** The blind count. `again`: the one recount; by how much the first was off, and which way, is not told. */
export function CountStep(props: {
  shift: ShiftId;
  again: boolean;
  onBack: () => void;
  onCounted: () => Promise<void>;
}) {
  const { t, format } = useWords();
  const words = t.shifts.close;
  const help = useScreenHelp(words.title, t.shifts.closeHelp);
  const say = useCommand('shifts.count', { quiet: true });
  const count = useCount();
  const [asking, setAsking] = useState<Counted | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Sentence | null>(null);

  const ask = () => {
    if (!count.next() && !busy) setAsking(count.read());
  };
  const settle = async ({ amount: counted, faces }: Counted) => {
    setAsking(null);
    setBusy(true);
    const answer = await say({ shift: props.shift, counted, ...(faces ? { faces } : {}) });
    setBusy(false);
    if (answer.ok) await props.onCounted();
    else setFault(explain(answer.refusal, t, format));
  };
  useKeys({
    entry: count.entry,
    keys: {
      confirm: ask,
      back: props.onBack,
      swap: () => swapCounting(count),
      up: () => count.step(-1),
      down: () => count.step(1),
    },
  });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <CountDesk
        title={props.again ? words.again : words.count}
        ask={props.again ? words.againWhy : words.countAsk}
        aside={props.again ? undefined : words.countBlind}
        label={words.counted}
        count={count}
        act={words.sure}
        onEnter={ask}
        busy={busy}
        trouble={
          fault && (
            <Notice tone="red" title={fault.what}>
              {fault.todo}
            </Notice>
          )
        }
      />
      <Legend
        keys={[
          help.key,
          { act: 'back', label: t.common.back, onPress: props.onBack },
          {
            act: 'swap',
            label: count.at === null ? t.shifts.count.byFaces : t.shifts.count.bySum,
            onPress: () => swapCounting(count),
          },
          {
            act: 'confirm',
            label: count.at === null ? words.sure : t.shifts.count.next,
            onPress: ask,
            hidden: busy || !canEnter(count),
          },
        ]}
      />
      {help.sheet}
      {asking && (
        <Confirm counted={asking.amount} onYes={() => void settle(asking)} onNo={() => setAsking(null)} />
      )}
    </main>
  );
}

/** A count is frozen once it is told, so it is read back once. */
function Confirm(props: { counted: Minor; onYes: () => void; onNo: () => void }) {
  const { t, format } = useWords();
  const words = t.shifts.close;
  const { counted, onYes, onNo } = props;
  useKeys({ modal: true, keys: { confirm: onYes, back: onNo } });
  return (
    <Dialog
      title={words.confirmTitle}
      onClose={onNo}
      actions={
        <>
          <Button tone="main" size="tender" act="confirm" onPress={onYes}>
            {words.confirmYes}
          </Button>
          <Button size="tender" act="back" onPress={onNo}>
            {words.recount}
          </Button>
        </>
      }
    >
      <p className="text-lead">{words.confirm(format.amount(counted))}</p>
      {counted === 0 && <Notice tone="amber" title={words.confirmZero} />}
    </Dialog>
  );
}
