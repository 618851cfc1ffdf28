import { z } from 'zod';
import { minor } from '../../../shared/domain/money.ts';
import type { Answer } from '../../../shared/domain/payment/answer.ts';
import type { Found, Order } from '../channel.ts';
import { certainDeclines } from './certain.ts';
import { currency } from './manifest.ts';
import { forPeople, type Told, unknown } from './reply.ts';

const Submitted = z.object({
  payOrderId: z.string().min(1),
  mchOrderNo: z.string(),
  orderState: z.int(),
  errCode: z.string().nullish(),
  errMsg: z.string().nullish(),
});
const Queried = Submitted.omit({ orderState: true }).extend({
  state: z.int(),
  amount: z.int().min(1),
  currency: z.string(),
});
type Queried = z.output<typeof Queried>;

/** 订单生成, 支付中, 支付成功, 支付失败, 订单关闭. 4 is written nowhere, and 5 (已退款) is neither paid nor unpaid. */
const states = { made: 0, paying: 1, paid: 2, failed: 3, closed: 6 } as const;

/**
 * The answer to a submit. `says-paid` is not yet an answer: this reply names neither amount nor currency,
 * so it has to be looked up.
 */
export function readSubmitted(told: Told, order: Order): Answer | 'says-paid' {
  // Refused before or after the order was stored, or because it is there already: the message tells which,
  // but it is not signed.
  if (told.kind === 'refused') return unknown('provider-trouble');
  if (told.kind !== 'data') return told;
  const read = Submitted.safeParse(told.data);
  if (!read.success) return unknown('unreadable');
  if (read.data.mchOrderNo !== order.order) return unknown('wrong-order');
  if (read.data.orderState === states.paid) return 'says-paid';
  return unpaid(read.data.orderState, read.data, order);
}

/** The answer to a query; believed only for this order's number, amount and currency. */
export function readQueried(told: Told, order: Order): Answer {
  if (told.kind === 'refused') return told.orderUnknown ? { kind: 'not-found' } : unknown('provider-trouble');
  if (told.kind !== 'data') return told;
  const read = Queried.safeParse(told.data);
  return read.success ? orderAnswer(read.data, order) : unknown('unreadable');
}

/** The answer to a close: a claim. Its signature is the same for every order, so it proves nothing about this one. */
export function readClosed(told: Told): Answer {
  if (told.kind === 'refused') return told.orderUnknown ? { kind: 'not-found' } : unknown('provider-trouble');
  if (told.kind !== 'data') return told;
  return told.data.errCode || told.data.errMsg ? unknown('provider-trouble') : { kind: 'cancelled' };
}

/** An order that was looked up by one of its numbers, whatever its amount. */
export function readFound(told: Told, by: 'payOrderId' | 'mchOrderNo', number: string): Found {
  if (told.kind === 'refused' && told.orderUnknown) return { kind: 'not-found' };
  const read = told.kind === 'data' ? Queried.safeParse(told.data) : undefined;
  if (!read?.success || read.data[by] !== number) return { kind: 'no-answer' };
  const { mchOrderNo, amount } = read.data;
  const order = { order: mchOrderNo, amount: minor(amount), currency, seen: false, cancelAccepted: false };
  return { kind: 'found', order: mchOrderNo, answer: orderAnswer(read.data, order) };
}

type Expected = Omit<Order, 'wallet'>;

function orderAnswer(data: Queried, order: Expected): Answer {
  if (data.mchOrderNo !== order.order) return unknown('wrong-order');
  if (data.amount !== order.amount || data.currency.toUpperCase() !== order.currency)
    return unknown('wrong-amount');
  // Jeepay's own number is what the wallets know as the merchant's (商户单号), and it can be looked up.
  if (data.state === states.paid)
    return { kind: 'paid', amount: order.amount, providerNumber: data.payOrderId };
  return unpaid(data.state, data, order);
}

function unpaid(state: number, data: Pick<Queried, 'errCode' | 'errMsg'>, order: Expected): Answer {
  switch (state) {
    case states.paying:
      return { kind: 'pending' };
    case states.failed:
      return failed(data, order);
    case states.closed:
      // Also what Jeepay writes when time is up, without a word to the wallet.
      return order.seen && order.cancelAccepted ? { kind: 'cancelled' } : unknown('provider-trouble');
    case states.made:
      // Jeepay did not hear from the wallet, and will never ask it again.
      return unknown('provider-trouble');
    default:
      return unknown('contradictory');
  }
}

/**
 * Jeepay writes "failed" after a time-out as well. It is certain by a code on the wallet's own list; or with
 * neither code nor message, which is how Jeepay notes what a poll has told it, and it polls only orders that
 * had been pending. In older versions of it a time-out of the submit looks the same, hence `seen`.
 */
function failed({ errCode, errMsg }: Pick<Queried, 'errCode' | 'errMsg'>, order: Expected): Answer {
  const said = forPeople(errMsg ?? '');
  const reason = certainDeclines.get(errCode ?? '');
  if (reason) return { kind: 'declined', reason, said };
  if (!errCode && !errMsg && order.seen) return { kind: 'declined', reason: 'other', said };
  return unknown('provider-trouble');
}
