import type { DayView } from '../../../shared/contract/reports.ts';
import type { TenderName } from '../../../shared/domain/ticket.ts';
import { useWords } from '../../kit/words.tsx';

/** Each part has a pattern of its own as well as a shade, so that nobody has to tell colours apart. */
const fills: Readonly<Record<TenderName, string>> = {
  cash: 'var(--accent)',
  wechat: 'repeating-linear-gradient(45deg, var(--accent) 0 6px, var(--accent-soft) 6px 12px)',
  alipay: 'repeating-linear-gradient(90deg, var(--accent) 0 3px, var(--accent-soft) 3px 12px)',
  unionpay: 'radial-gradient(var(--accent) 28%, var(--accent-soft) 30%) 0 0 / 12px 12px',
  ecny: 'repeating-linear-gradient(0deg, var(--accent) 0 3px, var(--accent-soft) 3px 9px)',
  'store-code': 'var(--amber-bar)',
  exchange: 'repeating-linear-gradient(135deg, var(--accent) 0 2px, var(--accent-soft) 2px 8px)',
};

/** How the day was paid: one bar of what came in, and the same in words and figures under it. */
export function TenderBar({ tenders }: { tenders: DayView['tenders'] }) {
  const { t, format } = useWords();
  const all = tenders.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
  return (
    <div className="flex flex-col gap-2">
      <div aria-hidden className="flex h-7 overflow-hidden rounded-till border border-line bg-sunk">
        {tenders.map(({ tender, amount }) => (
          <span
            key={tender}
            className="border-r-2 border-surface last:border-r-0"
            style={{
              background: fills[tender],
              width: `${all === 0 ? 0 : (Math.max(0, amount) / all) * 100}%`,
            }}
          />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-7 gap-y-1">
        {tenders.map(({ tender, count, amount }) => (
          <li key={tender} className="flex items-center gap-2 whitespace-nowrap">
            <span
              aria-hidden
              className="size-5 rounded border border-line"
              style={{ background: fills[tender] }}
            />
            <span>{t.reports.tenders[tender]}</span>
            <b className="font-semibold tabular-nums">{format.figures(amount)}</b>
            <span className="text-legend text-muted">{t.reports.day.times(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
