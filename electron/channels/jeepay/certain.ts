import type { DeclineReason } from '../../../shared/domain/payment/answer.ts';
import type { RefundFailure } from '../../../shared/domain/payment/refund.ts';

// What the wallets' own lists call certain, by the code that Jeepay passes on. Whatever is not here is
// unknown, as Jeepay calls failed what only nobody heard of. Left out on purpose: SYSTEMERROR, BANKERROR,
// USERPAYING, ORDERPAID, OUT_TRADE_NO_USED, INVALID_REQUEST, ACQ.SYSTEM_ERROR, ACQ.TRADE_HAS_SUCCESS,
// ACQ.TRADE_HAS_CLOSE, ACQ.CONTEXT_INCONSISTENT and Alipay's 20000, after which the wallets themselves say
// to query; PARAM_ERROR, which WeChat Pay has been seen to answer to a payment it had taken; UnionPay's
// numbers, of which no list is public for the interface that Jeepay uses.

/** Codes after which no money has been taken for an order, and none will be. */
export const certainDeclines: ReadonlyMap<string, DeclineReason> = new Map([
  // WeChat Pay, micropay V2
  ['AUTHCODEEXPIRE', 'code-expired'],
  ['AUTH_CODE_ERROR', 'code-invalid'],
  ['AUTH_CODE_INVALID', 'code-invalid'],
  ['NOTENOUGH', 'funds'],
  ['NOTSUPORTCARD', 'not-supported'],
  ['RULELIMIT', 'limit'],
  ['ORDERCLOSED', 'other'],
  ['ORDERREVERSED', 'other'],
  ['BUYER_MISMATCH', 'other'],
  // No password typed, no way to pay left: its message says which.
  ['TRADE_ERROR', 'other'],
  ['NOAUTH', 'merchant-setup'],
  ['APPID_NOT_EXIST', 'merchant-setup'],
  ['MCHID_NOT_EXIST', 'merchant-setup'],
  ['APPID_MCHID_NOT_MATCH', 'merchant-setup'],
  ['LACK_PARAMS', 'merchant-setup'],
  ['SIGNERROR', 'merchant-setup'],
  ['XML_FORMAT_ERROR', 'merchant-setup'],
  ['REQUIRE_POST_METHOD', 'merchant-setup'],
  ['NOT_UTF8', 'merchant-setup'],
  // Alipay, alipay.trade.pay
  ['ACQ.PAYMENT_AUTH_CODE_INVALID', 'code-invalid'],
  ['ACQ.BUYER_BALANCE_NOT_ENOUGH', 'funds'],
  ['ACQ.BUYER_BANKCARD_BALANCE_NOT_ENOUGH', 'funds'],
  ['ACQ.BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR', 'limit'],
  ['ACQ.BUYER_PAYMENT_AMOUNT_MONTH_LIMIT_ERROR', 'limit'],
  ['ACQ.BEYOND_PAY_RESTRICTION', 'limit'],
  ['ACQ.BEYOND_PER_RECEIPT_RESTRICTION', 'limit'],
  ['ACQ.TOTAL_FEE_EXCEED', 'limit'],
  ['ACQ.PAYMENT_REQUEST_HAS_RISK', 'risk'],
  ['ACQ.ERROR_BALANCE_PAYMENT_DISABLE', 'not-supported'],
  ['ACQ.MOBILE_PAYMENT_SWITCH_OFF', 'not-supported'],
  ['ACQ.NO_PAYMENT_INSTRUMENTS_AVAILABLE', 'not-supported'],
  ['ACQ.BUYER_ENABLE_STATUS_FORBID', 'not-supported'],
  ['ACQ.BUYER_SELLER_EQUAL', 'other'],
  ['ACQ.PULL_MOBILE_CASHIER_FAIL', 'other'],
  ['ACQ.PAYMENT_FAIL', 'other'],
  ['ACQ.SELLER_BEEN_BLOCKED', 'merchant-setup'],
  ['ACQ.EXIST_FORBIDDEN_WORD', 'merchant-setup'],
  ['ACQ.ACCESS_FORBIDDEN', 'merchant-setup'],
  ['ACQ.INVALID_PARAMETER', 'merchant-setup'],
  ['ACQ.PARTNER_ERROR', 'merchant-setup'],
]);

/** Codes after which a refund has not been made and will not be. */
export const certainRefundFailures: ReadonlyMap<string, RefundFailure> = new Map([
  // WeChat Pay, V2 and V3
  ['NOTENOUGH', 'balance'],
  ['NOT_ENOUGH', 'balance'],
  ['TRADE_OVERDUE', 'too-late'],
  ['USER_ACCOUNT_ABNORMAL', 'other'],
  ['NOAUTH', 'merchant-setup'],
  ['NO_AUTH', 'merchant-setup'],
  ['APPID_NOT_EXIST', 'merchant-setup'],
  ['MCHID_NOT_EXIST', 'merchant-setup'],
  ['SIGNERROR', 'merchant-setup'],
  ['SIGN_ERROR', 'merchant-setup'],
  // Alipay, alipay.trade.refund
  ['ACQ.SELLER_BALANCE_NOT_ENOUGH', 'balance'],
  ['ACQ.TRADE_HAS_FINISHED', 'too-late'],
  ['ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', 'too-much'],
  ['ACQ.REASON_TRADE_REFUND_FEE_ERR', 'too-much'],
  ['ACQ.REFUND_FEE_ERROR', 'too-much'],
  ['ACQ.REASON_TRADE_BEEN_FREEZEN', 'other'],
  ['ACQ.TRADE_NOT_ALLOW_REFUND', 'other'],
  ['ACQ.TRADE_STATUS_ERROR', 'other'],
  ['ACQ.TRADE_NOT_EXIST', 'other'],
]);

/**
 * Jeepay's own reasons to take no refund, by how their message begins. None of them passes with time, so a
 * refund that met one, and that Jeepay does not know afterwards, was never made. A refund still under way
 * (在途退款) does pass, and is not here.
 */
export const certainRefundRefusals: ReadonlyMap<string, RefundFailure> = new Map([
  ['退款订单不存在', 'other'],
  ['订单状态不正确', 'other'],
  ['订单已全额退款', 'too-much'],
  ['退款单已完成全部订单退款', 'too-much'],
  ['申请金额超出订单可退款余额', 'too-much'],
  ['当前通道不支持退款', 'merchant-setup'],
]);
