export const reportIds = ['today', 'losses', 'tickets'] as const;
export type ReportId = (typeof reportIds)[number];

/** What a column holds; screen, paper, CSV and workbook each write it in their own way. */
export type ColumnType =
  | 'text'
  | 'count'
  /** Minor units. */
  | 'money'
  /** Wall ms. */
  | 'time'
  /** An hour of the day, 0 to 23. */
  | 'hour'
  /** One of a report's own words (a kind of ticket), by its key. */
  | 'word';

export type ReportColumn = { readonly id: string; readonly type: ColumnType };
/** Null where a row has nothing to say. */
export type ReportCell = string | number | null;

/**
 * A report as a table, whatever it is about: one screen, one CSV writer, one workbook writer and one layout on
 * paper serve every report. Its titles are the language's (`t.reports`), by the ids that stand here.
 */
export type ReportTable = {
  readonly report: ReportId;
  /** Local dates, first and last day. */
  readonly from: string;
  readonly to: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** Rows of the whole report; told with its first part, as the totals are. */
  readonly all: number | null;
  /** What to ask for with `beforeSeq` to get the rows that follow; null after the last. */
  readonly next: number | null;
  /** A cell for each column, null where a sum makes no sense. */
  readonly totals: readonly ReportCell[] | null;
};
