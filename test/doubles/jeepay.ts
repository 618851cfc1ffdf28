import type { Channel, ChannelReply, ChannelRequest, PaymentCode } from '../../electron/channels/channel.ts';
import { jeepay } from '../../electron/channels/jeepay/channel.ts';
import { signatureOf } from '../../electron/channels/jeepay/signing.ts';
import { minor } from '../../shared/domain/money.ts';
import { assert } from '../../shared/lib/assert.ts';
import { manualEnv } from './manual-env.ts';

export const secret = 'paper-secret';
export const code: PaymentCode = { reveal: () => '134567890123456789' };

/** An order as the machine asks about it: nothing has been heard of it yet. */
export const order = {
  order: 'TTTTTTTEEEE261127000001',
  amount: minor(1_250),
  currency: 'CNY',
  wallet: 'wechat' as const,
  seen: false,
  cancelAccepted: false,
};
export const charge = { ...order, subject: '可乐小店' };
export const refundOrder = {
  number: `${order.order}R1T1`,
  order: order.order,
  amount: minor(500),
  currency: 'CNY',
  reason: '退货',
};

/** Data as Jeepay gives it for that order to a submit, to a query, and for that refund. */
export const submitted = (orderState: number, more = {}) => ({
  payOrderId: 'P1001',
  mchOrderNo: order.order,
  orderState,
  ...more,
});
export const queried = (state: number, more = {}) => ({
  payOrderId: 'P1001',
  mchNo: 'M1',
  mchOrderNo: order.order,
  amount: 1_250,
  currency: 'cny',
  state,
  channelOrderNo: null,
  ...more,
});
export const refundSent = (state: number, more = {}) => ({
  refundOrderId: 'R1001',
  mchRefundNo: refundOrder.number,
  payAmount: 1_250,
  refundAmount: 500,
  state,
  ...more,
});
export const refundQueried = (state: number, more = {}) =>
  refundSent(state, { payOrderId: 'P1001', currency: 'cny', ...more });

export const replying = (text: string, status = 200): ChannelReply => ({ kind: 'reply', status, text });
export const signed = (data: object, by = secret): ChannelReply =>
  replying(JSON.stringify({ code: 0, msg: 'SUCCESS', data, sign: signatureOf({ ...data }, by) }));
export const refused = (msg: string, number = 9999): ChannelReply =>
  replying(JSON.stringify({ code: number, msg, data: null }));
export const unknownOrder = refused('订单不存在');

type Asked = 'pay/unifiedOrder' | 'pay/query' | 'pay/close' | 'refund/refundOrder' | 'refund/query';

/** The channel in front of a Jeepay that answers each path as written; asking for more fails the test. */
export function paperJeepay(answers: Partial<Record<Asked, ChannelReply | readonly ChannelReply[]>>) {
  const left = Object.fromEntries(
    Object.entries(answers).map(([path, given]) => [path, [given].flat() as ChannelReply[]]),
  );
  const sent: (ChannelRequest & { readonly asked: string })[] = [];
  const env = manualEnv();
  const settings = { address: 'https://pay.example/base/', mchNo: 'M1', appId: 'A1', appSecret: secret };
  const opened = jeepay.open(settings, {
    env,
    async exchange(request) {
      const asked = request.url.slice('https://pay.example/base/api/'.length);
      sent.push({ ...request, asked });
      const reply = left[asked]?.shift();
      assert(reply, `an answer to ${asked} is written down`);
      return reply;
    },
  });
  assert(opened.ok, 'the settings are good');
  const channel: Channel = opened.value;
  return { channel, sent, logged: env.logged };
}
