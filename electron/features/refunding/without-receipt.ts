import type { RefundView } from '../../../shared/contract/refunding.ts';
import { apply, type CartFault, type CartId, emptyCart, type LineId } from '../../../shared/domain/cart.ts';
import type { ItemId } from '../../../shared/domain/item.ts';
import { type Minor, minor, sum } from '../../../shared/domain/money.ts';
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

type Brought = readonly {
  readonly item: ItemId;
  readonly quantity: Quantity;
  readonly goods: GoodsBack;
}[];
type Input = { readonly lines: Brought; readonly total: Minor; readonly reason: string };

/** Takes goods back that no receipt tells of: there is nothing to mirror, so they are worth what they cost today. */
export function refundWithoutReceipt(input: Input, tx: Tx, ports: RefundingPorts): Answer<RefundView> {
  const worth = worthOf(input.lines, ports);
  if (!worth.ok) return worth;
  const money = worth.value;
  if (money.total !== input.total) return refuse('refund-changed', {});
  const left = minor(Math.max(0, withoutReceiptMax - givenToday(tx, ports)));
  if (money.total > left) return refuse('refund-limit', { left });
  const { reason } = input;
  const back = cashBack(tx, money.total);
  return recordRefund(tx, ports, { kind: 'without-receipt', sale: null, till: null, reason, money, back });
}

/** What they would be sold for now, for cash. */
export function worthOf(brought: Brought, { catalog, setup }: RefundingPorts): Answer<Mirrored> {
  let cart = emptyCart(noCart);
  const goods = new Map<LineId, GoodsBack>();
  for (const { item: id, quantity, goods: where } of brought) {
    const item = catalog.item(id);
    if (!item) return refuse('no-such-item', {});
    const added = apply(cart, { do: 'add', item, code: item.codes[0] ?? '', quantity });
    if (!added.ok) return refuseToAdd(added.refusal, item.name);
    cart = added.value;
    goods.set(cart.current!, where);
  }
  const settings = setup.settings();
  const { due, lines, ...sums } = price(cart, settings);
  const rounding = roundingOf(due, settings.cashRounding);
  return ok({
    ...sums,
    lines: lines.map(line => ({ ...line, sold: line.quantity, goods: goods.get(line.id)! })),
    rounding,
    total: minor(due + rounding),
  });
}

/** It is rung up to be priced, and is never on the counter. */
const noCart = 'without-receipt' as CartId;

/** Whole pieces or not; anything else the cart refuses is its size. */
const refuseToAdd = (fault: CartFault, name: string) =>
  fault === 'quantity-not-whole' ? refuse(fault, { name }) : refuse('quantity-too-large', {});

/** What has been given for goods without a receipt since midnight by the shop's wall clock. */
function givenToday(tx: Tx, { localTime }: RefundingPorts): number {
  const today = localTime(tx.at).date;
  const refunds = withoutReceiptSince(tx.db, tx.at - dayMs);
  return sum(refunds.filter(({ at }) => localTime(at).date === today).map(({ total }) => total));
}
