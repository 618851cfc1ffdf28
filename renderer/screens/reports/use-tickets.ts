import { useEffect, useRef, useState } from 'react';
import type { ReportFilter, TicketPage } from '../../../shared/contract/reports.ts';
import { useQuery } from '../../live/index.tsx';
import { useRefused } from './use-refused.ts';

const ticketsPerPage = 200;
const nothingYet: TicketPage = { tickets: [], all: null };

export type Tickets = TicketPage & {
  /** False until the first page has come. */
  readonly known: boolean;
  /** Asks for the next page where there is one. */
  more(): void;
};

/** The tickets of some days that a filter lets through, page by page as they come into sight. */
export function useTickets(days: { from: string; to: string }, filter: ReportFilter): Tickets {
  const ask = useQuery('reports.tickets');
  const refused = useRefused();
  const [page, setPage] = useState<TicketPage | null>(null);
  const asking = useRef(0);
  const input = { from: days.from, to: days.to, ...filter, limit: ticketsPerPage };
  const key = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the input by value.
  useEffect(() => {
    asking.current += 1;
    const mine = asking.current;
    void ask(input).then(answer => {
      if (mine !== asking.current) return;
      if (answer.ok) setPage(answer.value);
      else refused(answer.refusal);
    });
  }, [ask, refused, key]);
  const more = () => {
    const last = page?.tickets.at(-1);
    if (!page?.all || !last || page.tickets.length >= page.all.count) return;
    const mine = asking.current;
    void ask({ ...input, beforeSeq: last.seq }).then(answer => {
      if (mine !== asking.current) return;
      if (!answer.ok) return refused(answer.refusal);
      // Asked for twice, it is added once.
      setPage(now =>
        now?.tickets.at(-1)?.seq === last.seq
          ? { ...now, tickets: [...now.tickets, ...answer.value.tickets] }
          : now,
      );
    });
  };
  return { ...(page ?? nothingYet), known: page !== null, more };
}
