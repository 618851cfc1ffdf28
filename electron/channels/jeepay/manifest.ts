import { minor } from '../../../shared/domain/money.ts';
import type { ChannelManifest } from '../channel.ts';

/** The only one that Jeepay's code payments know. */
export const currency = 'CNY';

export const manifest: ChannelManifest = {
  id: 'jeepay',
  title: { 'zh-CN': 'Jeepay 聚合支付', en: 'Jeepay' },
  fields: [
    {
      key: 'address',
      kind: 'url',
      title: { 'zh-CN': '支付网关地址', en: 'Payment gateway address' },
      hint: {
        'zh-CN': '形如 https://pay.example.com，由 Jeepay 运营方告知',
        en: 'Such as https://pay.example.com; whoever runs Jeepay tells you',
      },
      lengthMax: 200,
    },
    {
      key: 'mchNo',
      kind: 'text',
      title: { 'zh-CN': '商户号', en: 'Merchant number (mchNo)' },
      hint: {
        'zh-CN': 'Jeepay 商户系统首页，M 开头',
        en: 'On the first page of the merchant site, begins with M',
      },
      lengthMax: 64,
    },
    {
      key: 'appId',
      kind: 'text',
      title: { 'zh-CN': '应用 AppId', en: 'App id (appId)' },
      hint: { 'zh-CN': '商户系统 › 商户中心 › 应用管理', en: 'Merchant site › merchant centre › apps' },
      lengthMax: 64,
    },
    {
      key: 'appSecret',
      kind: 'secret',
      title: { 'zh-CN': '应用私钥 AppSecret', en: 'App secret (appSecret)' },
      hint: {
        'zh-CN': '与 AppId 同一页，新建或重置时显示',
        en: 'On the same page as the app id, shown when made or reset',
      },
      lengthMax: 256,
    },
  ],
  // Jeepay tells wallets apart by the code itself and knows no e-CNY.
  wallets: ['wechat', 'alipay', 'unionpay'],
  currencies: [currency],
  // ¥50,000.00: beyond what any of the wallets lets an ordinary customer pay by code in a day.
  amountMax: minor(5_000_000),
  refundNumbers: 'new-after-failure',
  merchantField: 'mchNo',
};
