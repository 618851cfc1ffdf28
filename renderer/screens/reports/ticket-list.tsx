import type { Ticket } from '../../../shared/domain/ticket.ts';
import { keepFocus } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { Panel } from '../../kit/panel.tsx';
import { VirtualList } from '../../kit/virtual-list.tsx';
import { useWords } from '../../kit/words.tsx';
import type { Tickets } from './use-tickets.ts';

const rowPx = 56;

/** Tickets, newest first; the chosen one is marked and in sight. `dated`: they are of more days than one. */
export function TicketList(props: {
  tickets: Tickets;
  current: number;
  onChoose: (index: number) => void;
  dated: boolean;
}) {
  const { t } = useWords();
  const { tickets, current } = props;
  if (tickets.known && tickets.tickets.length === 0) {
    return (
      <Panel className="grid min-h-0 place-content-center gap-1 p-6 text-center">
        <p className="text-lead font-semibold">{t.reports.ticket.none}</p>
        <p className="text-muted">{t.reports.ticket.noneNote}</p>
      </Panel>
    );
  }
  return (
    <Panel className="flex min-h-0 flex-col overflow-hidden">
      <VirtualList
        rows={tickets.tickets}
        rowHeight={rowPx}
        current={current}
        keyOf={ticket => ticket.seq}
        onEnd={tickets.more}
      >
        {(ticket, index) => (
          <Row
            ticket={ticket}
            on={index === current}
            dated={props.dated}
            onChoose={() => props.onChoose(index)}
          />
        )}
      </VirtualList>
    </Panel>
  );
}

function Row(props: { ticket: Ticket; on: boolean; dated: boolean; onChoose: () => void }) {
  const { t, format } = useWords();
  const { ticket, on } = props;
  const paid = Object.keys(ticket.tenders) as (keyof typeof ticket.tenders)[];
  const back = ticket.kind !== 'sale';
  return (
    <button
      type="button"
      aria-current={on || undefined}
      onClick={props.onChoose}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`flex h-full w-full items-center gap-4 border-b border-line px-4 text-left tabular-nums ${on ? 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]' : ''}`}
    >
      <span className={`shrink-0 text-legend text-muted ${props.dated ? 'w-28' : 'w-14'}`}>
        {props.dated ? format.dayTime(ticket.at) : format.time(ticket.at)}
      </span>
      <span className="w-[105px] shrink-0 whitespace-nowrap">{ticket.receipt}</span>
      <span className="min-w-0 flex-1 truncate text-legend text-muted">
        {back && <b className="font-semibold text-red">↩ {t.reports.kinds[ticket.kind]} · </b>}
        {paid.map(name => t.reports.tenders[name]).join(' + ')}
      </span>
      <Money amount={ticket.total} bare className={`shrink-0 font-semibold ${back ? 'text-red' : ''}`} />
    </button>
  );
}
