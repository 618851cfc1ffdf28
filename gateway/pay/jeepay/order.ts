import type { Scenario, Wallet } from '../scenarios.ts';
import type { Fields } from './signing.ts';
import type { Words } from './words.ts';

/** 0 made, 1 paying, 2 paid, 3 failed, 5 refunded in full, 6 closed; 4 is never reached from a till. */
export type OrderState = 0 | 1 | 2 | 3 | 5 | 6;

/** An order as Jeepay’s own table holds it: what it believes, not what happened. Times: wall ms; money: fen. */
export type Order = {
  readonly payOrderId: string;
  readonly mchOrderNo: string;
  readonly way: Way;
  readonly amount: number;
  readonly createdAt: number;
  /** As the till sent it. */
  readonly asked: Fields;
  readonly scenario: Scenario;
  state: OrderState;
  words: Words;
  channelOrderNo?: string;
  successTime?: number;
  /** Of refunds that Jeepay believes done. */
  refunded: number;
  refundOnItsWay: boolean;
};

export type Way = { readonly wayCode: string; readonly ifCode: string; readonly wallet: Wallet };

const ways: readonly (Way & { readonly code: RegExp })[] = [
  { wayCode: 'WX_BAR', ifCode: 'wxpay', wallet: 'wechat', code: /^1[0-5]\d{16}$/ },
  { wayCode: 'ALI_BAR', ifCode: 'alipay', wallet: 'alipay', code: /^(?:2[5-9]|30)\d{14,22}$/ },
  { wayCode: 'YSF_BAR', ifCode: 'ysfpay', wallet: 'unionpay', code: /^62\d{17}$/ },
];

export const wayOfCode = (code: string): Way | undefined => ways.find(way => way.code.test(code));
export const wayNamed = (name: string): Way | undefined => ways.find(way => way.wayCode === name);

/** The answer to a charge; it names no amount. */
export const submitView = ({ payOrderId, mchOrderNo, state, words }: Order): Fields => ({
  payOrderId,
  mchOrderNo,
  orderState: state,
  ...(state === 3 ? words : { payDataType: 'none', payData: '' }),
});

export function queryView(order: Order): Fields {
  const { payOrderId, mchOrderNo, way, amount, state, words, channelOrderNo, createdAt, successTime } = order;
  const { mchNo, appId, currency, clientIp, subject, body, extParam } = order.asked;
  const { wayCode, ifCode } = way;
  const told = order.scenario.wire === 'wrong-amount' ? amount + 1 : amount;
  return {
    ...{ payOrderId, mchNo, appId, mchOrderNo, ifCode, wayCode, amount: told, currency, state },
    ...{ clientIp, subject, body, channelOrderNo, ...words, extParam, createdAt, successTime },
  };
}
