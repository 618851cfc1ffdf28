import { useEffect } from 'react';
import { create } from 'zustand';
import type { Minor } from '../../shared/domain/money.ts';
import { useLivePart, useQuery } from '../live/index.tsx';

const useStore = create<{ change: Minor | null }>(() => ({ change: null }));

/** Another till is shown: the change of this one is nobody's there. */
export const forgetLastChange = (): void => useStore.setState({ change: null });

/** What was given back last, for the customer who asks a minute later; null before the first sale. */
export function useLastChange(): Minor | null {
  const finished = useLivePart('selling.cart', cart => cart.finished);
  const lastSales = useQuery('selling.lastSales');
  useEffect(() => {
    if (finished) useStore.setState({ change: finished.change });
  }, [finished]);
  useEffect(() => {
    void lastSales({ limit: 1 }).then(answer => {
      const [sale] = answer.ok ? answer.value : [];
      if (sale && useStore.getState().change === null) useStore.setState({ change: sale.change });
    });
  }, [lastSales]);
  return useStore(state => state.change);
}
