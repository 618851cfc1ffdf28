import { z } from 'zod';
import type { RefundAnswer, RefundFailure } from '../../../shared/domain/payment/refund.ts';
import type { RefundOrder } from '../channel.ts';
import { certainRefundFailures, certainRefundRefusals } from './certain.ts';
import { forPeople, type Refused, type Told, unknown } from './reply.ts';

const Sent = z.object({
  mchRefundNo: z.string(),
  refundAmount: z.int(),
  state: z.int(),
  errCode: z.string().nullish(),
  errMsg: z.string().nullish(),
});
const Queried = Sent.extend({ currency: z.string() });
type Sent = z.output<typeof Sent>;

/** 订单生成, 退款中, 退款成功, 退款失败. 4 (关闭) is written when time is up, without a word to the wallet. */
const states = { made: 0, refunding: 1, refunded: 2, failed: 3 } as const;

/**
 * The answer to a refund. `says-refunded` is not yet an answer: this reply names no currency, so it has to be
 * looked up. So has a refusal, which may be about an earlier send of the same refund.
 */
export function readSent(told: Told, refund: RefundOrder): RefundAnswer | 'says-refunded' | Refused {
  if (told.kind !== 'data') return told;
  const read = Sent.safeParse(told.data);
  if (!read.success) return unknown('unreadable');
  const wrong = mismatch(read.data, refund);
  if (wrong) return wrong;
  return read.data.state === states.refunded ? 'says-refunded' : unfinished(read.data);
}

/** The answer to a query of a refund; believed only for this refund's number, amount and currency. */
export function readQueriedRefund(told: Told, refund: RefundOrder): RefundAnswer {
  if (told.kind === 'refused') return told.orderUnknown ? { kind: 'not-found' } : unknown('provider-trouble');
  if (told.kind !== 'data') return told;
  const read = Queried.safeParse(told.data);
  if (!read.success) return unknown('unreadable');
  const wrong = mismatch(read.data, refund);
  if (wrong) return wrong;
  if (read.data.currency.toUpperCase() !== refund.currency) return unknown('wrong-amount');
  return read.data.state === states.refunded
    ? { kind: 'refunded', amount: refund.amount }
    : unfinished(read.data);
}

/** Why Jeepay will never take this refund; undefined for a refusal that may pass or is about something else. */
export const refusalReason = (said: string): RefundFailure | undefined =>
  [...certainRefundRefusals].find(([start]) => said.startsWith(start))?.[1];

function mismatch(data: Sent, refund: RefundOrder): RefundAnswer | undefined {
  if (data.mchRefundNo !== refund.number) return unknown('wrong-order');
  return data.refundAmount === refund.amount ? undefined : unknown('wrong-amount');
}

/** A failure without a code on the wallets' lists can be a refund that was made, and not heard of. */
function unfinished({ state, errCode, errMsg }: Sent): RefundAnswer {
  if (state === states.refunding) return { kind: 'processing' };
  const reason = certainRefundFailures.get(errCode ?? '');
  if (state === states.failed && reason) {
    return { kind: 'failed', reason, said: forPeople(errMsg ?? ''), spent: true };
  }
  return unknown('provider-trouble');
}
