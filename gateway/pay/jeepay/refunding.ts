import { dropped, type Outcome } from '../outcome.ts';
import { slowRefundMs } from '../scenarios.ts';
import { fail, say, well } from './answer.ts';
import { type Desk, findOrder, rowsMax } from './desk.ts';
import { type Form, text, whole } from './fields.ts';
import type { Order } from './order.ts';
import type { Fields } from './signing.ts';
import { refundRefused, type Words } from './words.ts';

/** A refund as Jeepay’s own table holds it: 0 made, 1 on its way, 2 done, 3 failed. */
export type Refund = {
  readonly refundOrderId: string;
  readonly mchRefundNo: string;
  readonly order: Order;
  readonly amount: number;
  readonly createdAt: number;
  readonly asked: Fields;
  state: 0 | 1 | 2 | 3;
  words: Words;
  successTime?: number;
};

export const refundForm: Form = {
  mchOrderNo: text(),
  payOrderId: text(),
  mchRefundNo: text('商户退款单号不能为空'),
  refundAmount: whole('退款金额不能为空', '退款金额请大于1分'),
  currency: text('货币代码不能为空'),
  refundReason: text('退款原因不能为空'),
  clientIp: text(),
  notifyUrl: text(),
  channelExtra: text(),
  extParam: text(),
};
export const refundQueryForm: Form = { mchRefundNo: text(), refundOrderId: text() };

/** `/api/refund/refundOrder`. A number is taken for good, even where its refund failed. */
export function refund(desk: Desk, fields: Fields): Outcome {
  if (!fields.mchOrderNo && !fields.payOrderId) return say(fail('mchOrderNo 和 payOrderId不能同时为空'));
  const order = findOrder(desk, fields);
  if (!order) return say(fail('退款订单不存在'));
  const refused = objection(desk, order, fields);
  if (refused) return say(fail(refused));
  const refund: Refund = {
    refundOrderId: desk.newNumber('R'),
    mchRefundNo: String(fields.mchRefundNo),
    order,
    amount: Number(fields.refundAmount),
    createdAt: desk.world.wallMs(),
    asked: fields,
    state: 0,
    words: {},
  };
  desk.refunds.set(refund.mchRefundNo, refund);
  return giveBack(desk, refund);
}

function objection(
  { refunds }: Desk,
  order: Order,
  { mchRefundNo, refundAmount }: Fields,
): string | undefined {
  if (order.state !== 2) return '订单状态不正确， 无法完成退款';
  if (order.refunded + Number(refundAmount) > order.amount)
    return '申请金额超出订单可退款余额，请检查退款金额';
  if (order.refundOnItsWay) return '支付订单具有在途退款申请，请稍后再试';
  if (refunds.has(String(mchRefundNo))) return `商户退款订单号[${mchRefundNo}]已存在`;
  return refunds.size >= rowsMax ? '系统异常' : undefined;
}

function giveBack(desk: Desk, refund: Refund): Outcome {
  const how = refund.order.scenario.refund;
  if (how === 'slow') {
    refund.state = 1;
    refund.order.refundOnItsWay = true;
    desk.world.after(slowRefundMs, () => believe(desk, refund, askWallet(desk, refund)));
    return say(well(refundView(refund)));
  }
  const told = askWallet(desk, refund);
  if (how === 'left-open') return say(fail('系统异常'));
  if (how === 'misread') fails(refund, { errMsg: 'Read timed out' });
  else believe(desk, refund, told);
  return how === 'drop-after' ? dropped : say(well(refundView(refund)));
}

type Told = 'done' | keyof (typeof refundRefused)['wechat'];

const askWallet = ({ wallets }: Desk, { order, amount }: Refund): Told =>
  wallets.refund(order.mchOrderNo, amount);

function believe({ world }: Desk, refund: Refund, told: Told): void {
  const { order } = refund;
  order.refundOnItsWay = false;
  if (told !== 'done') {
    fails(refund, refundRefused[order.way.wallet][told]);
    return;
  }
  refund.state = 2;
  refund.successTime = world.wallMs();
  order.refunded += refund.amount;
  if (order.refunded === order.amount) order.state = 5;
}

function fails(refund: Refund, words: Words): void {
  refund.state = 3;
  refund.words = words;
}

function refundView({ refundOrderId, mchRefundNo, order, amount, state, words }: Refund): Fields {
  const channelOrderNo = state === 2 ? `5030${refundOrderId.slice(1)}` : undefined;
  return {
    ...{ refundOrderId, mchRefundNo, payAmount: order.amount, refundAmount: amount, state },
    ...{ channelOrderNo, ...words },
  };
}

/** `/api/refund/query` */
export function queryRefund({ refunds }: Desk, { mchRefundNo, refundOrderId }: Fields): Outcome {
  if (!mchRefundNo && !refundOrderId) return say(fail('mchRefundNo 和 refundOrderId不能同时为空'));
  const found = mchRefundNo
    ? refunds.get(String(mchRefundNo))
    : [...refunds.values()].find(each => each.refundOrderId === refundOrderId);
  if (!found) return say(fail('订单不存在'));
  const { order, createdAt, successTime } = found;
  const { mchNo, appId, currency, extParam } = found.asked;
  const more = { payOrderId: order.payOrderId, mchNo, appId, currency, extParam, createdAt, successTime };
  return say(well({ ...refundView(found), ...more }));
}
