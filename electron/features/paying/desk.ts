import type { Minor } from '../../../shared/domain/money.ts';
import type { AttemptId } from '../../../shared/domain/payment/payment.ts';
import type { RefundId } from '../../../shared/domain/payment/refund.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, type Feature, refuse, type Tx } from '../../core/feature.ts';
import { type AttemptRecord, findAttempt } from './attempts.ts';
import type { Channels } from './channels.ts';
import { takeFromDesk } from './desk-items.ts';
import { happensTo, happensToRefund } from './progress.ts';
import { beginRefund, findRefund, refundable } from './refunds.ts';

type Commands = Feature<'paying'>['commands'];
type DeskCommands = Pick<
  Commands,
  'accept' | 'refund' | 'refundAgain' | 'queryNow' | 'foundPaid' | 'foundUnpaid' | 'note' | 'verified'
>;
type None = Record<string, never>;

/** The few things a person may do about a payment that is not settled by itself. Nothing is closed without a word of why. */
export function deskCommands(channels: Channels): DeskCommands {
  return {
    accept: ({ attempt }, tx) =>
      inState(tx, attempt, ['paid-after-stop'], record => {
        // What is on its way back to the customer pays for nothing.
        if (refundable(tx.db, record) < record.payment.attempt.amount) return refuse('payment-moved-on', {});
        happensTo(tx, attempt, { type: 'accepted' });
        return ok({});
      }),
    refund: ({ attempt, amount, reason }, tx) => {
      const record = findAttempt(tx.db, attempt);
      if (!record || !hasMoney(tx, record)) return refuse('no-such-payment', {});
      const left = refundable(tx.db, record);
      if (amount < 1 || amount > left) return refuse('refund-too-large', { left });
      return ok({ refund: beginRefund(tx, record, amount as Minor, reason) });
    },
    refundAgain: ({ refund }, tx) => again(tx, refund, channels),
    queryNow: ({ attempt }, tx) =>
      inState(tx, attempt, ['suspense'], () => {
        happensTo(tx, attempt, { type: 'query-now' });
        return ok({});
      }),
    foundPaid: ({ attempt, providerNumber }, tx) =>
      inState(tx, attempt, ['suspense'], () => {
        note(tx, attempt, providerNumber);
        happensTo(tx, attempt, { type: 'found-paid', providerNumber });
        return ok({});
      }),
    foundUnpaid: ({ attempt, note: why }, tx) =>
      inState(tx, attempt, ['suspense'], () => {
        note(tx, attempt, why);
        happensTo(tx, attempt, { type: 'found-unpaid' });
        return ok({});
      }),
    note: ({ attempt, note: text }, tx) => {
      if (!findAttempt(tx.db, attempt)) return refuse('no-such-payment', {});
      note(tx, attempt, text);
      return ok({});
    },
    verified: ({ desk, note: why }, tx) => {
      const row = takeFromDesk(tx, desk);
      if (!row) return refuse('no-such-payment', {});
      if (row.attempt) note(tx, row.attempt, why);
      tx.record('tender-verified', { tender: desk, amount: row.amount, note: why });
      return ok({});
    },
  };
}

function inState(
  tx: Tx,
  attempt: AttemptId,
  names: readonly string[],
  act: (record: AttemptRecord) => Answer<None>,
): Answer<None> {
  const record = findAttempt(tx.db, attempt);
  if (!record) return refuse('no-such-payment', {});
  return names.includes(record.payment.state.name) ? act(record) : refuse('payment-moved-on', {});
}

/** Whether there is money of a customer's to send back. */
const hasMoney = (tx: Tx, { payment }: AttemptRecord): boolean =>
  ['paid', 'paid-after-stop', 'late-paid'].includes(payment.state.name) ||
  tx.db.get("SELECT 1 FROM payment_desk WHERE attempt = ? AND reason = 'surplus'", [payment.attempt.id]) !==
    undefined;

function again(tx: Tx, refund: RefundId, channels: Channels): Answer<None> {
  const record = findRefund(tx.db, refund);
  if (!record) return refuse('no-such-payment', {});
  if (record.refund.state.name !== 'refund-failed') return refuse('payment-moved-on', {});
  const kind = channels.kindOf(record.refund.channel);
  happensToRefund(tx, refund, { type: 'again', numbers: kind?.manifest.refundNumbers ?? 'same' });
  return ok({});
}

function note(tx: Tx, attempt: AttemptId, text: string): void {
  tx.db.run('INSERT INTO payment_notes (attempt, at, actor, note) VALUES (?, ?, ?, ?)', [
    attempt,
    tx.at,
    tx.actor.id,
    text,
  ]);
  tx.record('payment-noted', { attempt, note: text });
  tx.touch('payments');
}
