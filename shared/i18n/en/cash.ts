import { key } from '../keys-in-words.ts';
import type { cash as shape } from '../zh-CN/cash.ts';

export const cash: typeof shape = {
  title: 'Cash in the drawer',
  choose: 'Press a number, or touch',
  kinds: {
    'paid-in': { name: 'Paid in', note: 'Into the drawer, not a sale' },
    'paid-out': { name: 'Paid out', note: 'From the drawer, not change' },
    drop: { name: 'To the safe', note: 'Large notes put away' },
    exchange: { name: 'Swap for coins', note: 'Notes for coins, the same total' },
    'no-sale': { name: 'Open the drawer', note: 'Without a sale; choose a reason first' },
  },
  amount: 'Amount',
  reason: 'Reason',
  reasons: {
    'paid-in': ['More change', 'Made up a shortage', 'Given back by a customer'],
    'paid-out': ['Supplies', 'Goods', 'Courier', 'Made good to a customer'],
    drop: ['To the safe', 'Taken by the manager', 'To the bank'],
    exchange: ['With the bank', 'With the manager', 'With a neighbour'],
    'no-sale': ['Opened at the till', 'To look at the change', 'Change given later'],
  },
  typed: 'Type it',
  typedLabel: 'The reason',
  next: 'Next',
  done: (name, amount) => `${name} ${amount}, noted`,
  opened: 'The drawer is open, noted',
  ledger: "This shift's cash",
  ledgerHidden: 'Amounts are not shown before the shift ends; a manager sees them.',
  ledgerEmpty: 'Nothing yet',
  again: 'Open the drawer now, no reason asked',
  help: [
    ['1 – 5', 'paid in, paid out, to the safe, swap for coins, open the drawer'],
    ['Amount Enter', 'type the amount; then the reason'],
    ['Number / 0', 'choose the reason; 0 to type it'],
    [key('drawer'), 'open the drawer now, no reason asked (noted as opened without sale)'],
    ['Esc', 'one step back'],
  ],
};
