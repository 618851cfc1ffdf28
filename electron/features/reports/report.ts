import type { ReportFilter } from '../../../shared/contract/reports.ts';
import type { ReportCell, ReportColumn, ReportId, ReportTable } from '../../../shared/domain/report.ts';
import type { SetupReads, WallClock } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';

/** What a report is read with; the ticket index has been brought up to date before. */
export type ReportEyes = {
  readonly db: ReadDb;
  readonly clock: WallClock;
  readonly setup: SetupReads;
};

/** Local dates, first and last; the filter and the place are for reports that are long lists. */
export type ReportAsked = ReportFilter & {
  readonly from: string;
  readonly to: string;
  readonly beforeSeq?: number | undefined;
};

export type ReportPart = Pick<ReportTable, 'rows' | 'totals' | 'all' | 'next'>;

/** A report is one folder with one of these and a line in `index.ts`; screen, paper and files are made for it. */
export type Report = {
  readonly id: ReportId;
  readonly columns: readonly ReportColumn[];
  readonly read: (asked: ReportAsked, eyes: ReportEyes) => ReportPart;
};

/** All rows of a report that is never long, with their totals. */
export const whole = (rows: ReportPart['rows'], totals: readonly ReportCell[] | null): ReportPart => ({
  rows,
  totals,
  all: rows.length,
  next: null,
});

/** The name of whoever it was; somebody the till does not know (a command line, another epoch) keeps the id. */
export const nameOf = (setup: SetupReads, id: string): string =>
  setup.staff(id as Parameters<SetupReads['staff']>[0])?.name ?? id;
