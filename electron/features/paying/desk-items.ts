import type { DeskAct, DeskItem, DeskReason } from '../../../shared/contract/paying.ts';
import { type Minor, sum } from '../../../shared/domain/money.ts';
import type { AttemptId, Payment, PaymentStateName } from '../../../shared/domain/payment/payment.ts';
import { isAsking } from '../../../shared/domain/payment/payment.ts';
import { isAskingBack } from '../../../shared/domain/payment/refund.ts';
import type { Count } from '../../../shared/domain/shift/cash.ts';
import type { FeatureParts, Tx } from '../../core/feature.ts';
import type { PaymentReads } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import { attemptView } from './attempt-view.ts';
import { type AttemptRecord, findAttempt, openAttempts } from './attempts.ts';
import { openRefunds, type RefundRecord, refundable } from './refunds.ts';

/** What waits longer than this for a person is pressing. */
const pressingMs = 30 * 60_000;

const deskStates: Partial<Record<PaymentStateName, DeskReason>> = {
  suspense: 'unknown',
  'paid-after-stop': 'paid-after-stop',
  'late-paid': 'late',
};
const deskStateNames = Object.keys(deskStates)
  .map(name => `'${name}'`)
  .join(', ');

/** What has been on the desk stays there while the till tries once more to stop it. */
const deskReason = ({ state, polls }: Payment): DeskReason | undefined =>
  deskStates[state.name] ?? (state.name === 'cancelling' && polls > 0 ? 'unknown' : undefined);

/** A refund that failed waits for a person; one that nobody can say anything about may wait for ever, so a person knows of it. */
const deskRefundNames = ['refund-failed', 'refund-unknown'] as const;
type DeskRefundName = (typeof deskRefundNames)[number];
const isDeskRefund = (name: string): name is DeskRefundName =>
  (deskRefundNames as readonly string[]).includes(name);

/** How many payments and refunds a person has to know of. */
export const deskCount = (db: ReadDb): number =>
  db.get<{ count: number }>(
    `SELECT (SELECT count(*) FROM payment_attempts
         WHERE state IN (${deskStateNames}) OR (state = 'cancelling' AND body ->> '$.polls' > 0))
       + (SELECT count(*) FROM payment_refunds WHERE state IN (${deskRefundNames.map(name => `'${name}'`).join(', ')}))
       + (SELECT count(*) FROM payment_desk) AS count`,
  )!.count;

/** What of the payments is open when a shift ends. */
export function unsettled(db: ReadDb): ReturnType<PaymentReads['unsettled']> {
  const count = (sql: string) =>
    db.get<Count>(`SELECT count(*) AS count, coalesce(sum(amount), 0) AS amount FROM ${sql}`)!;
  const unknown = openAttempts(db).map(({ payment }) => payment.attempt.amount);
  return {
    unknown: { count: unknown.length, amount: sum(unknown) },
    unverified: count("payment_desk WHERE reason = 'unverified'"),
    refundsUnderWay: count("payment_refunds WHERE state <> 'refunded'").count,
  };
}

/** Everything that is not settled by itself: what is known, what the till does about it, what a person may do. */
export function deskItems(parts: FeatureParts): DeskItem[] {
  const { db } = parts;
  const payments = openAttempts(db).flatMap(record => {
    const reason = deskReason(record.payment);
    return reason ? [ofPayment(parts, record, reason)] : [];
  });
  const refunds = openRefunds(db).flatMap(record => {
    const { name } = record.refund.state;
    const of = findAttempt(db, record.refund.attempt);
    return isDeskRefund(name) && of ? [ofRefund(parts, of, record, name)] : [];
  });
  const others = db
    .all<DeskRow>('SELECT id, reason, attempt, receipt, amount, at FROM payment_desk ORDER BY at LIMIT 500')
    .map(row => ofRow(parts, row));
  return [...payments, ...refunds, ...others].sort((a, b) => a.since - b.since);
}

type DeskRow = {
  id: string;
  reason: 'surplus' | 'unverified';
  attempt: AttemptId | null;
  receipt: string | null;
  amount: Minor;
  at: number;
};

/** Puts something before a person that is no state of a payment. */
export function addToDesk(tx: Tx, row: Omit<DeskRow, 'at'>): void {
  tx.db.run('INSERT INTO payment_desk (id, reason, attempt, receipt, amount, at) VALUES (?, ?, ?, ?, ?, ?)', [
    row.id,
    row.reason,
    row.attempt,
    row.receipt,
    row.amount,
    tx.at,
  ]);
  tx.touch('payments');
}

export function takeFromDesk(tx: Tx, id: string): DeskRow | undefined {
  const row = tx.db.get<DeskRow>(
    'SELECT id, reason, attempt, receipt, amount, at FROM payment_desk WHERE id = ?',
    [id],
  );
  tx.db.run('DELETE FROM payment_desk WHERE id = ?', [id]);
  tx.touch('payments');
  return row;
}

function ofPayment(parts: FeatureParts, record: AttemptRecord, reason: DeskReason): DeskItem {
  const { payment, movedAt, receipt, at } = record;
  const { id, amount, wallet, order } = payment.attempt;
  return {
    // One that is tried again and again is as old as its first try.
    ...basics(parts, reason === 'unknown' ? at : movedAt, id),
    id,
    reason,
    amount,
    wallet,
    order,
    receipt,
    attempt: attemptView(parts, record),
    refund: null,
    tillDoes: isAsking(payment) ? 'asks' : 'nothing',
    acts: actsFor(parts.db, record, reason),
  };
}

function actsFor(db: ReadDb, record: AttemptRecord, reason: DeskReason): DeskAct[] {
  if (reason === 'unknown') return ['query', 'found-paid', 'found-unpaid'];
  const left = refundable(db, record);
  const refund: DeskAct[] = left > 0 ? ['refund'] : [];
  const untouched = left === record.payment.attempt.amount;
  return reason === 'paid-after-stop' && untouched ? ['accept', ...refund] : refund;
}

function ofRefund(
  parts: FeatureParts,
  of: AttemptRecord,
  { refund, movedAt }: RefundRecord,
  reason: DeskRefundName,
): DeskItem {
  const { wallet, order } = of.payment.attempt;
  return {
    ...basics(parts, movedAt, refund.attempt),
    id: refund.id,
    reason,
    amount: refund.amount,
    wallet,
    order,
    receipt: of.receipt,
    attempt: attemptView(parts, of),
    refund,
    tillDoes: isAskingBack(refund) ? 'asks' : 'nothing',
    acts: isAskingBack(refund) ? [] : ['refund-again'],
  };
}

function ofRow(parts: FeatureParts, row: DeskRow): DeskItem {
  const of = row.attempt === null ? undefined : findAttempt(parts.db, row.attempt);
  return {
    ...basics(parts, row.at, row.attempt),
    id: row.id,
    reason: row.reason,
    amount: row.amount,
    wallet: of?.payment.attempt.wallet ?? null,
    order: of?.payment.attempt.order ?? '',
    receipt: row.receipt ?? of?.receipt ?? null,
    attempt: of ? attemptView(parts, of) : null,
    refund: null,
    tillDoes: 'nothing',
    acts:
      row.reason === 'surplus' && of && refundable(parts.db, of) > 0 ? ['refund', 'verified'] : ['verified'],
  };
}

const basics = ({ db, env }: FeatureParts, since: number, attempt: AttemptId | null) => ({
  since,
  pressing: env.wallMs() - since > pressingMs,
  notes: attempt === null ? [] : notesOf(db, attempt),
});

const notesOf = (db: ReadDb, attempt: AttemptId): DeskItem['notes'] =>
  db.all<{ at: number; by: string; note: string }>(
    'SELECT at, actor AS by, note FROM payment_notes WHERE attempt = ? ORDER BY place LIMIT 100',
    [attempt],
  );
