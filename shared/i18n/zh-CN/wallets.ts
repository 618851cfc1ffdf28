import type { Wallet } from '../../domain/wallet-codes.ts';

/** As customers call them. */
export const wallets: Readonly<Record<Wallet, string>> = {
  wechat: '微信',
  alipay: '支付宝',
  unionpay: '云闪付',
  ecny: '数字人民币',
};
