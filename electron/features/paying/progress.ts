import type { AttemptId, Payment } from '../../../shared/domain/payment/payment.ts';
import {
  lastNumber,
  type Refund,
  type RefundEvent,
  type RefundId,
  refundStep,
} from '../../../shared/domain/payment/refund.ts';
import { type PaymentHappening, step } from '../../../shared/domain/payment/step.ts';
import { assert } from '../../../shared/lib/assert.ts';
import type { Tx } from '../../core/feature.ts';
import { findAttempt, savePayment } from './attempts.ts';
import { findRefund, saveRefund } from './refunds.ts';

// What happens to a payment or a refund is decided by its pure machine and written down here, with the next
// ask, in one transaction. A change of state is a fact; what follows from it is the reaction to that fact.

/** Lets it happen; gives the payment as it is now. */
export function happensTo(tx: Tx, id: AttemptId, happening: PaymentHappening): Payment {
  const record = findAttempt(tx.db, id);
  assert(record, 'what happens to a payment happens to one that is on disk');
  const before = record.payment;
  const { next, ask, surplus } = step(before, { ...happening, at: tx.steadyMs });
  const moved = next.state.name !== before.state.name || next.wanted !== before.wanted;
  savePayment(tx.db, next, moved ? tx.at : null);
  if (ask === 'none') tx.dropEffect('payment', id);
  else if (ask !== 'as-before') {
    tx.effect('payment', { attempt: id, ask: ask.do }, { lane: id, inMs: ask.inMs });
  }
  const { order, amount, wallet, cart } = next.attempt;
  if (moved) {
    const { state, wanted, doubt, providerNumber } = next;
    const how = { state, wanted, doubt, providerNumber };
    tx.record('payment-moved', { attempt: id, cart, order, wallet, amount, ...how });
  }
  if (surplus) tx.record('payment-surplus', { attempt: id, order, amount });
  tx.touch('payments');
  return next;
}

/** As `happensTo`, for money on its way back. */
export function happensToRefund(tx: Tx, id: RefundId, event: RefundEvent): Refund {
  const record = findRefund(tx.db, id);
  assert(record, 'what happens to a refund happens to one that is on disk');
  const { next, ask } = refundStep(record.refund, event);
  const moved = next.state.name !== record.refund.state.name;
  saveRefund(tx.db, next, moved ? tx.at : null);
  if (ask === 'none') tx.dropEffect('refund', id);
  else if (ask !== 'as-before') {
    tx.effect('refund', { refund: id, ask: ask.do }, { lane: id, inMs: ask.inMs });
  }
  if (moved) {
    const { order, amount, state } = next;
    tx.record('refund-moved', { refund: id, order, number: lastNumber(next), amount, state });
  }
  tx.touch('payments');
  return next;
}
