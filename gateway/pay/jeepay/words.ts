import type { DeclineReason, Wallet } from '../scenarios.ts';

/** Code and message as Jeepay passes them on from a wallet; either may be missing. */
export type Words = { readonly errCode?: string; readonly errMsg?: string };

const words = (errCode: string, errMsg: string): Words => ({ errCode, errMsg });
const alipay = (errCode: string, said: string): Words =>
  words(`ACQ.${errCode}`, `Business Failed【${said}】`);
const staleCode = alipay(
  'PAYMENT_AUTH_CODE_INVALID',
  '支付失败，获取顾客账户信息失败，请顾客刷新付款码后重新收款，如再次收款失败，请联系管理员处理。[SOUNDWAVE_PARSER_FAIL]',
);

/**
 * How each wallet says no to a charge. WeChat Pay’s and Alipay’s are from their documents; UnionPay’s
 * answer codes are its general ones, from memory: no page about those of its payment codes was at hand.
 */
export const declineWords: Readonly<Record<Wallet, Readonly<Record<DeclineReason, Words>>>> = {
  wechat: {
    funds: words('NOTENOUGH', '用户账号余额不足'),
    expired: words('AUTHCODEEXPIRE', '二维码已过期，请用户在微信上刷新后再试'),
    used: words('AUTH_CODE_INVALID', '101 付款码已过期/付款码无效/每个二维码仅限使用一次，请刷新再试'),
    invalid: words('AUTH_CODE_ERROR', '101 付款码无效，请扫描微信支付付款码'),
    limit: words('RULELIMIT', '交易金额超出限额'),
    risk: words('TRADE_ERROR', '该笔交易存在风险，请更换支付方式'),
    merchant: words('NOAUTH', '商户无权限'),
  },
  alipay: {
    funds: alipay('BUYER_BALANCE_NOT_ENOUGH', '买家余额不足'),
    expired: staleCode,
    used: staleCode,
    invalid: staleCode,
    limit: alipay('BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR', '买家付款日限额超限'),
    risk: alipay('PAYMENT_REQUEST_HAS_RISK', '支付有风险'),
    merchant: alipay('ACCESS_FORBIDDEN', '没有权限使用该产品'),
  },
  unionpay: {
    funds: words('64', '卡上的余额不足'),
    expired: words('01', '付款码已过期'),
    used: words('01', '付款码已使用'),
    invalid: words('01', '付款码无效'),
    limit: words('33', '交易金额超限'),
    risk: words('38', '银联风险受限'),
    merchant: words('31', '商户状态不正确'),
  },
};

/** State 3 although nobody knows: WeChat Pay timed out, Alipay’s 20000, UnionPay’s “look it up”. */
export const misreadWords: Readonly<Record<Wallet, Words>> = {
  wechat: { errMsg: 'Read timed out' },
  alipay: words('ACQ.SYSTEM_ERROR', 'Service Currently Unavailable【系统异常】'),
  unionpay: words('04', '交易状态未知，请查询对账结果'),
};

/** A close that the wallet refuses. WeChat Pay’s `return_msg` is about the wire, and passed on all the same. */
export const closeRefused: Readonly<Record<Wallet, string>> = {
  wechat: 'OK',
  alipay: '交易状态不合法',
  unionpay: '原交易不存在或状态不正确',
};

export const refundRefused: Readonly<Record<Wallet, Readonly<Record<'no-funds' | 'too-much', Words>>>> = {
  wechat: {
    'no-funds': words('NOTENOUGH', '基本账户余额不足，请充值后重新发起'),
    'too-much': words('INVALID_REQUEST', '订单已全额退款'),
  },
  alipay: {
    'no-funds': alipay('SELLER_BALANCE_NOT_ENOUGH', '卖家余额不足'),
    'too-much': alipay('REFUND_AMT_NOT_EQUAL_TOTAL', '退款金额超限'),
  },
  unionpay: {
    'no-funds': words('64', '商户账户余额不足'),
    'too-much': words('36', '与原交易信息不符'),
  },
};
