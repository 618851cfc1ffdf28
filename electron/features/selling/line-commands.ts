import { type Cart, findLine } from '../../../shared/domain/cart.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { type Feature, type Refusal, refuse } from '../../core/feature.ts';
import { type Counter, change, leaveForChange, onCounter, type SellingCommands } from './counter.ts';
import { takeOut, voidCart } from './removals.ts';

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
  setQuantity: ({ cart, line, quantity, reason }, tx) =>
    takeOut(counter, tx, cart, { do: 'set-quantity', line, quantity }, reason),
  adjust: ({ cart, line, by, reason }, tx) => takeOut(counter, tx, cart, { do: 'adjust', line, by }, reason),
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
  removeLine: ({ cart, line, reason }, tx) => takeOut(counter, tx, cart, { do: 'remove', line }, reason),
  discountLine: (input, tx) =>
    done(
      change(counter, tx, input.cart, { do: 'discount-line', line: input.line, discount: input.discount }),
    ),
  discountTicket: (input, tx) =>
    done(change(counter, tx, input.cart, { do: 'discount-ticket', discount: input.discount })),
  voidCart: (input, tx) => voidCart(counter, tx, input),
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

const done = (result: Result<Cart, Refusal>) => (result.ok ? ok({}) : result);
