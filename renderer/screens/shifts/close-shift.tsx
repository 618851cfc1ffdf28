import { useState } from 'react';
import type { Minor } from '../../../shared/domain/money.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLivePart } from '../../live/index.tsx';
import { showClosed } from './closed.ts';
import { ClosingChecks } from './closing-checks.tsx';
import { CountDesk } from './count-desk.tsx';
import { useAmount } from './use-amount.ts';

/** Closing: what is still open, then a count without sight of the expected sum, then the verdict. */
export function CloseShiftScreen() {
  const [checked, setChecked] = useState(false);
  return checked ? (
    <Count onBack={() => setChecked(false)} />
  ) : (
    <ClosingChecks onNext={() => setChecked(true)} />
  );
}

function Count({ onBack }: { onBack: () => void }) {
  const { t, format } = useWords();
  const held = useLivePart('selling.cart', cart => cart.heldCarts) ?? 0;
  const close = useCommand('shifts.close', { quiet: true });
  const amount = useAmount();
  const [asking, setAsking] = useState<Minor | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Sentence | null>(null);

  const ask = () => {
    if (!busy) setAsking(amount.read());
  };
  const settle = async (counted: Minor) => {
    setAsking(null);
    setBusy(true);
    const answer = await close({ counted, ...(held > 0 ? { carryHeld: true } : {}) });
    setBusy(false);
    if (answer.ok) {
      showClosed(answer.value);
      goTo(null);
    } else {
      setFault(explain(answer.refusal, t, format));
    }
  };
  useKeys({ entry: amount.entry, keys: { Enter: ask, Escape: onBack } });

  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <CountDesk
        title={t.shifts.close.count}
        ask={t.shifts.close.countAsk}
        label={t.shifts.close.counted}
        amount={amount}
        act={t.shifts.close.sure}
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
          { keyName: 'Esc', label: t.common.back, onPress: onBack },
          { keyName: 'Enter', label: t.shifts.close.sure, onPress: ask },
        ]}
      />
      {asking !== null && (
        <Confirm counted={asking} onYes={() => void settle(asking)} onNo={() => setAsking(null)} />
      )}
    </main>
  );
}

function Confirm(props: { counted: Minor; onYes: () => void; onNo: () => void }) {
  const { t, format } = useWords();
  const { counted, onYes, onNo } = props;
  useKeys({ modal: true, keys: { Enter: onYes, Escape: onNo } });
  return (
    <Dialog
      title={t.shifts.close.confirmTitle}
      onClose={onNo}
      actions={
        <>
          <Button tone="main" size="tender" keyName="Enter" onPress={onYes}>
            {t.shifts.close.confirmYes}
          </Button>
          <Button size="tender" keyName="Esc" onPress={onNo}>
            {t.shifts.close.recount}
          </Button>
        </>
      }
    >
      <p className="text-lead">{t.shifts.close.confirm(format.amount(counted))}</p>
      {counted === 0 && <Notice tone="amber" title={t.shifts.close.confirmZero} />}
    </Dialog>
  );
}
