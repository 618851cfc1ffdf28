import type { LineId } from '../../../shared/domain/cart.ts';
import type { ExchangeReturn } from '../../../shared/domain/facts/refunds.ts';
import type { Fact } from '../../../shared/domain/facts.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { type Credit, creditOf } from '../../../shared/domain/refunding/exchange.ts';
import type { Refunded } from '../../../shared/domain/refunding/mirror.ts';
import type { SaleId } from '../../../shared/domain/sale.ts';
import type { SaleRefund } from '../../../shared/domain/sale-refund.ts';
import { factAt } from '../../core/journal.ts';
import type { ReadDb } from '../../db/open.ts';

type Row = { seq: number };

const refundAt = (db: ReadDb, { seq }: Row): SaleRefund =>
  (factAt(db, seq) as Fact<'sale-refunded' | 'sale-voided'>).body.refund;

export function findRefund(db: ReadDb, number: number): SaleRefund | undefined {
  const row = db.get<Row>('SELECT seq FROM refunds WHERE number = ?', [number]);
  return row && refundAt(db, row);
}

/** Of one sale, at this till, oldest first. */
export const refundsOf = (db: ReadDb, sale: SaleId): SaleRefund[] =>
  db.all<Row>('SELECT seq FROM refunds WHERE sale = ? ORDER BY number', [sale]).map(row => refundAt(db, row));

/** Newest first; at most so many. */
export const lastRefunds = (db: ReadDb, limit: number): SaleRefund[] =>
  db.all<Row>('SELECT seq FROM refunds ORDER BY number DESC LIMIT +?', [limit]).map(row => refundAt(db, row));

/** The credit of an exchange that waits for the next sale. */
export function openCredit(db: ReadDb): Credit | undefined {
  const row = db.get<Row>('SELECT seq FROM exchange_credit');
  return row && creditOf(refundAt(db, row));
}

export function exchangeReturn(db: ReadDb, refund: number): ExchangeReturn | undefined {
  const row = db.get<Row>('SELECT seq FROM exchange_returns WHERE refund = ?', [refund]);
  return row && (factAt(db, row.seq) as Fact<'exchange-returned'>).body;
}

/** How much of each line of a sale has come back here. */
export const refundedOf = (db: ReadDb, sale: SaleId): Refunded =>
  new Map(
    db
      .all<{ line: LineId; refunded: Quantity }>('SELECT line, refunded FROM refunded_lines WHERE sale = ?', [
        sale,
      ])
      .map(({ line, refunded }) => [line, refunded]),
  );

/** The number the next refund takes. */
export const nextNumber = (db: ReadDb): number =>
  (db.get<{ last: number | null }>('SELECT max(number) AS last FROM refunds')?.last ?? 0) + 1;

/** Goods that came back without a receipt since that moment (wall ms). */
export const withoutReceiptSince = (db: ReadDb, atMs: number): SaleRefund[] =>
  db
    .all<Row>(
      'SELECT refunds.seq FROM refunds JOIN journal ON journal.seq = refunds.seq WHERE sale IS NULL AND at >= ?',
      [atMs],
    )
    .map(row => refundAt(db, row));
