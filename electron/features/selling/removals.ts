import {
  type Cart,
  type CartChange,
  type CartId,
  type CartLine,
  findLine,
} from '../../../shared/domain/cart.ts';
import { isWeighed } from '../../../shared/domain/item.ts';
import { sum } from '../../../shared/domain/money.ts';
import { grossOf } from '../../../shared/domain/pricing.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { asksReason, type RemovalReason } from '../../../shared/domain/removal.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { type Refusal, refuse, type Tx } from '../../core/feature.ts';
import type { SetupReads } from '../../core/ports.ts';
import { type Counter, changed, keep, onCounter } from './counter.ts';

type Done = Result<Record<string, never>, Refusal>;

/**
 * Takes a line out, or changes how many there are: pieces that go are taken out like a line, for that is where
 * goods get lost. Why, is asked where the shop wants to know.
 */
export function takeOut(
  counter: Counter,
  tx: Tx,
  id: CartId,
  edit: CartChange & { readonly do: 'remove' | 'set-quantity' | 'adjust' },
  reason: RemovalReason | undefined,
): Done {
  const { ports } = counter;
  const open = onCounter(counter);
  const shift = ports.shifts.current();
  if (!shift) return refuse('no-shift', {});
  const next = changed(counter, id, edit, open);
  if (!next.ok) return next;
  const line = goneOf(findLine(open.cart, edit.line)!, findLine(next.value, edit.line));
  if (line && !reason) {
    const removal = { worth: grossOf(line), of: { line: line.id, quantity: line.quantity } };
    if (asksReason(ports.setup.settings().removalRule, open.cart, removal))
      return refuse('reason-needed', {});
  }
  keep(tx, { ...open, cart: next.value });
  if (line) tx.record('line-removed', { cart: id, shift: shift.id, line, ...(reason && { reason }) });
  return ok({});
}

/** What of a line goes; what is weighed is weighed again, and never fewer pieces. */
function goneOf(before: CartLine, after: CartLine | undefined): CartLine | null {
  if (!after) return before;
  const gone = before.quantity - after.quantity;
  return gone > 0 && !isWeighed(before.unit) ? { ...before, quantity: quantity(gone) } : null;
}

export function voidCart(
  counter: Counter,
  tx: Tx,
  input: { readonly cart: CartId; readonly reason?: RemovalReason | undefined },
): Done {
  const { ports } = counter;
  const { cart } = onCounter(counter);
  const { reason } = input;
  const shift = ports.shifts.current();
  if (cart.id !== input.cart) return refuse('cart-changed', {});
  if (cart.lines.length === 0) return refuse('cart-empty', {});
  if (!shift) return refuse('no-shift', {});
  if (ports.payments().isFrozen(cart.id)) return refuse('cart-frozen', {});
  if (!reason && voidAsks(cart, ports.setup)) return refuse('reason-needed', {});
  tx.record('cart-voided', { shift: shift.id, cart, ...(reason && { reason }) });
  return ok({});
}

/** Whether voiding this cart asks why. */
export const voidAsks = (cart: Cart, setup: SetupReads): boolean =>
  asksReason(setup.settings().removalRule, cart, {
    worth: sum(cart.lines.map(line => grossOf(line))),
    of: null,
  });
