import type { Fact } from '../../../shared/domain/facts.ts';
import type { Buyer, InvoiceState } from '../../../shared/domain/invoice/invoice.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { SaleRefund } from '../../../shared/domain/sale-refund.ts';
import { factAt } from '../../core/journal.ts';
import type { ReadDb } from '../../db/open.ts';

/** An invoice as its table stands, with what its buyer told; null where that has been erased. */
export type InvoiceRow = {
  readonly sale: number;
  readonly receipt: string;
  readonly state: InvoiceState;
  readonly buyer: Buyer['kind'];
  readonly amount: Minor;
  readonly requested_at: number;
  readonly number: string | null;
  readonly red_number: string | null;
  readonly title: string | null;
  readonly tax_number: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

const told = (field: string, as: string) =>
  `LEFT JOIN personal AS ${as} ON ${as}.seq = invoices.told_in AND ${as}.field = '${field}'`;
const rowsSql = `
  SELECT sale, receipt, state, buyer, amount, requested_at, number, red_number,
    title.value AS title, tax_number.value AS tax_number, email.value AS email, phone.value AS phone
  FROM invoices
  ${told('title', 'title')} ${told('taxNumber', 'tax_number')} ${told('email', 'email')} ${told('phone', 'phone')}`;

export const stateOf = (db: ReadDb, sale: number): InvoiceState =>
  db.get<{ state: InvoiceState }>('SELECT state FROM invoices WHERE sale = ?', [sale])?.state ?? 'none';

export const invoiceOf = (db: ReadDb, sale: number): InvoiceRow | undefined =>
  db.get<InvoiceRow>(`${rowsSql} WHERE sale = ?`, [sale]);

/** Newest sale first. */
export const invoicesIn = (
  db: ReadDb,
  wanted: { state: InvoiceState; text: string; beforeNumber: number | null; limit: number },
): InvoiceRow[] =>
  db.all<InvoiceRow>(
    `${rowsSql} WHERE state = ? AND sale < ?
     AND instr(lower(concat_ws(' ', receipt, title.value, tax_number.value, number, red_number)), lower(?)) > 0
     ORDER BY sale DESC LIMIT +?`,
    [wanted.state, wanted.beforeNumber ?? Number.MAX_SAFE_INTEGER, wanted.text, wanted.limit],
  );

/** Requests that no service has answered yet, oldest sale first. */
export const requestsAfter = (db: ReadDb, afterNumber: number, limit: number): InvoiceRow[] =>
  db.all<InvoiceRow>(`${rowsSql} WHERE state = 'requested' AND sale > ? ORDER BY sale LIMIT +?`, [
    afterNumber,
    limit,
  ]);

/** The receipt whose invoice has this number. */
export const receiptOfNumber = (db: ReadDb, number: string): string | undefined =>
  db.get<{ receipt: string }>('SELECT receipt FROM invoices WHERE number = ?', [number])?.receipt;

/** Everything of this sale that came back. */
export const refundsOf = (db: ReadDb, sale: number): SaleRefund[] =>
  db
    .all<{ seq: number }>('SELECT seq FROM invoice_refunds WHERE sale = ? ORDER BY seq', [sale])
    .map(({ seq }) => (factAt(db, seq) as Fact<'sale-refunded' | 'sale-voided'>).body.refund);

export const buyerOf = ({ buyer, title, tax_number, email, phone }: InvoiceRow): Buyer | null =>
  title === null
    ? null
    : { kind: buyer, title, taxNumber: tax_number ?? '', email: email ?? '', phone: phone ?? '' };
