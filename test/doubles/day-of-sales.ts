import fc from 'fast-check';
import { type Minor, minor } from '../../shared/domain/money.ts';
import type { AttemptId } from '../../shared/domain/payment/payment.ts';
import type { RefundId } from '../../shared/domain/payment/refund.ts';
import { type PricedCart, price } from '../../shared/domain/pricing.ts';
import { pieces } from '../../shared/domain/quantity.ts';
import {
  receiptNumber,
  type Sale,
  type SaleId,
  type ShiftId,
  type StaffId,
  sealSale,
  type Tender,
} from '../../shared/domain/sale.ts';
import type { MoneyBack, SaleRefund, SaleRefundId } from '../../shared/domain/sale-refund.ts';
import type { Wallet } from '../../shared/domain/wallet-codes.ts';
import { assert } from '../../shared/lib/assert.ts';
import { anyDiscount, anyRung, cartId, cartOf, goods, ringUp } from './goods.ts';

export type Who = {
  readonly number: number;
  readonly at: number;
  readonly staff?: string;
  readonly shift?: string;
};

const tenderOf = (kind: 'cash' | 'store-code' | Wallet, amount: Minor, change = 0): Tender => {
  const sums = { id: `t-${kind}`, amount, given: minor(amount + change), change: minor(change) };
  if (kind === 'cash') return { ...sums, kind };
  if (kind === 'store-code') return { ...sums, kind, heard: 'voice' };
  const attempt = 'attempt-1' as AttemptId;
  return {
    ...sums,
    kind: 'code',
    wallet: kind,
    channel: 'jeepay',
    attempt,
    order: 'T1',
    providerNumber: null,
  };
};

/** A sale of these goods; the first tender takes `split` of the sum due, cash the rest, with that much change. */
export function saleOf(
  priced: PricedCart,
  who: Who,
  paid: { first?: 'store-code' | Wallet; split?: Minor; change?: number } = {},
): Sale {
  const split = minor(Math.min(paid.first ? (paid.split ?? priced.due) : 0, priced.due));
  const rest = minor(priced.due - split);
  const tenders = [
    ...(paid.first ? [tenderOf(paid.first, split)] : []),
    ...(rest > 0 || !paid.first ? [tenderOf('cash', rest, paid.change ?? 0)] : []),
  ];
  const head = {
    id: `sale-${who.number}` as SaleId,
    cart: cartId,
    number: who.number,
    receipt: receiptNumber('1', who.number),
    shift: (who.shift ?? 'shift-1') as ShiftId,
    cashier: (who.staff ?? 'li') as StaffId,
    at: who.at,
    offline: false,
    training: false,
    currency: 'CNY',
    taxMode: 'inclusive' as const,
  };
  return sealSale(head, priced, minor(0), tenders);
}

/** One piece of goods for so many fen. */
export const oneFor = (fen: number): PricedCart =>
  price(cartOf([goods('1', fen), pieces(1)]), { taxMode: 'inclusive' });

/** All of a sale back, the way it came. */
export function refundOf(sale: Sale, who: Who, kind: SaleRefund['kind'] = 'refund'): SaleRefund {
  const { tenders, change: _change, cart: _cart, lines, ...same } = sale;
  return {
    ...same,
    ...who,
    id: `refund-${who.number}` as SaleRefundId,
    kind,
    receipt: `R${receiptNumber('1', who.number)}`,
    cashier: (who.staff ?? 'li') as StaffId,
    shift: (who.shift ?? 'shift-1') as ShiftId,
    sale:
      kind === 'without-receipt'
        ? null
        : { id: sale.id, number: sale.number, receipt: sale.receipt, till: null },
    reason: '不要了',
    lines: lines.map(line => ({ ...line, goods: 'stock' as const, sold: line.quantity })),
    back: tenders.map(backOf),
  };
}

function backOf(tender: Tender): MoneyBack {
  const { id, amount } = tender;
  assert(tender.kind !== 'exchange', 'nobody exchanges goods on this day');
  if (tender.kind !== 'code') return { id, amount, tender: id, kind: tender.kind };
  const { wallet, channel, attempt, order } = tender;
  return {
    id,
    amount,
    tender: id,
    kind: 'code',
    wallet,
    channel,
    attempt,
    order,
    refund: 'refund-1' as RefundId,
  };
}

export const anyPriced: fc.Arbitrary<PricedCart> = fc
  .tuple(fc.array(anyRung, { minLength: 1, maxLength: 4 }), fc.option(anyDiscount, { nil: null }))
  .map(([rungs, ticket]) => price(ringUp(rungs, ticket), { taxMode: 'inclusive' }));
