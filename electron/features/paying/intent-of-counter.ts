import { zero } from '../../../shared/domain/money.ts';
import type { IntentId } from '../../../shared/domain/payment/payment.ts';
import { price } from '../../../shared/domain/pricing.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, refuse, type Tx } from '../../core/feature.ts';
import type { Counter } from './counter.ts';
import type { Intent } from './intents.ts';

/** The cart on the counter as it would be frozen now; nothing is written yet. */
export function intentOfCounter(tx: Tx, { ports }: Counter): Answer<Intent> {
  const cart = ports.selling.currentCart();
  const [first] = cart.lines;
  if (!first) return refuse('cart-empty', {});
  if (!ports.shifts.current() || !tx.actor.staff) return refuse('no-shift', {});
  return ok({
    id: tx.env.newId() as IntentId,
    cart: cart.id,
    cashier: tx.actor.staff,
    priced: price(cart, ports.setup.settings()),
    tenders: [],
    rounding: zero,
    part: null,
    label: first.name,
    parkedAt: null,
  });
}
