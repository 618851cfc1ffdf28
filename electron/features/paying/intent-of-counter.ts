import { needsAgeCheck } from '../../../shared/domain/cart.ts';
import { zero } from '../../../shared/domain/money.ts';
import type { IntentId } from '../../../shared/domain/payment/payment.ts';
import { price } from '../../../shared/domain/pricing.ts';
import { exchangeTender } from '../../../shared/domain/refunding/exchange.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, refuse, type Tx } from '../../core/feature.ts';
import type { Counter } from './counter.ts';
import { creditAtCounter } from './credit.ts';
import type { Intent } from './intents.ts';

/** The cart on the counter as it would be frozen now, with an exchange's credit taken first. Of it nothing is written yet. */
export function intentOfCounter(tx: Tx, { ports }: Counter): Answer<Intent> {
  const cart = ports.selling.currentCart();
  const [first] = cart.lines;
  if (!first) return refuse('cart-empty', {});
  if (!ports.shifts.current() || !tx.actor.staff) return refuse('no-shift', {});
  if (needsAgeCheck(cart)) return refuse('age-check-first', {});
  if (!ports.selling.letBelowFloors(tx)) return refuse('below-floor-first', {});
  const priced = price(cart, ports.setup.settings());
  const credit = priced.due > 0 ? creditAtCounter(tx.db, ports.refunds) : undefined;
  return ok({
    id: tx.env.newId() as IntentId,
    cart: cart.id,
    cashier: tx.actor.staff,
    priced,
    tenders: credit ? [exchangeTender(tx.env.newId(), credit, priced.due)] : [],
    rounding: zero,
    part: null,
    label: first.name,
    parkedAt: null,
  });
}
