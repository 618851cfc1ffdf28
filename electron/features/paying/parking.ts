import type { IntentId } from '../../../shared/domain/payment/payment.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, refuse, type Tx } from '../../core/feature.ts';
import type { ShiftReads } from '../../core/ports.ts';
import { findIntent, type Intent, openIntent, saveIntent } from './intents.ts';

type None = Record<string, never>;
type Ports = { readonly shifts: ShiftReads };

/** The cart goes aside with its payment under way, and the next customer is served. */
export function park(intent: Intent, tx: Tx, { shifts }: Ports): Answer<None> {
  const shift = shifts.current();
  if (!shift) return refuse('no-shift', {});
  // Cash that lay on the counter goes along with its customer.
  saveIntent(tx.db, { ...intent, restInCash: false, parkedAt: tx.at });
  const { cart, label, priced } = intent;
  tx.record('cart-parked', { cart, shift: shift.id, label, pieces: priced.pieces, due: priced.due });
  tx.touch('payments');
  return ok({});
}

/** One key swaps two customers: a frozen cart on the counter is parked as the other comes back. */
export function bringBack(id: IntentId, tx: Tx, ports: Ports): Answer<None> {
  const intent = findIntent(tx.db, id);
  const shift = ports.shifts.current();
  if (!intent || intent.parkedAt === null) return refuse('cart-changed', {});
  if (!shift) return refuse('no-shift', {});
  const onCounter = openIntent(tx.db);
  if (onCounter) park(onCounter, tx, ports);
  saveIntent(tx.db, { ...intent, parkedAt: null });
  tx.record('cart-brought-back', { cart: intent.cart, shift: shift.id });
  tx.touch('payments');
  return ok({});
}
