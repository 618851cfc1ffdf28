import { useCallback, useRef, useState } from 'react';
import type { LineId } from '../../../shared/domain/cart.ts';
import { useCommand } from '../../live/index.tsx';

/** What the core tells all watchers of a choice comes with its answer, or a breath behind it. */
const toldMs = 100;

/** A line that was chosen here; `over` is the one that the core had in hand when it answered. */
type Chosen = { readonly line: LineId; readonly over?: LineId | null };

/**
 * The line in hand, and how to choose another: a choice counts from the very press on, so that whoever touches a line
 * and then "remove" takes that line off, however long the core needs for its answer. `inHand` is the line that the core
 * has in hand; it counts again as soon as it is another than it was.
 */
export function useChosenLine(inHand: LineId | null): readonly [LineId | null, (line: LineId) => void] {
  const say = useCommand('selling.select');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const latest = useRef(inHand);
  latest.current = inHand;
  const choose = useCallback(
    (line: LineId) => {
      const replace = (was: Chosen, next: Chosen | null) => setChosen(now => (now === was ? next : now));
      const asked: Chosen = { line };
      setChosen(asked);
      void say({ line }).then(({ ok }) => {
        const answered: Chosen = { line, over: latest.current };
        replace(asked, ok ? answered : null);
        setTimeout(replace, toldMs, answered, null);
      });
    },
    [say],
  );
  const counts = chosen !== null && (chosen.over === undefined || chosen.over === inHand);
  return [counts ? chosen.line : inHand, choose];
}
