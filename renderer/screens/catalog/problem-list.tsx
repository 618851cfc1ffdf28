import type { ReactNode } from 'react';
import type { RowProblem } from '../../../shared/contract/catalog.ts';
import { Scroll } from '../../kit/scroll.tsx';
import { useWords } from '../../kit/words.tsx';
import { gathered } from './gathered.ts';

/** What is odd about rows, in plain words: each thing once, with the lines it concerns. `none` is said where nothing is. */
export function ProblemList({ problems, none }: { problems: readonly RowProblem[]; none: string }) {
  const { t } = useWords();
  if (problems.length === 0) {
    return (
      <p className="grid flex-1 place-items-center p-6 text-center text-muted">
        <span>
          <span aria-hidden className="font-bold text-green">
            ✓{' '}
          </span>
          {none}
        </span>
      </p>
    );
  }
  return (
    <>
      <ListHead>{t.catalog.problems}</ListHead>
      <Problems problems={problems} label={t.catalog.problems} />
    </>
  );
}

export const ListHead = ({ children }: { children: ReactNode }) => (
  <h2 className="shrink-0 border-b border-line bg-sunk px-4 py-1.5 text-note text-muted">{children}</h2>
);

/** The problems themselves; they scroll where there are many. */
export function Problems({ problems, label }: { problems: readonly RowProblem[]; label: string }) {
  const { t } = useWords();
  return (
    <Scroll label={label} className="flex-1">
      <ul>
        {gathered(problems).map(({ code, level, rows }) => (
          <li key={`${level} ${code}`} className="border-b border-line px-4 py-2 leading-snug">
            <span className={`text-legend ${level === 'rejected' ? 'text-red' : 'text-amber'}`}>
              <span aria-hidden>{level === 'rejected' ? '✕' : '△'}</span> {t.catalog.levels[level]} ·{' '}
              {t.catalog.rows(rows)}
            </span>
            <span className="block">{t.catalog.codes[code] ?? t.catalog.unknownCode(code)}</span>
          </li>
        ))}
      </ul>
    </Scroll>
  );
}
