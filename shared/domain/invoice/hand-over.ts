import { csvMark, csvRow } from '../../lib/csv.ts';
import type { Unit } from '../item.ts';
import { minorDigits, plainAmount } from '../money.ts';
import { plainQuantity } from '../quantity.ts';
import type { Buyer } from './invoice.ts';
import { type InvoiceLine, netUnitPrice } from './lines.ts';

/** A request as the shop's invoicing service is to be told of it. */
export type InvoiceToIssue = {
  /** Number of the sale. */
  readonly sale: number;
  readonly receipt: string;
  /** When it was sold, wall ms. */
  readonly at: number;
  readonly currency: string;
  readonly training: boolean;
  /** Null where what the customer told has been erased. */
  readonly buyer: Buyer | null;
  readonly lines: readonly InvoiceLine[];
};

/** Why a request is not handed over; `goods` where it is because of them. */
export type HandOverProblem = {
  readonly receipt: string;
  readonly reason: 'practice' | 'buyer-erased' | 'no-tax-code';
  readonly goods: string;
};

/** What of an invoice is handed over, one row per line of it. */
export const handOverColumns = [
  'receipt',
  'date',
  'title',
  'taxNumber',
  'taxCode',
  'name',
  'quantity',
  'unit',
  'unitPrice',
  'net',
  'taxRate',
  'tax',
] as const;
export type HandOverColumn = (typeof handOverColumns)[number];

export type HandOverWords = {
  readonly columns: Readonly<Record<HandOverColumn, string>>;
  readonly unit: (unit: Unit) => string;
  readonly date: (atMs: number) => string;
};

/**
 * The table for the service (CSV) and what is missing from it. A request that lacks anything is left out as a
 * whole: an invoice without one of its lines would be wrong.
 */
export function handOver(
  requests: readonly InvoiceToIssue[],
  words: HandOverWords,
): { readonly csv: string; readonly invoices: number; readonly problems: readonly HandOverProblem[] } {
  const problems = requests.flatMap(problemsOf);
  const ready = requests.filter(request => problemsOf(request).length === 0);
  const rows = ready.flatMap(request => request.lines.map(line => rowOf(request, line, words)));
  const head = handOverColumns.map(column => words.columns[column]);
  return { csv: csvMark + [head, ...rows].map(csvRow).join(''), invoices: ready.length, problems };
}

function problemsOf({ receipt, training, buyer, lines }: InvoiceToIssue): HandOverProblem[] {
  if (training) return [{ receipt, reason: 'practice', goods: '' }];
  const erased: HandOverProblem[] = buyer ? [] : [{ receipt, reason: 'buyer-erased', goods: '' }];
  const uncoded = lines.filter(line => line.taxCode === '');
  return [
    ...erased,
    ...uncoded.map(({ name }) => ({ receipt, reason: 'no-tax-code' as const, goods: name })),
  ];
}

function rowOf(request: InvoiceToIssue, line: InvoiceLine, words: HandOverWords): string[] {
  const digits = minorDigits(request.currency);
  const cells: Record<HandOverColumn, string> = {
    receipt: request.receipt,
    date: words.date(request.at),
    title: request.buyer?.title ?? '',
    taxNumber: request.buyer?.taxNumber ?? '',
    taxCode: line.taxCode,
    name: line.name,
    quantity: plainQuantity(line.quantity),
    unit: words.unit(line.unit),
    unitPrice: netUnitPrice(line, digits),
    net: plainAmount(line.net, digits),
    taxRate: `${line.taxPermille / 10}%`,
    tax: plainAmount(line.tax, digits),
  };
  return handOverColumns.map(column => cells[column]);
}
