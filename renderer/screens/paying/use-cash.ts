import { useEffect, useRef, useState } from 'react';
import type { CartView } from '../../../shared/contract/selling.ts';
import { type Minor, minor, minorDigits, parseMinor } from '../../../shared/domain/money.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { play } from '../../app/earcons.ts';
import { goTo } from '../../app/navigation.ts';
import { useEntry } from '../../input/entry.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

const amountTyping: Readonly<Record<number, RegExp>> = {
  0: /^\d{0,13}$/,
  2: /^\d{0,13}(?:\.\d{0,2})?$/,
  3: /^\d{0,13}(?:\.\d{0,3})?$/,
};

/** Taking cash for a cart: what has been typed, what it leaves, and the one step that settles it. */
export function useCash(cart: CartView, currency: string) {
  const { t, format } = useWords();
  const settle = useCommand('paying.cash', { quiet: true });
  const digits = minorDigits(currency);
  const entry = useEntry({ accepts: amountTyping[digits] ?? amountTyping[2]!, lengthMax: 14 });
  const [fault, setFault] = useState<Sentence | null>(null);
  /** The sum the cashier has been asked about; the same sum again is the answer yes. */
  const [asked, setAsked] = useState<Minor | null>(null);
  const busy = useRef(false);
  const { due } = cart.priced;
  const typed = entry.text === '' ? null : parseMinor(entry.text, digits);
  const given = typed === null ? due : typed.ok ? typed.value : null;

  useLeaveOnChange(cart);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sum is another question.
  useEffect(() => {
    setFault(null);
    setAsked(null);
  }, [entry.text]);

  const take = async (sum: Minor) => {
    if (busy.current) return;
    busy.current = true;
    const answer = await settle({ cart: cart.id, due, given: sum, confirmed: asked === sum });
    busy.current = false;
    if (answer.ok) {
      play('done');
      return;
    }
    play('error');
    setFault(explain(answer.refusal, t, format));
    setAsked(answer.refusal.code === 'cash-needs-confirmation' ? sum : null);
    if (answer.refusal.code === 'cart-changed') goTo(null);
  };

  return {
    entry,
    given,
    change: given === null ? null : minor(given - due),
    exact: typed === null,
    fault,
    asked,
    confirm: () => void (asked !== null ? take(asked) : given !== null && take(given)),
    take: (sum: Minor) => void take(sum),
  };
}

/** Goods scanned while the money is out make another sum: back to the list, so that it is seen before it is asked for. */
function useLeaveOnChange(cart: CartView): void {
  const { t } = useWords();
  const opened = useRef({ id: cart.id, due: cart.priced.due });
  useEffect(() => {
    const { id, due } = opened.current;
    if (cart.id === id && cart.priced.due === due) return;
    goTo(null);
    toast({ tone: 'amber', title: t.paying.changedTitle, detail: t.paying.changedTodo });
  }, [cart, t]);
}
