import { useEffect, useRef } from 'react';
import { minor } from '../../../shared/domain/money.ts';
import { keepFocus } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import type { Refunding } from './use-refund.ts';

const columns =
  'grid grid-cols-[44px_minmax(0,1fr)_110px_110px_130px] items-center px-4 max-[1200px]:grid-cols-[36px_minmax(0,1fr)_84px_104px_96px] max-[1200px]:px-3';

/** The lines of the sale: what can still come back of each, and what is picked. */
export function LineList({ refunding }: { refunding: Refunding }) {
  const { t } = useWords();
  const words = t.refunding.columns;
  return (
    <Panel className="flex min-h-0 flex-col overflow-hidden">
      <div className={`${columns} h-[38px] shrink-0 border-b border-line bg-sunk text-note text-muted`}>
        <span />
        <span>{words.goods}</span>
        <span className="text-right">{words.left}</span>
        <span className="text-right">{words.back}</span>
        <span className="text-right">{words.paid}</span>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {refunding.rows.map((row, index) => (
          <Row key={row.line.id} refunding={refunding} index={index} />
        ))}
      </div>
    </Panel>
  );
}

function Row({ refunding, index }: { refunding: Refunding; index: number }) {
  const { t, format } = useWords();
  const { line, left } = refunding.rows[index]!;
  const pick = refunding.picks.get(line.id);
  const on = index === refunding.at;
  const place = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (on) place.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  return (
    <button
      ref={place}
      type="button"
      tabIndex={-1}
      aria-current={on || undefined}
      aria-pressed={pick !== undefined}
      onClick={() => refunding.toggle(index)}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`${columns} min-h-[64px] w-full border-b border-line text-left ${on ? 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]' : ''} ${left === 0 ? 'text-muted' : ''}`}
    >
      <span aria-hidden className="text-lead font-bold text-accent">
        {pick ? '☑' : left > 0 ? '☐' : ''}
      </span>
      <span className="min-w-0 pr-3 leading-[1.35]">
        <span className="line-clamp-2 break-words">{line.name}</span>
        <span className="block truncate text-note text-muted">
          {left === 0 ? t.refunding.allBack : t.refunding.sold(format.quantity(line.quantity, line.unit))}
          {pick?.goods === 'written-off' && (
            <b className="ml-2 font-semibold text-amber">△ {t.refunding.goods['written-off']}</b>
          )}
        </span>
      </span>
      <span className="text-right">{format.quantity(left, line.unit)}</span>
      <span className="text-right text-[22px] font-[650]">
        {pick ? format.quantity(pick.quantity, line.unit) : '—'}
      </span>
      <span className="text-right">{format.figures(minor(line.net + line.tax))}</span>
    </button>
  );
}
