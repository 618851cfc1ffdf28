import type { gettingStarted as shape } from '../zh-CN/getting-started.ts';

export const gettingStarted: typeof shape = {
  title: 'Getting started',
  note: (done, of) => `${done} of ${of} done; the rest can wait`,
  done: 'Done',
  open: 'Not done yet',
  steps: {
    prices: {
      name: 'Price list',
      why: 'With your goods and prices in, just scan to sell.',
      act: 'Import',
    },
    staff: {
      name: 'Staff',
      why: 'Each has a PIN, so you see who took what.',
      act: 'Add',
    },
    print: {
      name: 'Test page',
      why: 'Print one and see; without a printer it is shown on screen (under Receipts).',
      act: 'Print one',
    },
    practise: {
      name: 'Practise a sale',
      why: 'Your real prices, no real money; a hint at each step.',
      act: 'Practise',
    },
    printer: {
      name: 'Printer',
      why: 'Connect one, and customers get their receipt on paper.',
      act: 'Set up',
    },
    codes: {
      name: 'Payment codes',
      why: "Once set up, scan WeChat Pay and Alipay; for now cash or the shop's own code.",
      act: 'Set up',
    },
  },
  inList: items => `${items} ${items === 1 ? 'item' : 'items'} in the list`,
  importAgain: 'Import again',
  staffName: "Cashier's name",
  hired: (name, pin) => `The PIN of ${name} is ${pin}: please tell them`,
  start: 'Start selling',
  onHome: (done, of) => `Getting started ${done}/${of}`,
  look: 'Have a look',
  hide: 'Hide',
};
