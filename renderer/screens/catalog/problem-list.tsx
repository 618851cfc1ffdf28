import type { RowProblem } from '../../../shared/contract/catalog.ts';
import { Scroll } from '../../kit/scroll.tsx';
import { useWords } from '../../kit/words.tsx';
import { gathered } from './gathered.ts';

/** What is odd about the first rows, in plain words: each thing once, with the lines it concerns. */
export function ProblemList({ problems }: { problems: readonly RowProblem[] }) {
  const { t } = useWords();
  if (problems.length === 0) {
    return (
      <p className="grid flex-1 place-items-center p-6 text-center text-muted">
        <span>
          <span aria-hidden className="font-bold text-green">
            ✓{' '}
          </span>
          {t.catalog.noProblems}
        </span>
      </p>
    );
  }
  return (
    <>
      <h2 className="shrink-0 border-b border-line bg-sunk px-4 py-1.5 text-note text-muted">
        {t.catalog.problems}
      </h2>
      <Scroll label={t.catalog.problems} className="flex-1">
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
    </>
  );
}
