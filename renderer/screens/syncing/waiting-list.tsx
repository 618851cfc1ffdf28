import { useEffect, useState } from 'react';
import type { SyncView, WaitingRow } from '../../../shared/contract/syncing.ts';
import { Scroll } from '../../kit/scroll.tsx';
import { useWords } from '../../kit/words.tsx';
import { useQuery } from '../../live/index.tsx';

const shownMax = 100;

/** What waits to go up, oldest first, each with why; asked anew whenever the number changes. */
export function WaitingList({ sync }: { sync: SyncView }) {
  const { t, format } = useWords();
  const rows = useWaiting(sync.waitingRows, sync.lastSentAt);
  if (rows.length === 0 || sync.waitingRows === 0) {
    return (
      <div className="grid h-full place-items-center p-8 text-center">
        <p className="text-lead">
          <span aria-hidden className="font-bold text-green">
            ✓{' '}
          </span>
          {t.syncing.allSent}
          <span className="block text-body text-muted">{t.syncing.allSentNote}</span>
        </p>
      </div>
    );
  }
  return (
    <>
      <h2 className="flex shrink-0 justify-between gap-4 border-b border-line bg-sunk px-4 py-1.5 text-note text-muted">
        <span>
          {t.syncing.waiting} · {t.syncing.whyWaiting[sync.link]}
        </span>
        {rows.length < sync.waitingRows && <span>{t.syncing.first(rows.length, sync.waitingRows)}</span>}
      </h2>
      <Scroll label={t.syncing.waiting} className="flex-1">
        <ul>
          {rows.map(row => (
            <li key={row.seq} className="flex min-h-12 items-center gap-4 border-b border-line px-4">
              <span className="w-28 shrink-0 text-legend text-muted">{format.dayTime(row.at)}</span>
              <span className="min-w-0 flex-1 truncate">{t.syncing.kinds[row.kind] ?? row.kind}</span>
              <span className="text-legend text-muted">{row.title || t.syncing.row(row.seq)}</span>
            </li>
          ))}
        </ul>
      </Scroll>
    </>
  );
}

function useWaiting(waiting: number, lastSentAt: number | null): readonly WaitingRow[] {
  const ask = useQuery('syncing.waiting');
  const [rows, setRows] = useState<readonly WaitingRow[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: either says that the list has changed.
  useEffect(() => {
    let current = true;
    void ask({ limit: shownMax }).then(answer => {
      if (current && answer.ok) setRows(answer.value);
    });
    return () => {
      current = false;
    };
  }, [ask, waiting, lastSentAt]);
  return rows;
}
