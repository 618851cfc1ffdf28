import { useState } from 'react';
import type { ReportFilter } from '../../../shared/contract/reports.ts';
import { minorDigits } from '../../../shared/domain/money.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { tenderNames } from '../../../shared/domain/ticket.ts';
import { type Entry, useEntry } from '../../input/entry.ts';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { searched } from './searched.ts';

/** What the list of tickets is narrowed by. Every part goes round by a key: all, the first, the second, ... all. */
export type Filtering = {
  readonly filter: ReportFilter;
  readonly search: Entry;
  /** True where anything is narrowed. */
  readonly on: boolean;
  nextKind(): void;
  nextTender(): void;
  nextCashier(): void;
  clear(): void;
};

const kinds = ['sale', 'refund'] as const;

export function useFilter(): Filtering {
  const { currency } = useWords();
  const staff = useLive('setup.state')?.staff ?? [];
  const [chosen, setChosen] = useState<Pick<ReportFilter, 'kind' | 'tender' | 'cashier'>>({});
  const search = useEntry({ accepts: /^\d{0,12}$|^\d{1,8}\.\d{0,3}$/ });
  const filter: ReportFilter = { ...chosen, ...searched(search.text, minorDigits(currency)) };
  return {
    filter,
    search,
    on: Object.values(filter).some(each => each !== undefined),
    nextKind: () => setChosen(now => ({ ...now, kind: after(kinds, now.kind) })),
    nextTender: () => setChosen(now => ({ ...now, tender: after(tenderNames, now.tender) })),
    nextCashier: () =>
      setChosen(now => ({
        ...now,
        cashier: after(
          staff.map(({ id }) => id as StaffId),
          now.cashier,
        ),
      })),
    clear: () => {
      setChosen({});
      search.clear();
    },
  };
}

/** The one after; undefined, which is all, after the last. */
const after = <T>(list: readonly T[], now: T | undefined): T | undefined =>
  list[now === undefined ? 0 : list.indexOf(now) + 1];
