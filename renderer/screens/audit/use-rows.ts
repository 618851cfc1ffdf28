import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditRow } from '../../../shared/contract/audit.ts';
import type { AuditGroup } from '../../../shared/domain/audit-groups.ts';
import { useQuery } from '../../live/index.tsx';

export type Filter = { readonly group: AuditGroup | null; readonly text: string };

/** Rows asked for at once, and how many answers are waited for until so many have come. */
const rowsWanted = 100;
const slicesMax = 40;

type Found = { readonly rows: readonly AuditRow[]; readonly next: number | null };

/**
 * The journal's rows that pass the filter, newest first, as far as they have been asked for; `more` asks for
 * older ones. Answers to a filter that is no longer on are let go.
 */
export function useRows({ group, text }: Filter) {
  const ask = useQuery('audit.rows');
  const [found, setFound] = useState<Found | null>(null);
  const [looking, setLooking] = useState(true);
  const turn = useRef(0);

  const look = useCallback(
    async (known: readonly AuditRow[], from: number | undefined) => {
      turn.current += 1;
      const mine = turn.current;
      setLooking(true);
      let rows = known;
      let before = from;
      for (let slice = 0; slice < slicesMax && rows.length < known.length + rowsWanted; slice += 1) {
        const answer = await ask({
          groups: group ? [group] : [],
          text,
          limit: rowsWanted,
          ...(before !== undefined && { beforeSeq: before }),
        });
        if (turn.current !== mine) return;
        if (!answer.ok) break;
        rows = [...rows, ...answer.value.rows];
        const { next } = answer.value;
        setFound({ rows, next });
        if (next === null) break;
        before = next;
      }
      setLooking(false);
    },
    [ask, group, text],
  );
  useEffect(() => void look([], undefined), [look]);
  const more = () => {
    if (found?.next && !looking) void look(found.rows, found.next);
  };
  return { rows: found?.rows ?? [], atEnd: found?.next === null, looking, more };
}
