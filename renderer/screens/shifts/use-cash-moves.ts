import { useState } from 'react';
import type { Minor } from '../../../shared/domain/money.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** In the order of their numbers. */
export const cashKinds = ['paid-in', 'paid-out', 'drop', 'exchange', 'no-sale'] as const;
export type CashKind = (typeof cashKinds)[number];

/** Books a move of cash; `booked` counts up, so that a ledger in sight knows when to ask again. */
export function useCashMoves() {
  const { t, format } = useWords();
  const moveCash = useCommand('shifts.moveCash');
  const drop = useCommand('shifts.drop');
  const exchange = useCommand('shifts.exchange');
  const openDrawer = useCommand('shifts.openDrawer');
  const [busy, setBusy] = useState(false);
  const [booked, setBooked] = useState(0);

  const say = (kind: CashKind, amount: Minor | null, reason: string) => {
    if (kind === 'no-sale' || amount === null) return openDrawer({ reason });
    if (kind === 'drop') return drop({ amount, reason });
    if (kind === 'exchange') return exchange({ amount, reason });
    return moveCash({ move: kind, amount, reason });
  };
  const book = async (kind: CashKind, amount: Minor | null, reason: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    const answer = await say(kind, amount, reason);
    setBusy(false);
    if (!answer.ok) return false;
    setBooked(count => count + 1);
    const name = t.cash.kinds[kind].name;
    toast({
      tone: 'green',
      title: amount === null ? t.cash.opened : t.cash.done(name, format.amount(amount)),
    });
    return true;
  };
  return { book, busy, booked };
}
