import type { PrintDocument } from '../../../shared/domain/document.ts';
import type { ReportId, ReportTable } from '../../../shared/domain/report.ts';
import { reportWords } from '../../../shared/i18n/report.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Feature, type FeatureParts, refuse } from '../../core/feature.ts';
import { factAt } from '../../core/journal.ts';
import type { PaperPages, SetupReads, TicketReads, WallClock } from '../../core/ports.ts';
import { reportList } from './index.ts';
import { readLosses } from './losses/losses.ts';
import { reportDocument } from './paper.ts';
import type { ReportAsked, ReportEyes } from './report.ts';
import { TicketIndex, ticketsLater } from './ticket-index.ts';
import { pageOfTickets, spanOf, sumOfTickets, ticketReads } from './ticket-reads.ts';
import { readDay } from './today/day.ts';

export type ReportsPorts = {
  readonly setup: SetupReads;
  readonly clock: WallClock;
  readonly pages: PaperPages;
  /** Wall ms as the shop's wall clock says it. */
  readonly timeText: (atMs: number) => string;
};

export type Reports = {
  readonly feature: Feature<'reports'>;
  readonly reads: TicketReads;
  /** When nobody has sold for a moment. */
  idle(): void;
  stop(): void;
};

/** Some two metres of paper. */
const printedLinesMax = 600;

/** What was sold, by whom and how, read from the ticket index; it changes nothing. */
export function reportsFeature(parts: FeatureParts, ports: ReportsPorts): Reports {
  const { db, env } = parts;
  const index = new TicketIndex(parts);
  const eyes: ReportEyes = { db, clock: ports.clock, setup: ports.setup };
  const today = () => ports.clock.localTime(env.wallMs()).date;
  const tableOf = async (asked: ReportAsked & { report: ReportId }): Promise<ReportTable> => {
    await index.upToDate();
    const { id, columns, read } = reportList[asked.report];
    return { report: id, from: asked.from, to: asked.to, columns, ...read(asked, eyes) };
  };
  const feature: Feature<'reports'> = {
    family: 'reports',
    prepare: { print: tableOf },
    commands: {
      print: (_input, tx, prepared) => {
        const table = prepared as ReportTable;
        const { language, shop, currency } = ports.setup.settings();
        const { timeText } = ports;
        const words = reportWords[language];
        const paper = reportDocument(table, { words, shop, currency, printedAt: tx.at, timeText });
        const lines = linesOnPaper(table, paper);
        if (lines > printedLinesMax) return refuse('report-too-long', { lines, most: printedLinesMax });
        return ok({ job: ports.pages.print(tx, table.report, paper) });
      },
    },
    queries: {
      today: async ({ date }) => {
        await index.upToDate();
        return ok(readDay(date ?? today(), eyes));
      },
      losses: async ({ from, to }) => {
        await index.upToDate();
        return ok(readLosses(from, to, eyes));
      },
      tickets: async asked => {
        await index.upToDate();
        const span = spanOf(ports.clock, asked.from, asked.to);
        return ok({
          tickets: pageOfTickets(db, span, asked, asked),
          all: asked.beforeSeq === undefined ? sumOfTickets(db, span, asked) : null,
        });
      },
      ticket: ({ seq }) => {
        const fact = factAt(db, seq);
        if (fact?.kind === 'sale-completed') return ok({ kind: 'sale', sale: fact.body.sale });
        if (fact?.kind === 'sale-refunded' || fact?.kind === 'sale-voided')
          return ok({ kind: 'refund', refund: fact.body.refund });
        return refuse('no-such-ticket', {});
      },
      table: async asked => ok(await tableOf(asked)),
    },
    watches: {},
    tables: [],
    project: {},
    later: ticketsLater,
    react: {},
  };
  return {
    feature,
    reads: ticketReads(db, index, ports.clock),
    idle: () => index.idle(),
    stop: () => index.stop(),
  };
}

/** Of a long report only the first part is laid out; the rest is as long as that, row by row. */
const linesOnPaper = ({ rows, all }: ReportTable, paper: PrintDocument): number =>
  Math.ceil((paper.blocks.length * (all ?? rows.length)) / Math.max(1, rows.length));
