import { useState } from 'react';
import { explain } from '../../../shared/i18n/index.ts';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { makePin } from './make-pin.ts';

export const nameMax = 20;
/** A PIN of chance is one of those that are too easy about once in forty times. */
const triesMax = 5;

export type Hiring = {
  readonly name: string;
  /** Who was added last and their PIN, or why nobody was; null before. */
  readonly said: string | null;
  rename(name: string): void;
  add(): void;
};

/** Adds a cashier with a PIN that the till makes up, to be handed over by word of mouth. */
export function useHiring(): Hiring {
  const { t, format } = useWords();
  const addStaff = useCommand('setup.addStaff', { quiet: true });
  const [name, rename] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const hire = async (person: string) => {
    for (let tries = 1; ; tries += 1) {
      const pin = makePin(crypto.getRandomValues(new Uint16Array(1))[0]!);
      const answer = await addStaff({ name: person, role: 'cashier', pin });
      if (answer.ok) return t.gettingStarted.hired(person, pin);
      if (answer.refusal.code === 'pin-too-easy' && tries < triesMax) continue;
      const { what, todo } = explain(answer.refusal, t, format);
      return `${what} ${todo}`;
    }
  };
  const add = async () => {
    const person = name.trim();
    if (busy || person === '') return;
    setBusy(true);
    setSaid(await hire(person));
    rename('');
    setBusy(false);
  };
  return { name, said, rename, add: () => void add() };
}
