import { z } from 'zod';
import type { Minor } from '../domain/money.ts';
import type { RemovalReason } from '../domain/removal.ts';
import { type ReportTable, reportIds } from '../domain/report.ts';
import type { Sale } from '../domain/sale.ts';
import type { SaleRefund } from '../domain/sale-refund.ts';
import type { TenderName, Ticket } from '../domain/ticket.ts';
import { Amount, LocalDate, ReceiptTail, StaffIdField } from './fields.ts';
import { command, query } from './word.ts';

/** A quarter of a year: what can be summed in one go without a cashier noticing. */
const daysMax = 92;
const dayMs = 86_400_000;
const Days = z
  .object({ from: LocalDate, to: LocalDate })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < daysMax * dayMs, {
    path: ['to'],
  });

const Filter = z.object({
  kind: z.enum(['sale', 'refund']).optional(),
  tender: z.enum(['cash', 'wechat', 'alipay', 'unionpay', 'ecny', 'store-code', 'exchange']).optional(),
  cashier: StaffIdField.optional(),
  /** What was due or went back, to the fen. */
  amount: Amount.optional(),
  tail: ReceiptTail.optional(),
});
export type ReportFilter = z.output<typeof Filter>;
/** The filter is the list of tickets’; other reports show all of their days. */
const Table = Days.and(Filter).and(z.object({ report: z.enum(reportIds) }));
const Part = z.object({ beforeSeq: z.int().min(1).optional() });

export type HourOfDay = {
  /** 0 to 23 */
  readonly hour: number;
  readonly tickets: number;
  readonly total: Minor;
  /** The same hour of the same weekday, a week before. */
  readonly lastWeek: Minor;
};

export type DayView = {
  readonly date: string;
  /** Sales only; `pieces` and `discounts` too. */
  readonly sales: { readonly count: number; readonly total: Minor };
  readonly pieces: number;
  readonly discounts: Minor;
  /** Positive: what went back. */
  readonly refunds: { readonly count: number; readonly total: Minor };
  /** Sales less refunds. */
  readonly takings: Minor;
  /** What a sale came to on average; null on a day without any. */
  readonly basket: Minor | null;
  readonly lastWeek: { readonly date: string; readonly takings: Minor; readonly tickets: number };
  /** Every hour from the first to the last in which either day took or gave anything. */
  readonly hours: readonly HourOfDay[];
  readonly tenders: readonly {
    readonly tender: TenderName;
    /** Tickets that it was used on. */
    readonly count: number;
    /** What came in less what went back. */
    readonly amount: Minor;
  }[];
};

export const lossMeasures = ['voids', 'openings', 'refunds', 'discounts', 'overrides', 'floors'] as const;
export type LossMeasure = (typeof lossMeasures)[number];

export type LossFigure = {
  readonly count: number;
  readonly amount: Minor;
  /** How often in 1,000 tickets. */
  readonly perThousand: number;
  /** The middle one of the others’ rates; null where there are too few others to compare with. */
  readonly peers: number | null;
  readonly stands: 'out' | 'in-line' | 'alone';
};

export type LossesView = {
  readonly from: string;
  readonly to: string;
  readonly cashiers: readonly {
    readonly staff: string;
    readonly name: string;
    readonly tickets: number;
    readonly figures: Readonly<Record<LossMeasure, LossFigure>>;
    /** Why goods were taken out, where somebody said so; the most frequent first. */
    readonly reasons: readonly { readonly reason: RemovalReason; readonly count: number }[];
  }[];
  /** What “out” means: at least so many, and more than so many times the peers’ rate. */
  readonly rule: { readonly countMin: number; readonly times: number; readonly peersMin: number };
};

export type TicketPage = {
  readonly tickets: readonly Ticket[];
  /** Everything that the filter lets through, not only this page; told with the first one. */
  readonly all: { readonly count: number; readonly total: Minor } | null;
};

/** The whole of a ticket, as its fact holds it. */
export type WholeTicket =
  | { readonly kind: 'sale'; readonly sale: Sale }
  | { readonly kind: 'refund'; readonly refund: SaleRefund };

export const reports = {
  /** Today where no date is said. */
  today: query('view-reports', z.object({ date: LocalDate.optional() })).returns<DayView>(),
  losses: query('view-reports', Days).returns<LossesView>(),
  /** Newest first, those before `beforeSeq`. */
  tickets: query(
    'view-reports',
    Days.and(Filter)
      .and(Part)
      .and(z.object({ limit: z.int().min(1).max(1_000) })),
  ).returns<TicketPage>(),
  ticket: query('view-reports', z.object({ seq: z.int().min(1) })).returns<WholeTicket>(),
  /** Any report as a table; a long one in parts. */
  table: query('view-reports', Table.and(Part)).returns<ReportTable>(),
  print: command('view-reports', Table).returns<{ job: string }>(),
};
