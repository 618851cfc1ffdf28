import type { display as shape } from '../zh-CN/display.ts';

export const display: typeof shape = {
  wait: 'One moment, please',
  closed: 'This till is closed',
  welcome: 'Welcome',
  pieces: count => (count === 1 ? '1 piece' : `${count} pieces`),
  earlier: count => (count === 1 ? '1 more item above' : `${count} more items above`),
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
  settings: {
    intro:
      "While nobody is served, the customer's screen shows your pictures in turn; the first item scanned replaces them at once. Without pictures it shows the shop's name and a welcome.",
    limits:
      'PNG, JPEG or WebP, at most 20 MB each, at most 20 of them. Large ones are scaled to the screen. Pictures are not in the backups: please keep them elsewhere too.',
    none: 'No pictures yet.',
    place: at => `Picture ${at}`,
    add: 'Add pictures',
    adding: left => (left === 1 ? '1 picture is coming in…' : `${left} pictures are coming in…`),
    added: count => (count === 1 ? '1 picture is in' : `${count} pictures are in`),
    full: most => `All ${most} places are taken`,
    up: 'Earlier',
    remove: 'Remove',
    gone: 'File is missing',
    seconds: 'How long each one stands',
    each: seconds => `${seconds} s`,
    turnedDown: count =>
      count === 1
        ? '1 file did not come in; the pictures there are have not been touched'
        : `${count} files did not come in; the pictures there are have not been touched`,
    faults: {
      'too-large': 'too large, at most 20 MB each',
      'wrong-kind': 'not a PNG, JPEG or WebP picture',
      broken: 'broken, it cannot be opened',
      'no-room': 'no room, at most 20',
    },
  },
  stages: {
    'show-code': 'Please show your payment code',
    'pay-at-counter': 'Please pay at the counter',
    'on-phone': 'Please enter your password on your phone',
    confirming: 'Being confirmed. Please do not pay again',
    'another-way': 'Not paid. Please try another way',
    paid: 'Paid',
  },
};
