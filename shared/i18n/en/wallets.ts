import type { Wallet } from '../../domain/wallet-codes.ts';

export const wallets: Readonly<Record<Wallet, string>> = {
  wechat: 'WeChat Pay',
  alipay: 'Alipay',
  unionpay: 'UnionPay',
  ecny: 'e-CNY',
};
