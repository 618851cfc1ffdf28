import { type AttemptId, isAsking, isDead } from '../../../shared/domain/payment/payment.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { Answer, Tx } from '../../core/feature.ts';
import type { ReadDb } from '../../db/open.ts';
import { attemptsOf } from './attempts.ts';
import type { Intent } from './intents.ts';
import { happensTo } from './progress.ts';

type None = Record<string, never>;

/** A payment that is not settled either way, and has not been given up: no other may begin beside it. */
export function liveAttempt(tx: { readonly db: ReadDb }, intent: Intent): AttemptId | undefined {
  const last = attemptsOf(tx.db, intent.id).at(-1)?.payment;
  if (!last || isDead(last) || !last.wanted) return undefined;
  return isAsking(last) || last.state.name === 'paid-after-stop' ? last.attempt.id : undefined;
}

/** No other payment, and no cash, may begin beside one that is open. */
export const hasOpenPayment = (tx: Tx, intent: Intent): boolean => liveAttempt(tx, intent) !== undefined;

/** Whether a submit of it may be out at this moment: nothing of it waits in the outbox. */
const isUnderWay = (tx: Tx, attempt: AttemptId): boolean =>
  tx.db.get("SELECT 1 FROM outbox WHERE kind = 'payment' AND lane = ? AND running = 0", [attempt]) ===
  undefined;

export function stop(intent: Intent, tx: Tx): Answer<None> {
  const live = liveAttempt(tx, intent);
  if (live) happensTo(tx, live, { type: 'stop', underWay: isUnderWay(tx, live) });
  return ok({});
}

export function waitLonger(intent: Intent, tx: Tx): Answer<None> {
  const live = liveAttempt(tx, intent);
  if (live) happensTo(tx, live, { type: 'wait-longer' });
  return ok({});
}

/** The sale goes on without the payment that is still open. */
export function goOnWithout(intent: Intent, tx: Tx): Answer<None> {
  const live = liveAttempt(tx, intent);
  if (live) happensTo(tx, live, { type: 'given-up' });
  return ok({});
}
