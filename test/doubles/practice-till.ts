import { practiceMerchant } from '../../gateway/pay/jeepay/merchant.ts';
import type { JeepayPath } from '../../gateway/pay/jeepay/provider.ts';
import { type Fields, signatureOf } from '../../gateway/pay/jeepay/signing.ts';
import type { Outcome } from '../../gateway/pay/outcome.ts';
import { openPractice } from '../../gateway/pay/practice.ts';
import type { Wallet } from '../../gateway/pay/scenarios.ts';
import { manualEnv } from './manual-env.ts';

const { mchNo, appId, appSecret } = practiceMerchant;

/** A request as a till sends it, signed. */
export function signedBody(fields: Fields): string {
  const all = { mchNo, appId, version: '1.0', signType: 'MD5', reqTime: '1700000000000', ...fields };
  return JSON.stringify({ ...all, sign: signatureOf(all, appSecret) });
}

export const chargeFields = (mchOrderNo: string, code: string, amount = 1_250): Fields => ({
  mchOrderNo,
  wayCode: 'AUTO_BAR',
  amount,
  currency: 'cny',
  subject: '商品',
  body: '商品',
  channelExtra: JSON.stringify({ authCode: code }),
});

const heads: Readonly<Record<Wallet, string>> = { wechat: '13', alipay: '28', unionpay: '620' };

/** A code that brings a scenario about; another `turn`, another code. */
export const codeFor = (suffix: string, wallet: Wallet = 'wechat', turn = 0): string =>
  `${heads[wallet]}${String(turn).padStart(12, '0')}${suffix}`;

/** What a till finds in an answer; empty where none came, or none that can be read. */
export type Heard = {
  readonly code?: number;
  readonly msg?: string;
  readonly sign?: string;
  readonly data?: Fields;
};

/** A practice provider on a clock that the test moves, and a till that believes nothing and asks everything. */
export function practiceTill() {
  const env = manualEnv();
  const practice = openPractice(env);
  const send = (path: JeepayPath, fields: Fields): Outcome => practice.jeepay(path, signedBody(fields));
  const ask = (path: JeepayPath, fields: Fields): Heard => heard(send(path, fields));
  return {
    env,
    practice,
    send,
    ask,
    charge: (order: string, code: string, amount?: number) =>
      send('/api/pay/unifiedOrder', chargeFields(order, code, amount)),
    query: (order: string) => ask('/api/pay/query', { mchOrderNo: order }),
    close: (order: string) => ask('/api/pay/close', { mchOrderNo: order }),
    refund: (order: string, number: string, amount: number) =>
      send('/api/refund/refundOrder', {
        mchOrderNo: order,
        mchRefundNo: number,
        refundAmount: amount,
        currency: 'cny',
        refundReason: '退货',
      }),
    queryRefund: (number: string) => ask('/api/refund/query', { mchRefundNo: number }),
  };
}

export function heard(outcome: Outcome): Heard {
  return outcome.does === 'reply' && outcome.body.startsWith('{') ? (JSON.parse(outcome.body) as Heard) : {};
}

export const isSigned = ({ data, sign }: Heard): boolean =>
  data !== undefined && sign === signatureOf(data, appSecret);
