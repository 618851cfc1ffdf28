import { minor } from '../../../../shared/domain/money.ts';
import { type Ticket, tenderNames } from '../../../../shared/domain/ticket.ts';
import { nameOf, type Report, type ReportEyes } from '../report.ts';
import { pageOfTickets, spanOf, sumOfTickets } from '../ticket-reads.ts';

/** Rows of one part: what the core reads and sends in a few milliseconds. */
const rowsPerPart = 500;

/** Tickets one by one, newest first. */
export const ticketsReport: Report = {
  id: 'tickets',
  columns: [
    { id: 'receipt', type: 'text' },
    { id: 'kind', type: 'word' },
    { id: 'at', type: 'time' },
    { id: 'cashier', type: 'text' },
    { id: 'pieces', type: 'count' },
    { id: 'gross', type: 'money' },
    { id: 'discount', type: 'money' },
    { id: 'net', type: 'money' },
    { id: 'tax', type: 'money' },
    { id: 'total', type: 'money' },
    ...tenderNames.map(id => ({ id, type: 'money' as const })),
  ],
  read: (asked, eyes) => {
    const { db, clock } = eyes;
    const span = spanOf(clock, asked.from, asked.to);
    const tickets = pageOfTickets(db, span, asked, { beforeSeq: asked.beforeSeq, limit: rowsPerPart });
    const last = tickets.length === rowsPerPart ? tickets.at(-1)!.seq : null;
    const all = asked.beforeSeq === undefined ? sumOfTickets(db, span, asked) : null;
    return {
      rows: tickets.map(ticket => rowOf(ticket, eyes)),
      totals: all && [
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        all.total,
        ...tenderNames.map(() => null),
      ],
      all: all?.count ?? null,
      next: last,
    };
  },
};

const rowOf = (ticket: Ticket, { setup }: ReportEyes) => [
  ticket.receipt,
  ticket.kind,
  ticket.at,
  nameOf(setup, ticket.cashier),
  ticket.pieces,
  ticket.gross,
  ticket.discount,
  ticket.net,
  ticket.tax,
  ticket.total,
  ...tenderNames.map(name => ticket.tenders[name] ?? minor(0)),
];
