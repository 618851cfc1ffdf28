import { useEffect, useMemo, useRef } from 'react';
import { aloneMs } from './number-choice.ts';

export type LoneKey = {
  readonly press: (name: string) => void;
  /** Forgets what was pressed and is not heard yet: it was a scanner's, or nobody asks any more. */
  readonly stop: () => void;
};

/**
 * Waits for one key that a person presses: it counts only when no other comes right before or after it, for a
 * scanner that types at this moment, whatever it is set to begin and end with, must choose nothing.
 */
export function useLoneKey(heard: (name: string) => void): LoneKey {
  const latest = useRef(heard);
  latest.current = heard;
  const lone = useMemo(() => loneKey(name => latest.current(name)), []);
  useEffect(() => lone.stop, [lone]);
  return lone;
}

/** The same without React. */
export function loneKey(heard: (name: string) => void): LoneKey {
  let keys = 0;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  return {
    press: name => {
      clearTimeout(quiet);
      keys += 1;
      quiet = setTimeout(() => {
        const alone = keys === 1;
        keys = 0;
        if (alone) heard(name);
      }, aloneMs);
    },
    stop: () => {
      clearTimeout(quiet);
      keys = 0;
    },
  };
}
