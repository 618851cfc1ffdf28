import type { display as shape } from '../zh-CN/display.ts';

export const display: typeof shape = {
  wait: 'One moment, please',
  closed: 'This till is closed',
  welcome: 'Welcome',
  pieces: count => (count === 1 ? '1 piece' : `${count} pieces`),
  earlier: count => (count === 1 ? '1 line before' : `${count} lines before`),
  credit: 'Exchange credit',
  discount: 'You save',
  total: 'Total',
  due: 'To pay',
  asking: 'To pay now',
  stillOwed: 'Still owed',
  inCash: 'In cash',
  change: 'Change',
  paidSum: 'Paid',
  thanks: 'Thank you',
  stages: {
    'show-code': 'Please show your payment code',
    'pay-at-counter': 'Please pay at the counter',
    'on-phone': 'Please enter your password on your phone',
    confirming: 'Being confirmed. Please do not pay again',
    'another-way': 'Not paid. Please try another way',
    paid: 'Paid',
  },
};
