import {
  type Attempt,
  type AttemptId,
  type IntentId,
  newPayment,
  type Payment,
} from '../../../shared/domain/payment/payment.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';

/** A payment with what is known of it beside its state. Times are wall ms. */
export type AttemptRecord = {
  readonly payment: Payment;
  readonly place: number;
  readonly at: number;
  readonly movedAt: number;
  readonly codeTail: string;
  /** Of the sale it was for, or that was settled without it. */
  readonly receipt: string | null;
};

type Row = {
  body: string;
  place: number;
  at: number;
  moved_at: number;
  code_tail: string;
  receipt: string | null;
};
const columns = 'body, place, at, moved_at, code_tail, receipt';

const read = (row: Row): AttemptRecord => ({
  payment: JSON.parse(row.body) as Payment,
  place: row.place,
  at: row.at,
  movedAt: row.moved_at,
  codeTail: row.code_tail,
  receipt: row.receipt,
});

export function findAttempt(db: ReadDb, id: AttemptId): AttemptRecord | undefined {
  const row = db.get<Row>(`SELECT ${columns} FROM payment_attempts WHERE id = ?`, [id]);
  return row && read(row);
}

export function attemptByOrder(db: ReadDb, order: string): AttemptRecord | undefined {
  const row = db.get<Row>(`SELECT ${columns} FROM payment_attempts WHERE order_number = ?`, [order]);
  return row && read(row);
}

/** Oldest first. `IN (?)`: after `= ?` with an ORDER BY, SQLite plans anew at every run. */
export const attemptsOf = (db: ReadDb, intent: IntentId): AttemptRecord[] =>
  db
    .all<Row>(`SELECT ${columns} FROM payment_attempts WHERE intent IN (?) ORDER BY place`, [intent])
    .map(read);

const notFinal = "state NOT IN ('paid', 'declined', 'cancelled', 'not-sent', 'refunded')";
const openMax = 1_000;

/** Everything that is not final, oldest first. */
export const openAttempts = (db: ReadDb): AttemptRecord[] =>
  db
    .all<Row>(`SELECT ${columns} FROM payment_attempts WHERE ${notFinal} ORDER BY place LIMIT ${openMax}`)
    .map(read);

export const nextPlace = (db: ReadDb): number =>
  (db.get<{ last: number | null }>('SELECT max(place) AS last FROM payment_attempts')?.last ?? 0) + 1;

/** Whether this very code was charged before; a code works once. */
export const codeWasUsed = (db: ReadDb, mac: string, after: number): boolean =>
  db.get("SELECT 1 FROM payment_attempts WHERE code_mac = ? AND state <> 'not-sent' AND place > ? LIMIT 1", [
    mac,
    after,
  ]) !== undefined;

export function addAttempt(
  db: WriteDb,
  attempt: Attempt,
  more: { place: number; at: number; steadyMs: number; codeTail: string; codeMac: string },
): void {
  db.run(
    `INSERT INTO payment_attempts (place, id, intent, order_number, state, body, at, moved_at, code_tail, code_mac)
     VALUES (?, ?, ?, ?, 'submitting', ?, ?, ?, ?, ?)`,
    [
      more.place,
      attempt.id,
      attempt.intent,
      attempt.order,
      JSON.stringify(newPayment(attempt, more.steadyMs)),
      more.at,
      more.at,
      more.codeTail,
      more.codeMac,
    ],
  );
}

/** `movedAt` only where the state's name changed: it is how old the state is. */
export function savePayment(db: WriteDb, payment: Payment, movedAt: number | null): void {
  db.run('UPDATE payment_attempts SET state = ?, body = ?, moved_at = coalesce(?, moved_at) WHERE id = ?', [
    payment.state.name,
    JSON.stringify(payment),
    movedAt,
    payment.attempt.id,
  ]);
}

export function nameReceipt(db: WriteDb, intent: IntentId, receipt: string): void {
  db.run('UPDATE payment_attempts SET receipt = ? WHERE intent = ?', [receipt, intent]);
}
