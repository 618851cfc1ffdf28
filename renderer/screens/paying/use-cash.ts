import { useRef, useState } from 'react';
import type { IntentView } from '../../../shared/contract/paying.ts';
import { type Minor, minor, minorDigits, parseMinor } from '../../../shared/domain/money.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { play } from '../../app/earcons.ts';
import { useEntry } from '../../input/entry.ts';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

const amountTyping: Readonly<Record<number, RegExp>> = {
  0: /^\d{0,13}$/,
  2: /^\d{0,13}(?:\.\d{0,2})?$/,
  3: /^\d{0,13}(?:\.\d{0,3})?$/,
};

/** Taking cash for what is still owed: what has been typed, what it leaves, and the one step that settles it. */
export function useCash({ cart, cashDue, remaining, asking, restInCash }: IntentView) {
  const { t, format, currency } = useWords();
  const settle = useCommand('paying.cash', { quiet: true });
  const digits = minorDigits(currency);
  const entry = useEntry({ accepts: amountTyping[digits] ?? amountTyping[2]!, lengthMax: 14 });
  // Both speak of a text, and another text is another question. An effect that took them back would redraw
  // with every key of a scanner, and React gives up after fifty of those in a row.
  const [said, setSaid] = useState<{ readonly of: string; readonly fault: Sentence } | null>(null);
  const [question, setQuestion] = useState<{ readonly of: string; readonly sum: Minor } | null>(null);
  const fault = said?.of === entry.text ? said.fault : null;
  /** The sum the cashier has been asked about; the same sum again is the answer yes. */
  const asked = question?.of === entry.text ? question.sum : null;
  const busy = useRef(false);
  const read = entry.text === '' ? null : parseMinor(entry.text, digits);
  /** What has been typed, as a sum; null where that is nothing. */
  const typed = read?.ok ? read.value : null;
  // Put down beside a code, it is not enough: a key pressed twice must not take all of it in cash.
  const untyped = restInCash ? minor(remaining - asking) : cashDue;
  const given = entry.text === '' ? untyped : typed;

  const setFault = (sentence: Sentence) => setSaid({ of: entry.read(), fault: sentence });
  const take = async (sum: Minor) => {
    if (busy.current) return;
    busy.current = true;
    const answer = await settle({ cart, due: cashDue, given: sum, confirmed: asked === sum });
    busy.current = false;
    if (answer.ok) {
      play('done');
      return;
    }
    play('error');
    setFault(explain(answer.refusal, t, format));
    setQuestion(answer.refusal.code === 'cash-needs-confirmation' ? { of: entry.read(), sum } : null);
  };

  return {
    entry,
    typed,
    given,
    change: given === null ? null : minor(given - cashDue),
    fault,
    setFault,
    asked,
    confirm: () => void (asked !== null ? take(asked) : given !== null && take(given)),
    take: (sum: Minor) => void take(sum),
  };
}

export type Cash = ReturnType<typeof useCash>;
