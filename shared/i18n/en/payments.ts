import { key } from '../keys-in-words.ts';
import type { payments as shape } from '../zh-CN/payments.ts';
import { wallets } from './wallets.ts';

export const payments: typeof shape = {
  wallets,
  states: {
    submitting: 'charging',
    pending: 'waiting',
    unknown: 'unconfirmed',
    cancelling: 'cancelling',
    suspense: 'unresolved',
    'paid-after-stop': 'paid after cancelling',
    'late-paid': 'paid late',
    paid: 'received',
    declined: 'declined',
    cancelled: 'not charged',
    'not-sent': 'not sent',
    refunded: 'refunded',
  },
  parked: {
    chip: 'Parked',
    outlooks: { waiting: 'waiting', received: 'received', 'nothing-taken': 'nothing taken' },
    noCode: 'no code yet',
    row: (state, at) => `${state} · parked ${at}`,
    done: label => `Parked: ${label}`,
    doneTodo: `The result is announced. ${key('hold')} brings it back.`,
  },
  offer: {
    title: (wallet, tail) => `${wallets[wallet]} code …${tail}`,
    todo: 'Nothing is charged yet. Check the total:',
    key: 'Charge this code',
    forget: 'Not now',
    left: seconds => `Good for ${seconds} s more`,
  },
  voice: {
    due: amount => `${amount} in all`,
    paid: amount => `Paid, ${amount}`,
  },
};
