import type { gettingStarted as shape } from '../zh-CN/getting-started.ts';

export const gettingStarted: typeof shape = {
  title: 'Getting started',
  note: (done, of) => `${done} of ${of} done; all of it can wait`,
  done: 'Done',
  open: 'Not done yet',
  steps: {
    prices: {
      name: 'Price list',
      why: 'Import your goods and prices, then just scan to sell.',
      act: 'Import',
    },
    staff: {
      name: 'Staff',
      why: 'Each cashier has a PIN, so you can see who took each payment.',
      act: 'Add',
    },
    print: {
      name: 'Test page',
      why: 'Print one and see; without a printer it is shown on screen (under Receipts).',
      act: 'Print one',
    },
    practise: {
      name: 'Practise a sale',
      why: 'Real prices, practice money, nothing that counts; with a hint at each step.',
      act: 'Practise',
    },
    printer: {
      name: 'Printer',
      why: 'Connect one, and customers get their receipt on paper.',
      act: 'Set up',
    },
    codes: {
      name: 'Payment codes',
      why: "Take customers' payment codes; now only cash and the shop's own code.",
      act: 'Set up',
    },
  },
  staffName: "Cashier's name",
  hired: (name, pin) => `The PIN of ${name} is ${pin}: please tell them`,
  start: 'Start selling',
  onHome: (done, of) => `Getting started ${done}/${of}`,
  look: 'Have a look',
  hide: 'Hide',
};
