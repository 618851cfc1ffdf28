import { type ReactNode, useState } from 'react';
import type { Act } from '../../../shared/domain/keys/acts.ts';
import { useKeys } from '../../input/keys.ts';
import { PadDialog } from '../../input/pad-dialog.tsx';
import { Button, keepFocus } from '../../kit/button.tsx';
import type { LegendKey } from '../../kit/legend.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { tailOfReceipt } from './searched.ts';
import { TicketDetail } from './ticket-detail.tsx';
import { TicketList } from './ticket-list.tsx';
import type { Days } from './use-days.ts';
import type { Filtering } from './use-filter.ts';
import { useTickets } from './use-tickets.ts';

/** What stands around every report; a report adds the keys that are its own, and may add a word beside the days. */
export type Frame = (keys: readonly LegendKey[], children: ReactNode, word?: ReactNode) => ReactNode;

/** Tickets of some days, narrowed by keys, and the whole of the chosen one beside them. */
export function TicketsView({ days, filtering, frame }: { days: Days; filtering: Filtering; frame: Frame }) {
  const { t, format } = useWords();
  const tickets = useTickets(days, filtering.filter);
  const [chosen, setChosen] = useState<number | null>(null);
  const [typing, setTyping] = useState(false);
  const found = tickets.tickets.findIndex(({ seq }) => seq === chosen);
  const current = Math.max(0, found);
  const move = (by: number) => {
    const next = tickets.tickets[Math.max(0, Math.min(current + by, tickets.tickets.length - 1))];
    if (next) setChosen(next.seq);
  };
  const scan = (text: string) => {
    const number = tailOfReceipt(text);
    if (number) filtering.search.set(number);
  };
  useKeys({
    entry: filtering.search,
    keys: {
      up: () => move(-1),
      down: () => move(1),
      'page-up': () => move(-8),
      'page-down': () => move(8),
      'choice-4': filtering.nextKind,
      'choice-5': filtering.nextTender,
      'choice-6': filtering.nextCashier,
    },
    scan,
  });
  const ticket = tickets.tickets[current];
  const { keys } = t.reports;
  const type = () => setTyping(true);
  const typed = () => setTyping(false);
  return frame(
    [
      { plainKey: '↑ ↓', label: keys.choose, onPress: () => move(1) },
      { plainKey: '0–9', label: keys.find, onPress: type, spare: true },
    ],
    <div className="flex h-full min-h-0 flex-col gap-2">
      <Filters filtering={filtering} onSearch={type} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,56fr)_minmax(0,44fr)] gap-3">
        <TicketList
          tickets={tickets}
          current={current}
          dated={days.length > 1}
          onChoose={index => setChosen(tickets.tickets[index]!.seq)}
        />
        {ticket && <TicketDetail seq={ticket.seq} />}
      </div>
      {typing && (
        <PadDialog
          title={t.reports.ticket.search}
          entry={filtering.search}
          onEnter={typed}
          onScan={scan}
          onClose={typed}
        />
      )}
    </div>,
    <span aria-live="polite" className="tabular-nums">
      {tickets.all && t.reports.ticket.found(tickets.all.count, format.amount(tickets.all.total))}
    </span>,
  );
}

function Filters({ filtering, onSearch }: { filtering: Filtering; onSearch: () => void }) {
  const { t } = useWords();
  const words = t.reports.ticket;
  const staff = useLive('setup.state')?.staff ?? [];
  const { kind, tender, cashier } = filtering.filter;
  const { text } = filtering.search;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <button
        type="button"
        onClick={onSearch}
        onPointerDown={keepFocus}
        onMouseDown={keepFocus}
        className={`flex min-h-12 w-[250px] items-center rounded-till border-2 px-3 tabular-nums ${text ? 'border-accent bg-accent-soft' : 'border-edge bg-surface text-legend text-muted'}`}
      >
        <span className="sr-only">{words.search}: </span>
        {text || words.search}
      </button>
      <Narrow act="choice-4" on={kind !== undefined} onPress={filtering.nextKind}>
        {kind ? words.kinds[kind] : words.unfiltered(words.kind)}
      </Narrow>
      <Narrow act="choice-5" on={tender !== undefined} onPress={filtering.nextTender}>
        {tender ? t.reports.tenders[tender] : words.unfiltered(words.tender)}
      </Narrow>
      <Narrow act="choice-6" on={cashier !== undefined} onPress={filtering.nextCashier}>
        {cashier
          ? (staff.find(({ id }) => id === cashier)?.name ?? cashier)
          : words.unfiltered(words.cashier)}
      </Narrow>
    </div>
  );
}

const Narrow = (props: { act: Act; on: boolean; onPress: () => void; children: string }) => (
  <Button
    act={props.act}
    onPress={props.onPress}
    className={props.on ? '!border-accent !bg-accent-soft text-legend' : 'text-legend'}
  >
    {props.on ? `✓ ${props.children}` : props.children}
  </Button>
);
