import type { Language } from '../../shared/contract/setup.ts';

const zhCN = {
  badOption: (what: string) => `看不懂的选项：${what}`,
  folderUsed: (data: string) => `${data} 里已经有一台收银机；请换一个空文件夹，演示不会动真的账`,
  title: (seed: number) => `便利店的一天（种子 ${seed}：同样的种子，同样的一天）`,
  opened: (shop: string, goods: number) => `开店：${shop}，价目表 ${goods} 种商品；王店长设置好，李敏收银`,
  shift: (who: string, float: string) => `${who}登录，开班，备用金 ${float}`,
  sale: (receipt: string, pieces: number, due: string, given: string, change: string, notes: string) =>
    `  ${receipt}  ${String(pieces).padStart(2)} 件  应收 ${due.padStart(8)}  收 ${given.padStart(8)}  找 ${change.padStart(7)}${notes}`,
  notes: {
    discounted: '打折',
    removed: '退掉一件',
    weighed: '称重',
    times: '按倍数',
    recalled: '挂单后取回',
    offline: '断网中',
    lostReply: '应答丢了，查单后知道已付',
  },
  wallets: { wechat: '微信', alipay: '支付宝', unionpay: '云闪付', ecny: '数字人民币' },
  brought: '顾客退货',
  refunded: (receipt: string, amount: string) => `退款：${receipt} 的 ${amount} 原路退回`,
  customer: (number: number) => `${number} 号顾客`,
  heldBack: (label: string) => `  挂单：${label}去车里拿钱包，先收下一位`,
  outage: '断网：网关被拔了电源。照常收银',
  waiting: (sales: number) => `  待上传 ${sales} 笔`,
  restored: (sales: number) => `网络恢复：${sales} 笔都已上传，一笔一次`,
  closed: (z: number, expected: string, counted: string) =>
    `交班 Z${z}：应有现金 ${expected}，点钞 ${counted}`,
  suspect: (receipt: string, amount: string) =>
    `查差额：小票 ${receipt} 正好 ${amount}，可能记成现金、其实扫了码`,
  dayClosed: (day: string, shifts: number) => `营业日 ${day} 日结，${shifts} 个班`,
  pictures: (files: string) => `日结单的图：${files}`,
  even: '账实相符',
  over: (amount: string) => `长款 ${amount}`,
  short: (amount: string) => `短款 ${amount}`,
  verified: (rows: number) => `核对：账本 ${rows} 条，哈希链完整，汇总表和账本重算的一样`,
  notVerified: '核对：账本或汇总表不对',
  figures: (sales: number, offline: number, receipts: number, received: number, total: string) =>
    `合计：${sales} 笔，${total}；断网中 ${offline} 笔；小票 ${receipts} 张；网关收到 ${received} 笔`,
  disagrees: (what: string, one: string, other: string) => `对不上：${what}，账本 ${one}，实际 ${other}`,
  allAgree: '每个数字都从账本重新数过，全部对得上',
  kept: (data: string) => `这一天的文件在 ${data}`,
};
type Words = typeof zhCN;

const en: Words = {
  badOption: what => `not understood: ${what}`,
  folderUsed: data =>
    `there is a till in ${data} already; name an empty folder, for a demonstration touches no real books`,
  title: seed => `A day at the corner shop (seed ${seed}: the same seed, the same day)`,
  opened: (shop, goods) =>
    `Opening: ${shop}, ${goods} goods on the price list; set up by the owner, Li Min at the till`,
  shift: (who, float) => `${who} signs in and opens a shift with ${float}`,
  sale: (receipt, pieces, due, given, change, notes) =>
    `  ${receipt}  ${String(pieces).padStart(2)} pcs  due ${due.padStart(8)}  given ${given.padStart(8)}  change ${change.padStart(7)}${notes}`,
  notes: {
    discounted: 'discount',
    removed: 'one given back',
    weighed: 'weighed',
    times: 'multiplied',
    recalled: 'held and recalled',
    offline: 'offline',
    lostReply: 'the answer was lost, looked up',
  },
  wallets: { wechat: 'WeChat Pay', alipay: 'Alipay', unionpay: 'UnionPay', ecny: 'e-CNY' },
  brought: 'brought back',
  refunded: (receipt, amount) => `Refund: ${amount} of ${receipt} back to the wallet`,
  customer: number => `customer ${number}`,
  heldBack: label => `  held: ${label} fetches a purse from the car, next please`,
  outage: 'Outage: the gateway loses power. Selling goes on',
  waiting: sales => `  ${sales} sales wait`,
  restored: sales => `Back online: all ${sales} sales arrived, each once`,
  closed: (z, expected, counted) => `Z${z}: ${expected} expected in the drawer, ${counted} counted`,
  suspect: (receipt, amount) =>
    `Looking for it: receipt ${receipt} is exactly ${amount}, keyed as cash, perhaps paid by phone`,
  dayClosed: (day, shifts) => `Business day ${day} closed, ${shifts} shifts`,
  pictures: files => `Pictures of the Z reports: ${files}`,
  even: 'even',
  over: amount => `${amount} over`,
  short: amount => `${amount} short`,
  verified: rows =>
    `Verified: ${rows} journal rows, the chain holds, every table is what the journal rebuilds`,
  notVerified: 'NOT verified: journal or tables are not in order',
  figures: (sales, offline, receipts, received, total) =>
    `In all: ${sales} sales, ${total}; ${offline} offline; ${receipts} receipts; ${received} at the gateway`,
  disagrees: (what, one, other) => `DISAGREES: ${what}: ${one} in the journal, ${other} live`,
  allAgree: 'Every figure was counted again from the journal, and all agree',
  kept: data => `The files of the day are in ${data}`,
};

export const demoWords: Readonly<Record<Language, Words>> = { 'zh-CN': zhCN, en };
export type DemoWords = Words;
