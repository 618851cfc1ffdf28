import type { ScanOutcome } from '../../../shared/contract/selling.ts';
import type { Cart, CartId } from '../../../shared/domain/cart.ts';
import { price } from '../../../shared/domain/pricing.ts';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { type Refusal, refuse, type Tx } from '../../core/feature.ts';
import { clearCounter, heldCart, putAside, takeBack } from './carts.ts';
import { type Counter, onCounter, type SellingCommands, type SellingPorts } from './counter.ts';

/** Putting a cart aside and taking it back. */
export const holdCommands = (counter: Counter): Pick<SellingCommands, 'hold' | 'recall'> => ({
  hold: (input, tx) => {
    const { ports } = counter;
    const { cart } = onCounter(counter);
    const shift = ports.shifts.current();
    if (cart.id !== input.cart) return refuse('cart-changed', {});
    if (cart.lines.length === 0) return refuse('cart-empty', {});
    if (!shift) return refuse('no-shift', {});
    if (ports.payments().isFrozen(cart.id)) return refuse('cart-frozen', {});
    // The next customer's goods are not paid for with what this one brought back.
    const credit = ports.payments().creditAtCounter();
    if (credit) return refuse('exchange-open', { receipt: credit.receipt });
    const label = input.label || cart.lines[0]!.name;
    hold(tx, cart, shift.id, label, ports);
    return ok({ label });
  },
  recall: ({ cart }, tx) => recall(counter, cart, tx),
});

/** The slip of a held cart brings it back, once. */
export function recallSlip(counter: Counter, wanted: CartId, tx: Tx): Result<ScanOutcome, Refusal> {
  const held = heldCart(tx.db, wanted);
  const recalled = recall(counter, wanted, tx);
  if (recalled.ok) return ok({ outcome: 'recalled', label: held!.cart.lines[0]!.name });
  return recalled.refusal.code === 'no-such-cart' ? ok({ outcome: 'slip-spent' }) : recalled;
}

/** Puts the counter's cart aside as any held one, and takes this one back in its place. */
export function swapIn(
  tx: Tx,
  cart: CartId,
  shift: ShiftId,
  counter: Pick<Counter, 'ports' | 'parts' | 'finished'>,
): void {
  const open = onCounter(counter).cart;
  if (open.lines.length > 0) hold(tx, open, shift, open.lines[0]!.name, counter.ports);
  else clearCounter(tx.db);
  takeBack(tx.db, cart);
  tx.committed(() => counter.finished.dismiss());
}

function recall(counter: Counter, wanted: CartId, tx: Tx): Result<Record<string, never>, Refusal> {
  const { ports } = counter;
  const held = heldCart(tx.db, wanted);
  const shift = ports.shifts.current();
  if (!held || ports.payments().isFrozen(wanted)) return refuse('no-such-cart', {});
  if (!shift) return refuse('no-shift', {});
  if (ports.payments().isFrozen(onCounter(counter).cart.id)) return refuse('cart-frozen', {});
  // One key swaps two customers: what is on the counter goes aside as the other comes back.
  swapIn(tx, wanted, shift.id, counter);
  tx.record('cart-recalled', { cart: wanted, shift: shift.id });
  return ok({});
}

function hold(tx: Tx, cart: Cart, shift: ShiftId, label: string, ports: SellingPorts): void {
  const { pieces, due } = price(cart, ports.setup.settings());
  putAside(tx.db, cart.id, label, tx.at, tx.actor.id);
  tx.record('cart-held', { cart: cart.id, shift, label, pieces, due });
}
