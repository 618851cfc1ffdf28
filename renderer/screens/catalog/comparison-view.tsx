import type { ImportComparison, PriceChange } from '../../../shared/contract/catalog.ts';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import { percentOf } from './percent.ts';

const figures = ['added', 'priceUp', 'priceDown', 'otherwise', 'unchanged', 'rejected'] as const;

/** How many goods the list touches, in six figures, and a warning where it looks like the wrong column. */
export function ComparisonFigures({ comparison }: { comparison: ImportComparison }) {
  const { t, format } = useWords();
  const { planned, takenOver } = comparison;
  return (
    <div className="shrink-0 border-b border-line">
      <dl className="grid grid-cols-[repeat(6,auto)] gap-4 px-4 py-3">
        {figures.map(name => (
          <div key={name} className="min-w-0">
            <dt className="text-note whitespace-nowrap text-muted">{t.catalog.compared[name]}</dt>
            <dd className={`text-title font-semibold tabular-nums ${lookOf(name, comparison[name])}`}>
              {comparison[name]}
            </dd>
          </div>
        ))}
      </dl>
      {planned && (
        <p role="status" className="px-4 pb-3 font-semibold text-accent">
          <span aria-hidden>◷ </span>
          {t.catalog.plannedPrices(planned.goods, format.dayTime(planned.first))}
        </p>
      )}
      {takenOver > 0 && <p className="px-4 pb-3">{t.catalog.takenOver(takenOver)}</p>}
      {comparison.steep && (
        <Notice tone="red" title={t.catalog.steep.what} className="mx-3 mb-3">
          {t.catalog.steep.todo}
        </Notice>
      )}
    </div>
  );
}

const lookOf = (name: (typeof figures)[number], count: number): string => {
  if (count === 0) return 'text-muted';
  return name === 'rejected' ? 'text-red' : '';
};

/** What prices were and will be, the largest change first. */
export function PriceChangeRows({ changes }: { changes: readonly PriceChange[] }) {
  const { t, format } = useWords();
  return (
    <table className="w-full border-collapse tabular-nums">
      <caption className="sr-only">{t.catalog.largestChanges}</caption>
      <tbody>
        {changes.map(({ code, name, from, to }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several goods may share a code, and rows never move.
          <tr key={index} className="border-b border-line">
            <td className="h-[54px] w-full max-w-0 px-4 leading-tight">
              <span className="block truncate">{name}</span>
              <span className="block truncate text-note text-muted">{code}</span>
            </td>
            <td className="px-2 text-right whitespace-nowrap text-muted">{format.figures(from)}</td>
            <td aria-hidden className="text-muted">
              →
            </td>
            <td className="px-2 text-right font-semibold whitespace-nowrap">{format.figures(to)}</td>
            <td className="px-4 text-right text-legend whitespace-nowrap">
              <span aria-hidden>{to > from ? '▲' : '▼'} </span>
              {percentOf(from, to)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
