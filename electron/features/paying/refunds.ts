import { type Minor, minor } from '../../../shared/domain/money.ts';
import type { AttemptId } from '../../../shared/domain/payment/payment.ts';
import { newRefund, type Refund, type RefundId } from '../../../shared/domain/payment/refund.ts';
import type { Tx } from '../../core/feature.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import type { AttemptRecord } from './attempts.ts';

export type RefundRecord = {
  readonly refund: Refund;
  readonly reason: string;
  readonly at: number;
  readonly movedAt: number;
};

type Row = { body: string; reason: string; at: number; moved_at: number };
const columns = 'body, reason, at, moved_at';
const read = (row: Row): RefundRecord => ({
  refund: JSON.parse(row.body) as Refund,
  reason: row.reason,
  at: row.at,
  movedAt: row.moved_at,
});

export function findRefund(db: ReadDb, id: RefundId): RefundRecord | undefined {
  const row = db.get<Row>(`SELECT ${columns} FROM payment_refunds WHERE id = ?`, [id]);
  return row && read(row);
}

/** Oldest first. */
export const refundsOf = (db: ReadDb, attempt: AttemptId): RefundRecord[] =>
  db.all<Row>(`SELECT ${columns} FROM payment_refunds WHERE attempt = ? ORDER BY place`, [attempt]).map(read);

export const openRefunds = (db: ReadDb): RefundRecord[] =>
  db
    .all<Row>(`SELECT ${columns} FROM payment_refunds WHERE state <> 'refunded' ORDER BY place LIMIT 1000`)
    .map(read);

/** What of a payment has not been sent back, is not on its way back, was not given back in cash and is not held for an exchange. */
export function refundable(db: ReadDb, { payment }: AttemptRecord): Minor {
  const { id, amount } = payment.attempt;
  const back = db.get<{ sum: number }>(
    `SELECT coalesce((SELECT sum(amount) FROM payment_refunds WHERE attempt = ?), 0)
       + coalesce((SELECT amount FROM payment_cash_back WHERE attempt = ?), 0)
       + coalesce((SELECT amount FROM payment_held WHERE attempt = ?), 0) AS sum`,
    [id, id, id],
  )!;
  return minor(amount - back.sum);
}

/** Money of a customer's payment is held for an exchange; less than nothing is let go. */
export function hold(db: WriteDb, attempt: AttemptId, amount: number): void {
  db.run('INSERT OR IGNORE INTO payment_held (attempt, amount) VALUES (?, 0)', [attempt]);
  db.run('UPDATE payment_held SET amount = amount + ? WHERE attempt = ?', [amount, attempt]);
}

/** Money of a customer's payment was given back out of the drawer. */
export function gaveCashBack(db: WriteDb, attempt: AttemptId, amount: Minor): void {
  db.run(
    `INSERT INTO payment_cash_back (attempt, amount) VALUES (?, ?)
     ON CONFLICT (attempt) DO UPDATE SET amount = amount + excluded.amount`,
    [attempt, amount],
  );
}

/** Whether all of a payment has gone back, and nothing of it is still on its way. */
export const isAllBack = (db: ReadDb, { payment }: AttemptRecord): boolean =>
  db.get<{ sum: number | null }>(
    "SELECT sum(amount) AS sum FROM payment_refunds WHERE attempt = ? AND state = 'refunded'",
    [payment.attempt.id],
  )?.sum === payment.attempt.amount;

export function saveRefund(db: WriteDb, refund: Refund, movedAt: number | null): void {
  db.run('UPDATE payment_refunds SET state = ?, body = ?, moved_at = coalesce(?, moved_at) WHERE id = ?', [
    refund.state.name,
    JSON.stringify(refund),
    movedAt,
    refund.id,
  ]);
}

/** Writes a refund down and leaves its sending for after the commit. */
export function beginRefund(tx: Tx, of: AttemptRecord, amount: Minor, reason: string): RefundId {
  const { id: attempt, order, channel, currency } = of.payment.attempt;
  const id = tx.env.newId() as RefundId;
  const place = refundsOf(tx.db, attempt).length + 1;
  const refund = newRefund({ id, attempt, order, channel, amount, currency }, place);
  tx.db.run(
    'INSERT INTO payment_refunds (id, attempt, amount, state, body, reason, at, moved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [id, attempt, amount, refund.state.name, JSON.stringify(refund), reason, tx.at, tx.at],
  );
  tx.record('refund-begun', { refund: id, attempt, order, amount, reason });
  tx.effect('refund', { refund: id, ask: 'refund' }, { lane: id, inMs: 0 });
  tx.touch('payments');
  return id;
}
