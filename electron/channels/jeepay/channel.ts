import type { RefundAnswer } from '../../../shared/domain/payment/refund.ts';
import { deadlinesMs } from '../../../shared/domain/payment/timing.ts';
import { ok } from '../../../shared/lib/result.ts';
import { clip, tameText } from '../../../shared/lib/text.ts';
import type { Channel, ChannelHands, ChannelKind, ChannelTest, RefundOrder } from '../channel.ts';
import { manifest } from './manifest.ts';
import { readClosed, readFound, readQueried, readSubmitted } from './orders.ts';
import { readQueriedRefund, readSent, refusalReason } from './refunds.ts';
import { forPeople, readReply, type Told, type Unknown, unknown } from './reply.ts';
import { type JeepaySettings, readSettings } from './settings.ts';
import { type Fields, signatureOf } from './signing.ts';

/** Payments through a Jeepay gateway; what it can and can't tell is in README.md. */
export const jeepay: ChannelKind = {
  manifest,
  open(entered, hands) {
    const settings = readSettings(entered);
    return settings.ok ? ok(openJeepay(settings.value, hands)) : settings;
  },
};

/** No order number of a till has a hyphen, so nobody's order is asked about. */
const noOrder = 'EVERTILL-TEST';
/** Characters in Jeepay's columns, less the one that stands for what was cut; `body` holds more, and is given the same. */
const subjectMax = 63;
const reasonMax = 63;

function openJeepay(settings: JeepaySettings, hands: ChannelHands): Channel {
  const ask = asking(settings, hands);
  const query = (fields: Fields) => ask('/api/pay/query', fields, deadlinesMs.query);
  const queryRefund = async (refund: RefundOrder) => {
    const told = await ask('/api/refund/query', { mchRefundNo: refund.number }, deadlinesMs.query);
    return readQueriedRefund(told, refund);
  };
  return {
    async submit(charge, code) {
      const subject = clip(tameText(charge.subject), subjectMax);
      const fields = {
        mchOrderNo: charge.order,
        wayCode: 'AUTO_BAR',
        amount: charge.amount,
        currency: charge.currency.toLowerCase(),
        subject,
        body: subject,
        channelExtra: JSON.stringify({ authCode: code.reveal() }),
      };
      const submitted = readSubmitted(await ask('/api/pay/unifiedOrder', fields, deadlinesMs.submit), charge);
      if (submitted !== 'says-paid') return submitted;
      return confirmed('paid', readQueried(await query({ mchOrderNo: charge.order }), charge));
    },
    async query(order) {
      return readQueried(await query({ mchOrderNo: order.order }), order);
    },
    async cancel({ order }) {
      return readClosed(await ask('/api/pay/close', { mchOrderNo: order }, deadlinesMs.cancel));
    },
    async refund(refund) {
      const fields = {
        mchOrderNo: refund.order,
        mchRefundNo: refund.number,
        refundAmount: refund.amount,
        currency: refund.currency.toLowerCase(),
        refundReason: clip(tameText(refund.reason), reasonMax),
      };
      const sent = readSent(await ask('/api/refund/refundOrder', fields, deadlinesMs.submit), refund);
      if (sent === 'says-refunded') return confirmed('refunded', await queryRefund(refund));
      return sent.kind === 'refused' ? refusedRefund(sent.said, () => queryRefund(refund)) : sent;
    },
    queryRefund,
    async find(number) {
      const byJeepays = readFound(await query({ payOrderId: number }), 'payOrderId', number);
      if (byJeepays.kind !== 'not-found') return byJeepays;
      return readFound(await query({ mchOrderNo: number }), 'mchOrderNo', number);
    },
    async test() {
      const startedMs = hands.env.monotonicMs();
      const told = await query({ mchOrderNo: noOrder });
      return tested(told, hands.env.monotonicMs() - startedMs);
    },
    // Every request has its own connection, and whoever made the exchange closes those.
    close: () => undefined,
  };
}

/** Signs, sends once, reads. */
function asking({ address, mchNo, appId, appSecret }: JeepaySettings, { env, exchange }: ChannelHands) {
  return async (path: string, asked: Fields, deadlineMs: number): Promise<Told> => {
    const common = { mchNo, appId, reqTime: String(env.wallMs()), version: '1.0', signType: 'MD5' };
    const fields = { ...common, ...asked };
    const told = readReply(
      await exchange({
        method: 'POST',
        url: address + path,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ ...fields, sign: signatureOf(fields, appSecret) }),
        deadlineMs,
      }),
      appSecret,
    );
    // Why Jeepay refuses is told nowhere else. Bodies are never logged: a submit holds the payment code.
    if (told.kind === 'refused' && !told.orderUnknown)
      env.log('warn', 'jeepay.refused', { path, said: forPeople(told.said) });
    return told;
  };
}

/**
 * A success that was claimed, after it was looked up: it is one, or nobody knows. Above all it is never
 * `not-sent`, which would be true of the looking only, and would have the code charged again.
 */
function confirmed<Looked extends { readonly kind: string }>(success: string, looked: Looked | Unknown) {
  if (looked.kind === success || looked.kind === 'unknown') return looked;
  return unknown(looked.kind === 'not-sent' ? 'cut' : 'contradictory');
}

/**
 * A refund that was refused. Where time won't change that, it has failed, unless Jeepay knows it all the same:
 * then an earlier send of it got through, and is the very reason why there is nothing left to send back.
 * Refused for another one under way it is unknown: once it has been asked about in vain for a while, it is
 * sent again under its number, which is just what Jeepay wants.
 */
async function refusedRefund(said: string, lookUp: () => Promise<RefundAnswer>): Promise<RefundAnswer> {
  const reason = refusalReason(said);
  if (!reason) return unknown('provider-trouble');
  const known = await lookUp();
  if (known.kind === 'not-found') return { kind: 'failed', reason, said: forPeople(said), spent: false };
  return known.kind === 'not-sent' ? unknown('cut') : known;
}

/**
 * That Jeepay knows no such order, it says only after it has found the merchant and checked the signature of
 * the question; replies are signed with the same secret. What this can't show: whether the merchant has been
 * connected to any wallet.
 */
function tested(told: Told, roundTripMs: number): ChannelTest {
  if (told.kind === 'not-sent') {
    return { kind: 'fails', why: told.why === 'not-secure' ? 'not-secure' : 'unreachable', said: '' };
  }
  if (told.kind === 'refused') {
    if (told.orderUnknown) return { kind: 'works', roundTripMs };
    return { kind: 'fails', why: whyRefused(told.said), said: forPeople(told.said) };
  }
  const lost = told.kind === 'unknown' && (told.why === 'timeout' || told.why === 'cut');
  return { kind: 'fails', why: lost ? 'unreachable' : 'not-a-provider', said: '' };
}

function whyRefused(said: string): Extract<ChannelTest, { kind: 'fails' }>['why'] {
  if (/验签|秘钥|密钥|签名/.test(said)) return 'key-wrong';
  return /商户|应用|appId/i.test(said) ? 'merchant-unknown' : 'not-a-provider';
}
