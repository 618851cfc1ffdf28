import { useCallback, useEffect, useState } from 'react';
import type { ShiftRow } from '../../../shared/contract/shifts.ts';
import { useLivePart, useQuery } from '../../live/index.tsx';
import { fits } from './shift-search.ts';

/** About a month of a busy till. */
const pageRows = 100;
const none: readonly ShiftRow[] = [];

/** Shifts, newest first, as far back as was asked for; `found` are those that fit what was typed. */
export function useShiftList() {
  const ask = useQuery('shifts.list');
  const [rows, setRows] = useState(none);
  const [mayHaveMore, setMayHaveMore] = useState(false);
  const [text, find] = useState('');
  // A shift that opens or closes makes another list.
  const desk = useLivePart('shifts.desk', ({ others, openDays }) => `${others.length} ${openDays.join(' ')}`);

  const load = useCallback(
    async (after: readonly ShiftRow[]) => {
      const before = after.at(-1)?.shift;
      const answer = await ask({ limit: pageRows, ...(before ? { before } : {}) });
      if (!answer.ok) return;
      setRows([...after, ...answer.value]);
      setMayHaveMore(answer.value.length === pageRows);
    },
    [ask],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: see `desk`.
  useEffect(() => void load(none), [load, desk]);
  return {
    text,
    find,
    found: rows.filter(row => fits(row, text)),
    mayHaveMore,
    more: () => void load(rows),
    again: () => load(none),
  };
}
