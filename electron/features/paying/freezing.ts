import type { CartId } from '../../../shared/domain/cart.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { IntentId } from '../../../shared/domain/payment/payment.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, refuse, type Tx } from '../../core/feature.ts';
import { charge } from './charging.ts';
import type { Counter } from './counter.ts';
import { intentOfCounter } from './intent-of-counter.ts';
import { dropIntent, type Intent, openIntent, remainingOf, saveIntent } from './intents.ts';
import { hasOpenPayment } from './live-payment.ts';
import { completeIntent } from './settle.ts';

type None = Record<string, never>;

/** Freezes cart and amount; what an exchange's credit covers is settled with it. A code that was read before is taken at once. */
export function freeze(
  input: { readonly cart: CartId; readonly due: Minor },
  tx: Tx,
  counter: Counter,
): Answer<{ intent: IntentId }> {
  const before = openIntent(tx.db);
  if (before) return ok({ intent: before.id });
  const frozen = intentOfCounter(tx, counter);
  if (!frozen.ok) return frozen;
  const intent = frozen.value;
  if (intent.cart !== input.cart || intent.priced.due !== input.due) return refuse('cart-changed', {});
  saveIntent(tx.db, intent);
  tx.touch('payments');
  tx.touch('cart');
  const { codes } = counter;
  const offered = codes.offered(intent.cart, () => intent.priced.due);
  tx.committed(() => codes.forgetOffered());
  if (intent.tenders.length > 0 && completeIntent(tx, counter.ports, intent))
    return ok({ intent: intent.id });
  if (offered) charge(tx, intent, offered, counter);
  return ok({ intent: intent.id });
}

/** Agrees on a part for the next code; the whole again when the part is all that remains. */
export function askFor(
  intent: Intent,
  { amount, restInCash = false }: { readonly amount: Minor; readonly restInCash?: boolean | undefined },
  tx: Tx,
): Answer<None> {
  if (amount < 1 || amount > remainingOf(intent)) return refuse('amount-too-large', {});
  if (hasOpenPayment(tx, intent)) return refuse('payment-open', {});
  const part = amount === remainingOf(intent) ? null : amount;
  saveIntent(tx.db, { ...intent, part, restInCash: part !== null && restInCash });
  tx.touch('payments');
  return ok({});
}

/** Back to the goods. */
export function unfreeze(intent: Intent, tx: Tx, { ports }: Counter): Answer<None> {
  if (hasOpenPayment(tx, intent)) return refuse('payment-open', {});
  // The credit of an exchange is taken again when the amount is frozen again.
  if (intent.tenders.some(tender => tender.kind !== 'exchange')) return refuse('part-settled', {});
  dropIntent(tx.db, intent.id);
  ports.selling.amountWasSaid(tx);
  tx.touch('payments');
  tx.touch('cart');
  return ok({});
}
