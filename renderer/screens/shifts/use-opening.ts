import { useState } from 'react';
import type { DrawerView } from '../../../shared/contract/shifts.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import type { CashCounter } from './use-count.ts';

/** Opens with what was counted. A clock that seems behind is asked about, any other refusal is told. */
export function useOpening(count: CashCounter, drawer: DrawerView) {
  const { t, format } = useWords();
  const say = useCommand('shifts.open', { quiet: true });
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Sentence | null>(null);
  const [clock, setClock] = useState<Sentence | null>(null);
  const open = async (trustClock: boolean) => {
    const counted = count.read();
    if (!counted || busy) return;
    setBusy(true);
    setClock(null);
    setFault(null);
    const { amount: float, faces } = counted;
    const answer = await say({
      float,
      drawer: drawer.drawer,
      ...(faces ? { faces } : {}),
      ...(trustClock ? { trustClock } : {}),
    });
    setBusy(false);
    if (answer.ok) {
      toast({ tone: 'green', title: t.shifts.open.opened(format.amount(float)) });
      return;
    }
    const told = explain(answer.refusal, t, format);
    if (answer.refusal.code === 'clock-behind') setClock(told);
    else setFault(told);
  };
  return { open, busy, fault, clock, forget: () => setClock(null) };
}
