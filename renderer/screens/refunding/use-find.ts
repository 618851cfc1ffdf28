import { useEffect, useState } from 'react';
import type { FoundSale } from '../../../shared/contract/refunding.ts';
import { useQuery } from '../../live/index.tsx';
import type { Wanted } from './wanted.ts';

/** Sales to choose from, newest first: the last ones until something is wanted. */
export function useFind() {
  const query = useQuery('refunding.find');
  const [wanted, setWanted] = useState<Wanted>({});
  const [sales, setSales] = useState<readonly FoundSale[]>([]);
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    void query(wanted).then(answer => {
      if (!current || !answer.ok) return;
      setSales(answer.value);
      setAt(isNarrow(wanted) && answer.value.length > 0 ? 0 : null);
    });
    return () => {
      current = false;
    };
  }, [query, wanted]);
  return {
    wanted,
    sales,
    at,
    narrowed: isNarrow(wanted),
    chosen: at === null ? undefined : sales[at],
    move: (by: number) =>
      setAt(now => (now === null ? 0 : Math.max(0, Math.min(now + by, sales.length - 1)))),
    narrow: (more: Wanted) => setWanted(now => ({ ...now, ...more })),
    clear: () => setWanted({}),
  };
}

const isNarrow = (wanted: Wanted): boolean => Object.keys(wanted).length > 0;

export type Finding = ReturnType<typeof useFind>;
