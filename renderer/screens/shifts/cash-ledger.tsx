import { useEffect, useState } from 'react';
import type { CashRow } from '../../../shared/contract/shifts.ts';
import { minor } from '../../../shared/domain/money.ts';
import { cashMoves } from '../../../shared/domain/shift/cash.ts';
import { Panel } from '../../kit/panel.tsx';
import { Scroll } from '../../kit/scroll.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive, useLivePart, useQuery } from '../../live/index.tsx';

/** The drawer's ledger, newest first; only for whoever may see reports, for it gives the drawer's sum away. */
export function CashLedgerPanel({ seen }: { seen: number }) {
  const { t } = useWords();
  const may = useLive('session.current')?.permissions.includes('view-reports') ?? false;
  return (
    <Panel className="flex min-h-0 flex-col overflow-hidden">
      <h2 className="shrink-0 border-b border-line bg-sunk px-4 py-2 text-legend text-muted">
        {t.cash.ledger}
      </h2>
      {may ? <Rows seen={seen} /> : <p className="p-5 text-muted">{t.cash.ledgerHidden}</p>}
    </Panel>
  );
}

function Rows({ seen }: { seen: number }) {
  const { t, format } = useWords();
  const rows = useCashRows(seen);
  if (rows.length === 0) return <p className="p-5 text-muted">{t.cash.ledgerEmpty}</p>;
  return (
    <Scroll label={t.cash.ledger} className="flex-1">
      <ul>
        {rows.map(({ at, by, move, amount, reason }, index) => {
          // Rows have no name of their own and are never reordered.
          const row = rows.length - index;
          return (
            <li key={row} className="flex min-h-12 items-center gap-3 border-b border-line px-4">
              <span className="w-14 shrink-0 text-muted">{format.time(at)}</span>
              <span className="w-36 shrink-0 truncate">{t.report.moves[move]}</span>
              <span className="min-w-0 flex-1 truncate text-legend text-muted">
                {[by, reason].filter(Boolean).join(' · ')}
              </span>
              <b className="font-semibold tabular-nums">
                {cashMoves[move] === 0 && amount === 0
                  ? ''
                  : format.figures(minor(cashMoves[move] < 0 ? -amount : amount))}
              </b>
            </li>
          );
        })}
      </ul>
    </Scroll>
  );
}

function useCashRows(seen: number): readonly CashRow[] {
  const shift = useLivePart('shifts.current', current => current?.id ?? null);
  const ask = useQuery('shifts.cash');
  const [rows, setRows] = useState<readonly CashRow[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was booked meanwhile makes another ledger.
  useEffect(() => {
    if (!shift) return;
    void ask({ shift }).then(answer => {
      if (answer.ok) setRows([...answer.value].reverse());
    });
  }, [ask, shift, seen]);
  return rows;
}
