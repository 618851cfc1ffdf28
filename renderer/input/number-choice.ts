import { useEffect, useMemo, useRef } from 'react';
import type { Entry } from './entry.ts';

/** No hand types a second digit so soon; a scanner always does. */
export const aloneMs = 150;

export type Choices = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Choices by one digit: `useKeys({ entry: useNumberChoice({ 1: open }) })`. A digit counts only when it comes
 * alone, for a scanner that types a code at this moment must choose nothing.
 */
export function useNumberChoice(choices: Choices): Entry {
  const latest = useRef(choices);
  latest.current = choices;
  const chooser = useMemo(() => numberChoice(() => latest.current), []);
  useEffect(() => chooser.stop, [chooser]);
  return chooser.entry;
}

/** The same without React: `stop` calls off a digit that is still waiting to be alone. */
export function numberChoice(choices: () => Choices): { readonly entry: Entry; readonly stop: () => void } {
  let typed = '';
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(quiet);
    typed = '';
  };
  const decide = () => {
    const act = choices()[typed];
    stop();
    act?.();
  };
  return {
    stop,
    entry: {
      text: '',
      read: () => '',
      set: stop,
      press: chars => {
        clearTimeout(quiet);
        // Two are as good as many: what matters is that it was not one.
        typed = (typed + chars).slice(0, 2);
        quiet = setTimeout(decide, aloneMs);
        return true;
      },
      back: stop,
      clear: stop,
    },
  };
}
