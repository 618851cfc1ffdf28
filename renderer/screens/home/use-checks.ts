import { useEffect, useState } from 'react';
import type { ShiftRow } from '../../../shared/contract/shifts.ts';
import { useWords } from '../../kit/words.tsx';
import { useLive, useLivePart, useQuery } from '../../live/index.tsx';
import { type Check, checksOf } from './checks.ts';

/** As many shifts as any day and its evening have. */
const rowsSeen = 20;

export type HomeView = { readonly checks: readonly Check[]; readonly rows: readonly ShiftRow[] };

/** How the shop is now; null until the core has told all of it. For those who may see reports. */
export function useHome(): HomeView | null {
  const words = useWords();
  const shift = useLive('shifts.current');
  const desk = useLive('shifts.desk');
  const onDesk = useLivePart('paying.state', state => state.onDesk);
  const sync = useLive('syncing.state');
  const printer = useLivePart('setup.state', state => state.health.printer);
  const jobs = useLive('printing.jobs');
  const heldCarts = useLivePart('selling.cart', cart => cart.heldCarts);
  const rows = useRows();
  if (shift === undefined || !desk || !sync || !printer || !jobs || !rows) return null;
  if (onDesk === undefined || heldCarts === undefined) return null;
  const seen = { shift, desk, rows, paying: { onDesk }, sync, printer, jobs, heldCarts };
  return { checks: checksOf(seen, words), rows };
}

/** The newest shifts, asked for again whenever one opens, sells or closes. */
function useRows(): readonly ShiftRow[] | null {
  const ask = useQuery('shifts.list');
  const desk = useLive('shifts.desk');
  const [rows, setRows] = useState<readonly ShiftRow[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk speaks up with every change of a shift.
  useEffect(() => {
    let current = true;
    void ask({ limit: rowsSeen }).then(answer => {
      if (current && answer.ok) setRows(answer.value);
    });
    return () => {
      current = false;
    };
  }, [ask, desk]);
  return rows;
}
