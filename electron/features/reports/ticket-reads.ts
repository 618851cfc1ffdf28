import type { ReportFilter } from '../../../shared/contract/reports.ts';
import { addDays, type BusinessDay } from '../../../shared/domain/business-day.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { TicketReads, WallClock } from '../../core/ports.ts';
import type { Cell, ReadDb } from '../../db/open.ts';
import type { TicketIndex } from './ticket-index.ts';
import { ticketColumns } from './ticket-rows.ts';

/** From one wall ms to before another. */
export type Span = { readonly fromMs: number; readonly toMs: number };

const ever: Span = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

/** The local dates from the first to the last, as the wall clock cuts them. */
export const spanOf = (clock: WallClock, from: string, to: string): Span => ({
  fromMs: clock.dayStart(from),
  toMs: clock.dayStart(addDays(to as BusinessDay, 1)),
});

type Row = Omit<Ticket, 'tenders' | 'offline'> & { tenders: string; offline: number };
const ticketOf = (row: Row): Ticket => ({
  ...row,
  tenders: JSON.parse(row.tenders) as Ticket['tenders'],
  offline: row.offline === 1,
});

const letThrough = `at >= :fromMs AND at < :toMs
  AND (:sales IS NULL OR (kind = 'sale') = :sales)
  AND (:tender IS NULL OR tenders ->> :tender IS NOT NULL)
  AND (:cashier IS NULL OR cashier = :cashier)
  AND (:amount IS NULL OR abs(total) = :amount)
  AND (:tail IS NULL OR substr(receipt, -length(:tail)) = :tail)`;

const cellsOf = ({ fromMs, toMs }: Span, filter: ReportFilter): Record<string, Cell> => ({
  fromMs,
  toMs,
  sales: filter.kind === undefined ? null : filter.kind === 'sale' ? 1 : 0,
  tender: filter.tender ?? null,
  cashier: filter.cashier ?? null,
  amount: filter.amount ?? null,
  tail: filter.tail ?? null,
});

/** Every ticket of a span, in the order in which they were finished. */
export const ticketsIn = (db: ReadDb, { fromMs, toMs }: Span): Ticket[] =>
  db
    .all<Row>(`SELECT ${ticketColumns} FROM tickets WHERE at >= ? AND at < ? ORDER BY seq`, [fromMs, toMs])
    .map(ticketOf);

/** Newest first, before `beforeSeq`; at most `limit`. */
export const pageOfTickets = (
  db: ReadDb,
  span: Span,
  filter: ReportFilter,
  { beforeSeq, limit }: { beforeSeq?: number | undefined; limit: number },
): Ticket[] =>
  db
    .all<Row>(
      `SELECT ${ticketColumns} FROM tickets WHERE ${letThrough} AND seq < :beforeSeq ORDER BY seq DESC LIMIT +:limit`,
      { ...cellsOf(span, filter), beforeSeq: beforeSeq ?? Number.MAX_SAFE_INTEGER, limit },
    )
    .map(ticketOf);

/** How many the filter lets through, and their sum. */
export const sumOfTickets = (db: ReadDb, span: Span, filter: ReportFilter): { count: number; total: Minor } =>
  db.get<{ count: number; total: Minor }>(
    `SELECT count(*) AS count, coalesce(sum(total), 0) AS total FROM tickets WHERE ${letThrough}`,
    cellsOf(span, filter),
  )!;

/** By time, for an index lies that way. */
const salesIn = (db: ReadDb, fromMs: number, toMs: number) =>
  db.all<{ seq: number; at: number }>(
    "SELECT seq, at FROM tickets WHERE at >= ? AND at < ? AND kind = 'sale' ORDER BY at",
    [fromMs, toMs],
  );

export const ticketReads = (db: ReadDb, index: TicketIndex, clock: WallClock): TicketReads => ({
  find: async ({ date, ...filter }, most) => {
    await index.upToDate();
    const span = date === undefined ? ever : spanOf(clock, date, date);
    return pageOfTickets(db, span, filter, { limit: most });
  },
  salesIn: (fromMs, toMs) => salesIn(db, fromMs, toMs),
  ofShift: async (shift: ShiftId) => {
    await index.upToDate();
    return db
      .all<Row>(`SELECT ${ticketColumns} FROM tickets WHERE shift = ? ORDER BY seq DESC`, [shift])
      .map(ticketOf);
  },
});
