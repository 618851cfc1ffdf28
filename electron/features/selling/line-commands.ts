import { type Cart, type CartChange, type CartId, findLine } from '../../../shared/domain/cart.ts';
import { isWeighed } from '../../../shared/domain/item.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { type Feature, type Refusal, refuse, type Tx } from '../../core/feature.ts';
import { type Counter, change, leaveForChange, onCounter, type SellingCommands } from './counter.ts';

type LineWords =
  | 'select'
  | 'setQuantity'
  | 'adjust'
  | 'setPrice'
  | 'removeLine'
  | 'discountLine'
  | 'discountTicket'
  | 'confirmAge'
  | 'voidCart';

/** What is done with goods once they are in the cart. */
export const lineCommands = (counter: Counter): Pick<SellingCommands, LineWords> => ({
  select: ({ line }, tx) => done(change(counter, tx, null, { do: 'select', line })),
  setQuantity: ({ cart, line, quantity: count }, tx) =>
    recount(counter, tx, cart, { do: 'set-quantity', line, quantity: count }),
  adjust: ({ cart, line, by }, tx) => recount(counter, tx, cart, { do: 'adjust', line, by }),
  setPrice: ({ cart, line, price: unitPrice, reason }, tx) => {
    const shift = counter.ports.shifts.current();
    if (!shift) return refuse('no-shift', {});
    const before = findLine(onCounter(counter).cart, line)?.unitPrice;
    const priced = change(counter, tx, cart, { do: 'set-price', line, price: unitPrice, reason });
    if (!priced.ok) return priced;
    const now = findLine(priced.value, line)!;
    if (now.unitPrice !== before)
      tx.record('price-overridden', { cart, shift: shift.id, line: now, before: before! });
    return ok({});
  },
  confirmAge: (input, tx) => {
    const shift = counter.ports.shifts.current();
    if (!shift) return refuse('no-shift', {});
    const confirmed = change(counter, tx, input.cart, { do: 'confirm-age' });
    if (!confirmed.ok) return confirmed;
    const goods = confirmed.value.lines.filter(line => line.flags.ageCheck).map(line => line.name);
    tx.record('age-checked', { cart: input.cart, shift: shift.id, goods });
    return ok({});
  },
  removeLine: (input, tx) => {
    const line = findLine(onCounter(counter).cart, input.line);
    const shift = counter.ports.shifts.current();
    if (!shift) return refuse('no-shift', {});
    const removed = change(counter, tx, input.cart, { do: 'remove', line: input.line });
    if (!removed.ok) return removed;
    tx.record('line-removed', { cart: input.cart, shift: shift.id, line: line! });
    return ok({});
  },
  discountLine: (input, tx) =>
    done(
      change(counter, tx, input.cart, { do: 'discount-line', line: input.line, discount: input.discount }),
    ),
  discountTicket: (input, tx) =>
    done(change(counter, tx, input.cart, { do: 'discount-ticket', discount: input.discount })),
  voidCart: (input, tx) => {
    const { cart } = onCounter(counter);
    const shift = counter.ports.shifts.current();
    if (cart.id !== input.cart) return refuse('cart-changed', {});
    if (cart.lines.length === 0) return refuse('cart-empty', {});
    if (!shift) return refuse('no-shift', {});
    if (counter.ports.payments().isFrozen(cart.id)) return refuse('cart-frozen', {});
    tx.record('cart-voided', { shift: shift.id, cart });
    return ok({});
  },
});

/** What needs leave beyond a price or a discount: goods that would go below their floor by it. */
export const lineLeaves = (
  counter: Pick<Counter, 'parts' | 'ports'>,
): NonNullable<Feature<'selling'>['leave']> => ({
  setPrice: ({ cart, line, price, reason }, actor) =>
    leaveForChange(counter, cart, { do: 'set-price', line, price, reason }, actor),
  discountLine: ({ cart, line, discount }, actor) =>
    leaveForChange(counter, cart, { do: 'discount-line', line, discount }, actor),
  discountTicket: ({ cart, discount }, actor) =>
    leaveForChange(counter, cart, { do: 'discount-ticket', discount }, actor),
});

/** Changes how many there are. Pieces that go are taken out like a line, for that is where goods get lost. */
function recount(
  counter: Counter,
  tx: Tx,
  id: CartId,
  edit: CartChange & { readonly do: 'set-quantity' | 'adjust' },
): Result<Record<string, never>, Refusal> {
  const before = findLine(onCounter(counter).cart, edit.line);
  const shift = counter.ports.shifts.current();
  if (!shift) return refuse('no-shift', {});
  const changed = change(counter, tx, id, edit);
  if (!changed.ok || !before || isWeighed(before.unit)) return done(changed);
  const gone = before.quantity - findLine(changed.value, edit.line)!.quantity;
  if (gone > 0)
    tx.record('line-removed', { cart: id, shift: shift.id, line: { ...before, quantity: quantity(gone) } });
  return ok({});
}

const done = (result: Result<Cart, Refusal>) => (result.ok ? ok({}) : result);
