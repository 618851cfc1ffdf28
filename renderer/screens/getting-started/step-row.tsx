import type { ReactNode } from 'react';
import { useWords } from '../../kit/words.tsx';
import type { StepName } from '../../live/getting-started.ts';

/**
 * One step: its tick, what it is and why in a sentence, and what does it. `said` stands in the sentence's place, and
 * `have`, what there is of it already, beside the name.
 */
export function StepRow(props: {
  name: StepName;
  done: boolean;
  said: string | null;
  have: string | null;
  children: ReactNode;
}) {
  const { t } = useWords();
  const { name, done, said, have } = props;
  const words = t.gettingStarted.steps[name];
  return (
    <li
      aria-label={words.name}
      className="flex max-h-28 flex-1 items-center gap-4 border-b border-line py-2 last:border-0"
      data-done={done}
    >
      <span
        role="img"
        aria-label={done ? t.gettingStarted.done : t.gettingStarted.open}
        className={`w-8 shrink-0 text-center text-title font-bold ${done ? 'text-green' : 'text-muted'}`}
      >
        {done ? '✓' : '○'}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">
          {words.name}
          {have && <span className="ml-3 text-legend font-normal text-green">{have}</span>}
        </span>
        <span
          role="status"
          className={`block leading-tight ${said ? 'text-lead font-semibold' : 'text-legend text-muted'}`}
        >
          {said ?? words.why}
        </span>
      </span>
      {props.children}
    </li>
  );
}
