import type { RefundView } from '../../../shared/contract/refunding.ts';
import { apply, type Cart, type CartId, emptyCart, type LineId } from '../../../shared/domain/cart.ts';
import type { ItemId } from '../../../shared/domain/item.ts';
import { minor, sum } from '../../../shared/domain/money.ts';
import { price } from '../../../shared/domain/pricing.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Mirrored } from '../../../shared/domain/refunding/mirror.ts';
import { roundingOf } from '../../../shared/domain/rounding.ts';
import type { GoodsBack } from '../../../shared/domain/sale-refund.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, refuse, type Tx } from '../../core/feature.ts';
import { cashBack, type RefundingPorts, recordRefund } from './record.ts';
import { withoutReceiptSince } from './refunds.ts';

/** 500.00 a day without a receipt: enough for a kind word, too little for a scheme. */
const withoutReceiptMax = 50_000;
const dayMs = 24 * 3_600_000;

type Input = {
  readonly lines: readonly {
    readonly item: ItemId;
    readonly quantity: Quantity;
    readonly goods: GoodsBack;
  }[];
  readonly reason: string;
};

/** Takes goods back that no receipt tells of: there is nothing to mirror, so they are worth what they cost today. */
export function refundWithoutReceipt(input: Input, tx: Tx, ports: RefundingPorts): Answer<RefundView> {
  const rung = ringUp(tx, input, ports);
  if (!rung.ok) return rung;
  const money = worth(rung.value.cart, rung.value.goods, ports);
  const left = minor(Math.max(0, withoutReceiptMax - givenToday(tx, ports)));
  if (money.total > left) return refuse('refund-limit', { left });
  const back = cashBack(tx, money.total);
  return recordRefund(tx, ports, {
    kind: 'without-receipt',
    sale: null,
    reason: input.reason,
    money,
    back,
  });
}

type Rung = { readonly cart: Cart; readonly goods: ReadonlyMap<LineId, GoodsBack> };

function ringUp(tx: Tx, { lines }: Input, { catalog }: RefundingPorts): Answer<Rung> {
  let cart = emptyCart(tx.env.newId() as CartId);
  const goods = new Map<LineId, GoodsBack>();
  for (const line of lines) {
    const item = catalog.item(line.item);
    if (!item) return refuse('no-such-item', {});
    const code = item.codes[0] ?? '';
    const added = apply(cart, { do: 'add', item, code, quantity: line.quantity });
    if (!added.ok) {
      // Whole pieces or not; anything else the cart refuses is its size.
      const { refusal: fault } = added;
      return fault === 'quantity-not-whole'
        ? refuse(fault, { name: item.name })
        : refuse('quantity-too-large', {});
    }
    cart = added.value;
    goods.set(cart.current!, line.goods);
  }
  return ok({ cart, goods });
}

function worth(cart: Cart, goods: Rung['goods'], { setup }: RefundingPorts): Mirrored {
  const settings = setup.settings();
  const { due, lines, ...sums } = price(cart, settings);
  const rounding = roundingOf(due, settings.cashRounding);
  return {
    ...sums,
    lines: lines.map(line => ({ ...line, sold: line.quantity, goods: goods.get(line.id)! })),
    rounding,
    total: minor(due + rounding),
  };
}

/** What has been given for goods without a receipt since midnight by the shop's wall clock. */
function givenToday(tx: Tx, { localTime }: RefundingPorts): number {
  const today = localTime(tx.at).date;
  const refunds = withoutReceiptSince(tx.db, tx.at - dayMs);
  return sum(refunds.filter(({ at }) => localTime(at).date === today).map(({ total }) => total));
}
