import { expect, test } from 'vitest';
import {
  order,
  paperJeepay,
  refundOrder,
  refundQueried,
  refundSent,
  refused,
  replying,
  signed,
  unknownOrder,
} from '../../../test/doubles/jeepay.ts';
import type { ChannelReply } from '../channel.ts';

const unknown = (why: string) => ({ kind: 'unknown', why });
const refunded = { kind: 'refunded', amount: 500 };
const notSent: ChannelReply = { kind: 'not-sent', why: 'no-link' };

const refund = (reply: ChannelReply, lookUp?: ChannelReply) =>
  paperJeepay({ 'refund/refundOrder': reply, 'refund/query': lookUp ?? [] }).channel.refund(refundOrder);
const query = (reply: ChannelReply) =>
  paperJeepay({ 'refund/query': reply }).channel.queryRefund(refundOrder);

test('a refund names its order, its own number and its amount in fen', async () => {
  const { channel, sent } = paperJeepay({ 'refund/refundOrder': signed(refundSent(1)) });
  expect(await channel.refund(refundOrder)).toEqual({ kind: 'processing' });
  expect(JSON.parse(sent[0]!.body)).toMatchObject({
    mchOrderNo: order.order,
    mchRefundNo: refundOrder.number,
    refundAmount: 500,
    currency: 'cny',
    refundReason: '退货',
  });
});

test('a refund that says done is looked up, as it names no currency', async () => {
  const says = signed(refundSent(2));
  expect(await refund(says, signed(refundQueried(2)))).toEqual(refunded);
  expect(await refund(says, signed(refundQueried(2, { currency: 'usd' })))).toEqual(unknown('wrong-amount'));
  expect(await refund(says, notSent)).toEqual(unknown('cut'));
  expect(await refund(says, unknownOrder)).toEqual(unknown('contradictory'));
});

test.each([
  ['a failure without a code, which is also what a time-out towards WeChat Pay looks like', {}],
  ['a failure with a message only', { errMsg: 'Read timed out' }],
  ['a failure that the wallet says to repeat', { errCode: 'SYSTEMERROR' }],
  ['a failure of Alipay’s that is none', { errCode: 'ACQ.SYSTEM_ERROR' }],
  ['the same number with another sum', { errCode: 'ACQ.DISCORDANT_REPEAT_REQUEST' }],
])('a refund is unknown after %s', async (_, more) => {
  expect(await refund(signed(refundSent(3, more)))).toEqual(unknown('provider-trouble'));
  expect(await query(signed(refundQueried(3, more)))).toEqual(unknown('provider-trouble'));
});

test('a refund that Jeepay made and left, or closed when time was up, is unknown', async () => {
  for (const state of [0, 4, 5])
    for (const errCode of [undefined, 'NOTENOUGH'])
      expect(await query(signed(refundQueried(state, { errCode })))).toEqual(unknown('provider-trouble'));
});

test.each([
  ['NOTENOUGH', 'balance'],
  ['NOT_ENOUGH', 'balance'],
  ['ACQ.SELLER_BALANCE_NOT_ENOUGH', 'balance'],
  ['TRADE_OVERDUE', 'too-late'],
  ['ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', 'too-much'],
])('a refund has certainly failed by the wallet’s own list: %s', async (errCode, reason) => {
  const failed = { kind: 'failed', reason, said: '余额不足', spent: true };
  expect(await refund(signed(refundSent(3, { errCode, errMsg: '余额不足' })))).toEqual(failed);
  expect(await query(signed(refundQueried(3, { errCode, errMsg: '余额不足' })))).toEqual(failed);
});

test('a refund that is refused for ever has failed, once Jeepay does not know it', async () => {
  const tooMuch = refused('申请金额超出订单可退款余额，请检查退款金额');
  expect(await refund(tooMuch, unknownOrder)).toMatchObject({ kind: 'failed', reason: 'too-much' });
  const wrongState = refused('订单状态不正确， 无法完成退款');
  expect(await refund(wrongState, unknownOrder)).toMatchObject({ kind: 'failed', reason: 'other' });
});

test('a refund that is refused because it was made before is the refund that was made', async () => {
  const all = refused('订单已全额退款，本次申请失败');
  expect(await refund(all, signed(refundQueried(2)))).toEqual(refunded);
  expect(await refund(all, signed(refundQueried(1)))).toEqual({ kind: 'processing' });
  expect(await refund(all, notSent)).toEqual(unknown('cut'));
  expect(await refund(all, { kind: 'lost', why: 'timeout' })).toEqual(unknown('timeout'));
});

test.each([
  [
    'while another is under way: asked about until it is unknown, it is sent again under its number',
    '支付订单具有在途退款申请，请稍后再试',
  ],
  ['for its number, which is there already', `商户退款订单号[${refundOrder.number}]已存在`],
  ['for a fault of Jeepay’s', '系统异常'],
  ['for its signature', '验签失败'],
])('a refund is unknown that was refused %s', async (_, msg) => {
  expect(await refund(refused(msg))).toEqual(unknown('provider-trouble'));
});

test.each([
  ['another refund', signed(refundQueried(2, { mchRefundNo: 'X' })), 'wrong-order'],
  ['another amount', signed(refundQueried(2, { refundAmount: 501 })), 'wrong-amount'],
  ['no currency', signed(refundSent(2)), 'unreadable'],
  ['another secret', signed(refundQueried(2), 'another'), 'bad-signature'],
  ['nothing at all', replying(''), 'unreadable'],
])('a reply about a refund is not believed with %s', async (_, reply, why) => {
  expect(await query(reply)).toEqual(unknown(why));
});

test('a refund that is not there is not found; one that could not be sent was not', async () => {
  expect(await query(unknownOrder)).toEqual({ kind: 'not-found' });
  expect(await refund(notSent)).toEqual(notSent);
});
