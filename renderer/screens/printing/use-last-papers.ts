import { useCallback, useEffect, useState } from 'react';
import type { Sale } from '../../../shared/domain/sale.ts';
import type { SaleRefund } from '../../../shared/domain/sale-refund.ts';
import { useQuery } from '../../live/index.tsx';

/** A sale or refund whose paper can be printed again; both have numbers of their own. */
export type LastPaper =
  | (Sale & { readonly kind: 'sale' })
  | (Omit<SaleRefund, 'kind'> & { readonly kind: 'refund' });

const papersShown = 20;

/** The last sales and refunds, newest first; asked again when something new has been printed. */
export function useLastPapers(newestJob: string | undefined): readonly LastPaper[] {
  const askSales = useQuery('selling.lastSales');
  const askRefunds = useQuery('refunding.lastRefunds');
  const [papers, setPapers] = useState<readonly LastPaper[]>([]);
  const refresh = useCallback(async () => {
    const asked = { limit: papersShown };
    const [sales, refunds] = await Promise.all([askSales(asked), askRefunds(asked)]);
    if (!sales.ok || !refunds.ok) return;
    const all = [
      ...sales.value.map(sale => ({ ...sale, kind: 'sale' as const })),
      ...refunds.value.map(refund => ({ ...refund, kind: 'refund' as const })),
    ];
    setPapers(all.sort((one, other) => other.at - one.at).slice(0, papersShown));
  }, [askSales, askRefunds]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new job tells of a new sale.
  useEffect(() => void refresh(), [refresh, newestJob]);
  return papers;
}
