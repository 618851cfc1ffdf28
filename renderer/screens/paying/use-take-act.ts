import type { IntentView } from '../../../shared/contract/paying.ts';
import { minor } from '../../../shared/domain/money.ts';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import type { PayAct } from './acts.ts';
import type { Cash } from './use-cash.ts';

/** The key of paying: takes what is typed, or exactly what is owed. Less than that is put down where a code can pay the rest. */
export function useTakeAct(intent: IntentView, codesCan: boolean, cash: Cash): PayAct {
  const { t, format } = useWords();
  const ask = useCommand('paying.ask');
  const { collect, keys } = t.paying;
  const { typed, given, asked } = cash;
  const act = { act: 'pay', label: collect.cash, short: keys.cash, tone: 'main' } as const;

  if (codesCan && typed !== null && typed > 0 && typed < Math.min(intent.remaining, intent.cashDue)) {
    const rest = minor(intent.remaining - typed);
    const putDown = async () => {
      const answer = await ask({ intent: intent.intent, amount: rest, restInCash: true });
      if (answer.ok) cash.entry.clear();
    };
    const note = collect.restByCode(format.figures(rest));
    return { ...act, note, run: () => void putDown() };
  }
  const sum = given === null ? '' : format.figures(given);
  const says =
    cash.entry.text !== '' ? collect.cashGiven : intent.restInCash ? collect.putDown : collect.cashExact;
  return {
    ...act,
    ...(asked !== null && { label: collect.confirmTake, tone: 'amber' }),
    note: says(sum),
    run: cash.confirm,
  };
}
