import { refusal } from '../../../shared/contract/refusals.ts';
import {
  apply,
  type Cart,
  type CartChange,
  type CartFault,
  type CartId,
  findLine,
  type LineId,
  linesMax,
} from '../../../shared/domain/cart.ts';
import type { Item } from '../../../shared/domain/item.ts';
import { soldAs } from '../../../shared/domain/pack.ts';
import { one, type Quantity, quantity, quantityMax } from '../../../shared/domain/quantity.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import {
  type Actor,
  type Feature,
  type FeatureParts,
  type MoreLeave,
  type Refusal,
  refuse,
  type Tx,
} from '../../core/feature.ts';
import type {
  BadgeScans,
  CatalogKeeper,
  CatalogReads,
  PaymentScans,
  SetupReads,
  ShiftReads,
} from '../../core/ports.ts';
import { type OpenCart, openCart, saveOpenCart } from './carts.ts';
import type { Finished } from './finished.ts';
import { leaveForFloors, letBelowFloors } from './floors.ts';
import type { HourPorts } from './hour-goods.ts';
import type { Moments } from './moments.ts';
import type { Known } from './scanning.ts';
import type { UnknownCode } from './unknown-code.ts';

export type SellingPorts = HourPorts & {
  readonly catalog: CatalogReads;
  readonly keeper: CatalogKeeper;
  readonly setup: SetupReads;
  readonly shifts: ShiftReads;
  readonly payments: () => PaymentScans;
  readonly badges: () => BadgeScans;
};

export type SellingCommands = Feature<'selling'>['commands'];

/** What the words about a cart work on. */
export type Counter = {
  readonly ports: SellingPorts;
  readonly parts: FeatureParts;
  readonly moments: Moments;
  readonly finished: Finished;
  readonly unknown: UnknownCode;
};

/** What the texts that are read here may name. */
export const knownTo = ({ catalog, setup }: SellingPorts): Known => ({
  catalog,
  labelRules: () => setup.settings().labelRules,
});

/** The cart on the counter, and the factor keyed for the next goods. */
export const onCounter = ({ parts }: Pick<Counter, 'parts'>): OpenCart => openCart(parts.db, parts.env);

/** Applies one change to the open cart and writes it down; `id` is the cart that whoever asks has seen, null where any will do. */
export function change(
  counter: Counter,
  tx: Tx,
  id: CartId | null,
  edit: CartChange,
  open: OpenCart = onCounter(counter),
): Result<Cart, Refusal> {
  const next = changed(counter, id, edit, open);
  if (!next.ok) return next;
  const cart = takesOff(edit) ? letBelowFloors(next.value, tx, counter.ports) : next.value;
  if (!cart) return refuse('below-floor-first', {});
  keep(tx, { cart, multiplier: edit.do === 'add' ? null : open.multiplier });
  return ok(cart);
}

/** The open cart as it would be after a change, or why it can't be. */
export function changed(
  { ports }: Pick<Counter, 'ports'>,
  id: CartId | null,
  edit: CartChange,
  { cart }: OpenCart,
): Result<Cart, Refusal> {
  if (id !== null && cart.id !== id) return refuse('cart-changed', {});
  if (ports.payments().isFrozen(cart.id)) return refuse('cart-frozen', {});
  const next = apply(cart, edit);
  return next.ok ? next : no(toRefusal(next.refusal, cart, edit));
}

/** Writes the open cart down and tells who watches it. */
export function keep(tx: Tx, open: OpenCart): void {
  saveOpenCart(tx.db, open);
  tx.touch('cart');
}

/** A price or a discount by somebody's hand is seen to at once; what follows from other changes, before money is taken. */
const takesOff = ({ do: done }: CartChange): boolean =>
  done === 'set-price' || done === 'discount-line' || done === 'discount-ticket';

/** The leave that a change would need for lines that go below their floor by it. */
export function leaveForChange(
  counter: Pick<Counter, 'parts' | 'ports'>,
  id: CartId,
  edit: CartChange,
  actor: Actor,
): MoreLeave | null {
  const next = changed(counter, id, edit, onCounter(counter));
  return next.ok ? leaveForFloors(next.value, actor, counter.ports) : null;
}

/** Adds goods under the code that names them, so many or as often as was keyed before. */
export function addItem(
  counter: Counter,
  tx: Tx,
  item: Item,
  code: string,
  count: Quantity | undefined,
): Result<LineId, Refusal> {
  const open = onCounter(counter);
  const { goods, each } = soldAs(item, code);
  const total = (count ?? open.multiplier ?? one) * each;
  if (total > quantityMax) return refuse('quantity-too-large', {});
  tx.committed(() => counter.finished.dismiss());
  const added = change(counter, tx, null, { do: 'add', item: goods, code, quantity: quantity(total) }, open);
  return added.ok ? ok(added.value.current!) : added;
}

/** A cart's own fault in the shop's words. */
function toRefusal(fault: CartFault, cart: Cart, edit: CartChange): Refusal {
  const name =
    edit.do === 'add' ? edit.item.name : 'line' in edit ? (findLine(cart, edit.line)?.name ?? '') : '';
  switch (fault) {
    case 'cart-full':
      return refusal(fault, { most: linesMax });
    case 'quantity-not-whole':
    case 'line-is-stamped':
    case 'line-is-weighed':
    case 'no-discount-on-this':
      return refusal(fault, { name });
    default:
      return refusal(fault, {});
  }
}
