import { useEffect, useState } from 'react';
import type { Sale } from '../../../shared/domain/sale.ts';
import { keepFocus } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useQuery } from '../../live/index.tsx';

/** As many as stand above the number pad without scrolling. */
const salesShown = 5;

/** The last sales, newest first; the customer of one of them often still stands there. */
export function useLastSales(): readonly Sale[] {
  const query = useQuery('selling.lastSales');
  const [sales, setSales] = useState<readonly Sale[]>([]);
  useEffect(() => {
    void query({ limit: salesShown }).then(answer => answer.ok && setSales(answer.value));
  }, [query]);
  return sales;
}

export function LastSales(props: {
  sales: readonly Sale[];
  at: number | null;
  onPick: (sale: Sale) => void;
}) {
  const { t, format } = useWords();
  return (
    <Panel className="min-h-0 overflow-y-auto">
      <p className="border-b border-line bg-sunk px-4 py-2 text-note text-muted">{t.refunding.find.last}</p>
      {props.sales.map((sale, index) => (
        <button
          key={sale.id}
          type="button"
          tabIndex={-1}
          aria-current={index === props.at || undefined}
          onClick={() => props.onPick(sale)}
          onPointerDown={keepFocus}
          onMouseDown={keepFocus}
          className={`flex min-h-[58px] w-full items-center gap-3 border-b border-line px-4 text-left ${index === props.at ? 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]' : ''}`}
        >
          <span className="min-w-0 flex-1 leading-[1.35]">
            <span className="block truncate">{sale.lines[0]?.name}</span>
            <span className="block truncate text-note text-muted">
              {sale.receipt} · {format.time(sale.at)}
            </span>
          </span>
          <b className="shrink-0 text-[22px] font-[650]">{format.figures(sale.total)}</b>
        </button>
      ))}
    </Panel>
  );
}
