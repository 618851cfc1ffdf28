import type { Answer, Asked } from '../../../shared/domain/payment/answer.ts';
import { type AttemptId, isAsking, type Payment } from '../../../shared/domain/payment/payment.ts';
import type { RefundAnswer, RefundAsked, RefundId } from '../../../shared/domain/payment/refund.ts';
import { isAskingBack, lastNumber } from '../../../shared/domain/payment/refund.ts';
import { deadlinesMs } from '../../../shared/domain/payment/timing.ts';
import type { Channel, Order } from '../../channels/channel.ts';
import type { FeatureParts } from '../../core/feature.ts';
import type { EffectRunner } from '../../core/outbox.ts';
import { findAttempt } from './attempts.ts';
import type { Channels } from './channels.ts';
import type { Codes } from './codes.ts';
import { happensTo, happensToRefund } from './progress.ts';
import { findRefund } from './refunds.ts';

/** Payments that are asked about at the same time; a parked one never holds up the customer at the counter. */
const atOnce = 16;
/** The longest wait of a payment on the desk, and a little. */
const napMaxMs = 660_000;

export type AskingParts = {
  readonly parts: FeatureParts;
  readonly channels: Channels;
  readonly codes: Codes;
  /** What the customer reads on the phone. */
  readonly subject: () => string;
};

/**
 * Carries a payment's asks to its provider. Only a submit is marked before it goes out: what a crash leaves
 * of it is looked up, never sent again. Queries and cancels may be repeated, so a crash just repeats them.
 */
export function paymentRunner(asking: AskingParts): EffectRunner {
  const { parts, channels, codes } = asking;
  return {
    kind: 'payment',
    atOnce,
    napMaxMs,
    crashed: ({ body }, tx) => {
      happensTo(tx, body.attempt as AttemptId, { type: 'restarted', asked: body.ask as Asked });
    },
    run: async ({ body }, settle) => {
      const attempt = body.attempt as AttemptId;
      const asked = body.ask as Asked;
      const payment = findAttempt(parts.db, attempt)?.payment;
      if (!payment || !isAsking(payment)) return settle.done(() => {});
      const channel = channels.byId(payment.attempt.channel);
      const ask = channel && prepare(channel, asked, payment, asking);
      if (ask && asked === 'submit') settle.begin(() => {});
      const answer = ask ? await withinDeadline(asking, asked, ask()) : notSent(asked, channel !== undefined);
      channels.heard(payment.attempt.channel, !neverLeft(answer));
      settle.done(tx => {
        const next = happensTo(tx, attempt, { type: 'answered', asked, answer });
        if (next.state.name !== 'submitting') tx.committed(() => codes.forget(attempt));
      });
    },
  };
}

/** As `paymentRunner`, for money on its way back. A refund may be sent twice under one number: it is made once. */
export function refundRunner({ parts, channels }: AskingParts): EffectRunner {
  return {
    kind: 'refund',
    atOnce,
    napMaxMs,
    crashed: ({ body }, tx) => {
      happensToRefund(tx, body.refund as RefundId, { type: 'restarted' });
    },
    run: async ({ body }, settle) => {
      const id = body.refund as RefundId;
      const asked = body.ask as RefundAsked;
      const record = findRefund(parts.db, id);
      if (!record || !isAskingBack(record.refund)) return settle.done(() => {});
      const { refund, reason } = record;
      const { order, amount, currency } = refund;
      const channel = channels.byId(refund.channel);
      if (asked === 'refund') settle.begin(() => {});
      const what = { number: lastNumber(refund), order, amount, currency, reason };
      const answer: RefundAnswer = !channel
        ? { kind: 'not-sent', why: 'no-link' }
        : await (asked === 'refund' ? channel.refund(what) : channel.queryRefund(what));
      settle.done(tx => {
        happensToRefund(tx, id, { type: 'answered', asked, answer });
      });
    },
  };
}

/** Undefined where a submit has no code left to send. */
function prepare(
  channel: Channel,
  asked: Asked,
  payment: Payment,
  { codes, subject }: AskingParts,
): (() => Promise<Answer>) | undefined {
  const order = orderOf(payment);
  if (asked === 'query') return () => channel.query(order);
  if (asked === 'cancel') return () => channel.cancel(order);
  const code = codes.of(payment.attempt.id);
  return code && (() => channel.submit({ ...order, subject: subject() }, code));
}

const orderOf = ({ attempt, seen, cancelAccepted }: Payment): Order => ({
  order: attempt.order,
  amount: attempt.amount,
  currency: attempt.currency,
  wallet: attempt.wallet,
  seen,
  cancelAccepted,
});

const notSent = (asked: Asked, hasChannel: boolean): Answer => ({
  kind: 'not-sent',
  why: asked === 'submit' && hasChannel ? 'code-gone' : 'no-link',
});

const neverLeft = (answer: Answer): boolean => answer.kind === 'not-sent' && answer.why !== 'code-gone';

/** A channel keeps its own deadline; this one is for a channel that does not. */
function withinDeadline({ parts }: AskingParts, asked: Asked, asking: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const cancel = parts.env.after(deadlinesMs[asked] * 2, () =>
      resolve({ kind: 'unknown', why: 'timeout' }),
    );
    asking.then(resolve, reject).finally(cancel);
  });
}
