import type { DeclineReason, NotSentReason } from '../../domain/payment/answer.ts';
import type { Wallet } from '../../domain/wallet-codes.ts';
import type { Sentence } from '../index.ts';
import { key } from '../keys-in-words.ts';
import { wallets } from './wallets.ts';

const freshCode = '请顾客刷新付款码，再扫一次；也可以收现金。';
const otherWallet = '请顾客换一个钱包再扫，或收现金。';

const declines: Readonly<Record<DeclineReason, Sentence>> = {
  'code-expired': { what: '付款码过期了', todo: freshCode },
  'code-used': { what: '这个付款码用过了', todo: freshCode },
  'code-invalid': { what: '付款码无效', todo: freshCode },
  funds: { what: '顾客余额不足', todo: '请顾客换一张卡或一个钱包，刷新付款码再扫；也可以收现金。' },
  limit: {
    what: '超过了顾客的限额',
    todo: `请顾客换一个钱包，或按 ${key('part-by-code')} 分开付，或收现金。`,
  },
  risk: { what: '支付平台拦下了这笔付款', todo: otherWallet },
  'customer-cancelled': { what: '顾客取消了付款', todo: '问一下顾客怎么付：刷新付款码再扫，或收现金。' },
  'not-supported': { what: '这个钱包在这里不能用', todo: otherWallet },
  'merchant-setup': { what: '店里的收款账户还没开通', todo: '请收现金，并告诉店主。' },
  other: { what: '支付平台没有通过', todo: otherWallet },
};

const notSent: Readonly<Partial<Record<NotSentReason, Sentence>>> = {
  'code-gone': { what: '付款码过期了，没有发出去', todo: freshCode },
  stopped: { what: '已撤销，没有发出去', todo: '可以收现金，或请顾客刷新付款码再扫。' },
};

export const paying = {
  tenders: { cash: '现金', 'store-code': '店铺收款码（待核实）', exchange: '换货抵扣' },
  due: '应收',
  given: '收到',
  /** Before a sum is typed. */
  exact: '正好',
  change: '找零',
  missing: '还差',
  notes: '顾客付',
  goods: (pieces: number) => `商品 ${pieces} 件`,
  moreGoods: (kinds: number) => `另 ${kinds} 种`,
  details: '本单支付明细',
  cashLast: '最后收',
  cashDown: '现金已放下',
  part: '本次扫码',
  remaining: '还差',
  received: '已收',
  collect: {
    title: '扫付款码，或收现金',
    cashTitle: '请收现金',
    partTitle: '扫付款码，收这一部分',
    partDetail: (rest: string) => `剩下 ${rest} 之后再收。按 Esc 不分开付`,
    wallets: (names: readonly string[]) => `${names.join('、')}直接扫`,
    orCash: `现金输入金额，再按 ${key('pay')}`,
    noChannel: '还没有开通扫码收款。',
    offline: '断网了，付款码收不了。',
    withoutCodes: `请收现金，或用店铺收款码（${key('own-code')}）。`,
    cash: '现金',
    cashExact: (amount: string) => `正好 ${amount}`,
    cashGiven: (amount: string) => `收 ${amount}`,
    confirmTake: '没错，收款',
    restByCode: (rest: string) => `再扫码 ${rest}`,
    putDown: (sum: string) => `已放下 ${sum}`,
    restInCash: (sum: string) => `现金 ${sum} 先放着，扫码到账就一起完成。按 Esc 不分开付`,
    byCode: '分开付',
    byCodeNote: '先输入扫码的金额',
    storeCode: '店铺收款码',
    storeCodeNote: '到账自己核对',
    partTodo: `请先输入这次扫码收多少，再按 ${key('part-by-code')}。`,
  },
  last: {
    declined: (wallet: Wallet, reason: DeclineReason): Sentence => ({
      what: `${wallets[wallet]}没有扣款：${declines[reason].what}`,
      todo: declines[reason].todo,
    }),
    cancelled: (wallet: Wallet): Sentence => ({
      what: `${wallets[wallet]}已撤销，没有扣款`,
      todo: '可以收现金，或请顾客刷新付款码再扫。',
    }),
    notSent: (wallet: Wallet, why: NotSentReason): Sentence => {
      const said = notSent[why] ?? { what: '网络不通，没有发出去', todo: freshCode };
      return { what: `${wallets[wallet]}没有扣款：${said.what}`, todo: said.todo };
    },
    paid: (wallet: Wallet, amount: string): Sentence => ({
      what: `${wallets[wallet]}已收 ${amount}`,
      todo: '还差的请接着收。',
    }),
    givenUp: (wallet: Wallet): Sentence => ({
      what: `上一笔${wallets[wallet]}不算在这一单里`,
      todo: '请重新收款。那一笔有了结果，会放到“待处理”里，扣了款就退给顾客。',
    }),
    refunded: (wallet: Wallet): Sentence => ({
      what: `${wallets[wallet]}的钱已退给顾客`,
      todo: '请重新收款。',
    }),
  },
  waiting: {
    submitting: '正在收款…',
    pending: '请顾客在手机上输入密码',
    unknown: '正在确认，请勿重复收款',
    stopping: '正在撤销，请先别收款',
    suspense: '还不知道有没有扣款',
    sent: (wallet: Wallet, seconds: number) => `${wallets[wallet]} · 已发出 ${seconds} 秒。`,
    auto: '收到结果会自动完成。',
    once: '请勿重复收款。',
    stoppingDetail: '先查清有没有扣款，再关掉这一笔。',
    suspenseDetail: '平台没给准信，已放到“待处理”。机器会接着查，有结果会播报。',
    hints: {
      slow: {
        what: '网络慢，还在发送',
        todo: `一接通就发出去；发不出去会告诉您没有扣款。也可以按 ${key('void')} 撤销。`,
      },
      noPrompt: {
        what: '手机上没弹出密码框？',
        todo: `顾客手机可能没网：请连店里 WiFi 再等一下，或按 ${key('void')} 撤销后收现金。`,
      },
      unknown: {
        what: '网络不稳，钱可能已经扣了',
        todo: `机器每 3 秒查一次。可以请顾客看手机账单，按 ${key('find-payment')} 查单。`,
      },
      offline: {
        what: '断网了，查不到结果',
        todo: `网一通就查，不要重复收款。可以按 ${key('hold')} 先做下一位，或按 ${key('void')} 撤销。`,
      },
      stopping: {
        what: '确定没有扣款，才会回到收款画面',
        todo: '如果顾客刚好付成功，会问您收下还是退还。',
      },
      stoppingLong: {
        what: '撤销还没有回音',
        todo: `顾客等不及：按 ${key('hold')} 先做下一位，或请店长授权，按 ${key('go-on')} 换支付方式。这笔以后到账会退给顾客。`,
      },
      suspense: {
        what: '请顾客先等一等',
        todo: `按 ${key('hold')} 先做下一位；或请店长授权，按 ${key('go-on')} 换支付方式。这笔以后到账会退给顾客。`,
      },
    },
    secondsUnit: '秒后撤销',
    secondsLeft: (seconds: number) => `还等 ${seconds} 秒`,
    thisPayment: (wallet: Wallet) => `本笔 ${wallets[wallet]}`,
  },
  afterStop: {
    title: '顾客已经付款了',
    detail: (wallet: Wallet) => `${wallets[wallet]}在撤销前一刻到账。收下就完成这一单。`,
    ask: '请问一下顾客',
    askTodo: '还要这些商品，就收下；已经用别的方式付了，就退给顾客。',
    returning: '正在退给顾客',
    returningDetail: `退款成功后回到收款画面。也可以按 ${key('hold')} 先做下一位。`,
    accept: '收下这笔款',
    acceptNote: '算在这一单里',
    giveBack: '退给顾客',
    giveBackNote: '要店长授权',
    confirm: (amount: string) => `把 ${amount} 全部退给顾客？退了就不能再收下。`,
    reason: '撤销后到账',
  },
  acts: {
    park: '先做下一位',
    parkNote: '挂起，结果到了会播报',
    find: '查单',
    findNote: '扫顾客账单上的单号',
    stop: '撤销',
    stopNote: '先查单，没扣款才撤销',
    waitLonger: '继续等',
    waitLongerNote: '从头计时',
    goOn: '换支付方式',
    goOnNote: '要店长授权',
  },
  keys: {
    park: '先做下一位',
    find: '查单',
    stop: '撤销',
    waitLonger: '继续等',
    goOn: '换方式',
    accept: '收下',
    giveBack: '退还',
    cash: '现金',
    byCode: '分开付',
    storeCode: '店铺收款码',
    swap: '取回',
    back: '返回加商品',
  },
  storeCode: {
    title: '店铺收款码（待核实）',
    what: (amount: string) => `请顾客扫店里的收款码，付 ${amount}。`,
    whatNext: '到账了，按“已到账，收下”完成。',
    how: '怎么知道到账了',
    heard: { speaker: '收款音箱播报了', app: '商户 App 里看到了' },
    typed: '顾客手机尾号或听到的金额（可不填）',
    limit: '静态收款码每人每天最多收 500 元。不看顾客手机截图。',
    confirm: '已到账，收下',
  },
  find: {
    title: '查单',
    ask: '扫顾客账单上的条码，或输入单号',
    numbers: '交易单号、商户单号都可以',
    search: '查',
    searching: '正在查…',
    found: (wallet: Wallet, amount: string, state: string) => `${wallets[wallet]} ${amount}：${state}`,
    order: (order: string) => `商户单号 ${order}`,
    receipt: (receipt: string) => `小票 ${receipt}`,
    noReceipt: '还没有小票',
    notFound: '不是这台机器收的款',
    notFoundTodo: '请核对单号；也可能是别家店、别的机器收的。',
    noAnswer: '现在查不到：连不上支付平台',
    noAnswerTodo: '网络好了再查。',
  },
  results: {
    title: (wallet: Wallet, amount: string, state: string) => `${wallets[wallet]} ${amount}：${state}`,
    paid: '挂起的那一单已收到款。',
    declined: `请按 ${key('hold')} 取回那一单，换一种方式收。`,
    cancelled: `没有扣款。请按 ${key('hold')} 取回那一单再收。`,
    'not-sent': `没有扣款。请按 ${key('hold')} 取回那一单再收。`,
    suspense: '还不知道有没有扣款，已放到“待处理”。',
    'paid-after-stop': `撤销后到账：收下还是退还，请按 ${key('hold')} 取回那一单，或到“待处理”。`,
    'late-paid': '这笔已不算在单里，请店长在“待处理”里退给顾客。',
  },
  done: {
    title: '收款成功',
    unverified: '已收下，待核实',
    change: '找零',
    noChange: '正好，不用找零',
    given: '实收',
    total: '应收',
    receipt: '单号',
    next: '直接扫下一位的商品就行',
    nextKey: '下一位',
    drawer: '钱箱',
  },
};
