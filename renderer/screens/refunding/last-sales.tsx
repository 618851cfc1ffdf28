import { useEffect, useRef } from 'react';
import type { FoundSale } from '../../../shared/contract/refunding.ts';
import { keepFocus } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import type { Finding } from './use-find.ts';

/** The last sales, whose customer often still stands there, or those that were looked for; newest first. */
export function LastSales({ finding, onPick }: { finding: Finding; onPick: (sale: FoundSale) => void }) {
  const { t } = useWords();
  const words = t.refunding.find;
  const { sales, at, narrowed } = finding;
  return (
    <Panel className="min-h-0 overflow-y-auto">
      <p className="sticky top-0 border-b border-line bg-sunk px-4 py-2 text-legend text-muted">
        {narrowed ? words.found(sales.length) : words.last}
      </p>
      {sales.map((sale, index) => (
        <Row key={sale.number} sale={sale} on={index === at} onPick={() => onPick(sale)} />
      ))}
    </Panel>
  );
}

function Row({ sale, on, onPick }: { sale: FoundSale; on: boolean; onPick: () => void }) {
  const { t, format } = useWords();
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
      onClick={onPick}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`flex min-h-[58px] w-full items-center gap-3 border-b border-line px-4 text-left ${on ? 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]' : ''}`}
    >
      <span className="min-w-0 flex-1 leading-[1.35]">
        <span className="block truncate">{sale.name}</span>
        <span className="block truncate text-legend text-muted">
          {sale.receipt} · {format.dayTime(sale.at)} · {t.paying.goods(sale.pieces)}
        </span>
      </span>
      <b className="shrink-0 text-[22px] font-[650]">{format.figures(sale.total)}</b>
    </button>
  );
}
