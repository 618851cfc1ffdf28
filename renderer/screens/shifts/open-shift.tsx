import { useEffect, useState } from 'react';
import { type Minor, minorDigits, plainAmount, zero } from '../../../shared/domain/money.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Notice } from '../../kit/notice.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive, useQuery } from '../../live/index.tsx';
import { useClosed } from './closed.ts';
import { CountDesk } from './count-desk.tsx';
import { ShiftResult } from './shift-result.tsx';
import { useAmount } from './use-amount.ts';

/** Before the first sale: what is in the drawer. After a close: what came of it, until somebody goes on. */
export function OpenShiftScreen() {
  const totals = useClosed(state => state.totals);
  return totals ? <ShiftResult totals={totals} /> : <OpenShift />;
}

function OpenShift() {
  const { t, format } = useWords();
  const currency = useLive('setup.state')?.currency ?? 'CNY';
  const session = useLive('session.current');
  const may = session?.permissions.includes('open-shift') ?? false;
  const open = useCommand('shifts.open');
  const signOut = useCommand('session.signOut');
  const last = useLastCount();
  const amount = useAmount();
  const [busy, setBusy] = useState(false);

  const fill = (value: Minor) => amount.entry.set(plainAmount(value, minorDigits(currency)));
  const enter = async () => {
    const float = amount.read();
    if (float === null || busy || !may) return;
    setBusy(true);
    const answer = await open({ float });
    setBusy(false);
    if (answer.ok) toast({ tone: 'green', title: t.shifts.open.opened(format.amount(float)) });
  };
  const fromNothing = () => fill(zero);
  const asLast = last === null ? undefined : () => fill(last);
  useKeys({
    entry: amount.entry,
    keys: {
      Enter: () => void enter(),
      Escape: amount.entry.clear,
      F2: asLast,
      F3: fromNothing,
      F10: () => goTo('more'),
      F12: () => void signOut({}),
    },
  });

  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <CountDesk
        title={t.shifts.open.ask}
        ask={t.shifts.open.why}
        label={t.shifts.open.float}
        amount={amount}
        act={t.shifts.open.go}
        onEnter={() => void enter()}
        busy={busy || !may}
        trouble={session && !may && <Notice tone="amber" title={t.shifts.open.mayNot} />}
      >
        <div className="flex flex-wrap gap-3">
          {last !== null && (
            <Button
              keyName="F2"
              onPress={() => fill(last)}
              note={format.amount(last)}
              className="min-w-64 py-2"
            >
              {t.shifts.open.asLast}
            </Button>
          )}
          <Button keyName="F3" onPress={fromNothing} className="min-w-64 py-2">
            {t.shifts.open.nothing}
          </Button>
        </div>
      </CountDesk>
      <Legend
        keys={[
          ...(asLast ? [{ keyName: 'F2', label: t.shifts.open.asLast, onPress: asLast }] : []),
          { keyName: 'Enter', label: t.shifts.open.go, onPress: () => void enter() },
          { keyName: 'F10', label: t.more.title, onPress: () => goTo('more') },
          { keyName: 'F12', label: t.session.signOut, onPress: () => void signOut({}) },
        ]}
      />
    </main>
  );
}

/** What was counted at the last close; null before the first, and until the core has told. */
function useLastCount(): Minor | null {
  const ask = useQuery('shifts.last');
  const [last, setLast] = useState<Minor | null>(null);
  useEffect(() => {
    void ask({}).then(answer => {
      if (answer.ok) setLast(answer.value?.counted ?? null);
    });
  }, [ask]);
  return last;
}
