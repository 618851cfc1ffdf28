import { refusal } from '../../../shared/contract/refusals.ts';
import type { ScanOutcome } from '../../../shared/contract/selling.ts';
import type { Cart, CartChange } from '../../../shared/domain/cart.ts';
import type { Item } from '../../../shared/domain/item.ts';
import { isOnCart, type SoldByLabel, soldByLabel } from '../../../shared/domain/labels/sold.ts';
import { minor } from '../../../shared/domain/money.ts';
import { soldAs } from '../../../shared/domain/pack.ts';
import { grossOf } from '../../../shared/domain/pricing.ts';
import { quantity, quantityMax } from '../../../shared/domain/quantity.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import { type Refusal, refuse } from '../../core/feature.ts';
import type { OpenCart } from './carts.ts';
import type { ScannedLabel } from './label-questions.ts';
import { tileOf } from './scanning.ts';

/** What a label comes to: a change of the cart, or something to be asked first under the id it is given. */
export type Rung =
  | { readonly change: CartChange & { readonly do: 'add' }; readonly sold: SoldByLabel }
  | { readonly ask: (asked: string) => ScanOutcome };

/** Decides what becomes of a label on this cart; changes nothing. */
export function ringLabel(scanned: ScannedLabel, { cart, multiplier }: OpenCart): Result<Rung, Refusal> {
  const { items, label, tail, again } = scanned;
  if (items.length > 1) {
    const tiles = items.map(item => tileOf(item, label.plu));
    return ok({ ask: asked => ({ outcome: 'choose', items: tiles, asked }) });
  }
  const item = items[0]!;
  // Three packages have three labels, and hardly three times the same sum.
  if (multiplier !== null) return refuse('label-one-by-one', { name: item.name });
  const change = changeBy(scanned, item);
  if (!change.ok) return change;
  return ok(again ? change.value : onceOnly(cart, change.value, tail));
}

function changeBy({ label, tail }: ScannedLabel, item: Item) {
  const { goods, each } = soldAs(item, label.plu);
  const sold = soldByLabel({ unit: goods.unit, price: minor(goods.price * each) }, label);
  if (!sold.ok)
    return no(
      sold.refusal === 'label-empty'
        ? refusal(sold.refusal, { name: goods.name })
        : refusal(sold.refusal, {}),
    );
  const { stamped } = sold.value;
  const count = sold.value.quantity * each;
  if (count > quantityMax) return refuse('quantity-too-large', {});
  const change = {
    do: 'add' as const,
    item: goods,
    code: label.plu,
    quantity: quantity(count),
    stamped,
    label: tail,
  };
  return ok({ change, sold: sold.value });
}

function onceOnly(cart: Cart, rung: Extract<Rung, { change: unknown }>, tail: string): Rung {
  const { item, quantity: count, stamped } = rung.change;
  if (!isOnCart(cart, item.id, { ...rung.sold, quantity: count }, tail)) return rung;
  const sum = grossOf({ unitPrice: item.price, quantity: count, stamped });
  return { ask: asked => ({ outcome: 'label-again', asked, name: item.name, sum }) };
}
