import type { PaymentStateName } from '../../domain/payment/payment.ts';
import type { Wallet } from '../../domain/wallet-codes.ts';
import { key } from '../keys-in-words.ts';
import { wallets } from './wallets.ts';

/** What is said of payments beside the screen that takes them: at the counter, in the strip, in lists. */
export const payments = {
  wallets,
  states: {
    submitting: '正在收款',
    pending: '等待',
    unknown: '待确认',
    cancelling: '正在撤销',
    suspense: '待核实',
    'paid-after-stop': '撤销后到账',
    'late-paid': '迟到的款',
    paid: '已收',
    declined: '没有通过',
    cancelled: '没有扣款',
    'not-sent': '没有发出',
    refunded: '已退款',
  } satisfies Readonly<Record<PaymentStateName, string>> as Readonly<Record<PaymentStateName, string>>,
  parked: {
    chip: '挂起',
    outlooks: { waiting: '在等结果', received: '已收到', 'nothing-taken': '没有扣款' },
    noCode: '还没扫付款码',
    row: (state: string, at: string) => `${state} · ${at} 挂起`,
    done: (label: string) => `已挂起：${label}`,
    doneTodo: `有结果会播报。按 ${key('hold')} 取回。`,
  },
  offer: {
    title: (wallet: Wallet, tail: string) => `顾客的${wallets[wallet]}付款码 …${tail}`,
    todo: '还没有扣款。看清应收：',
    key: '就用这个码收款',
    forget: '先不用',
    left: (seconds: number) => `这个码还能用 ${seconds} 秒`,
  },
  voice: {
    due: (amount: string) => `一共${amount}`,
    paid: (amount: string) => `收款成功，${amount}`,
  },
};
