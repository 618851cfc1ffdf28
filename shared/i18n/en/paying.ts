import type { paying as shape } from '../zh-CN/paying.ts';

export const paying: typeof shape = {
  title: 'Take cash',
  due: 'Due',
  given: 'Given',
  change: 'Change',
  missing: 'Missing',
  typeHint: 'Type the cash you got, or press a note; Enter if it is exact',
  take: 'Take the money',
  takeExact: 'Exact amount',
  confirmTake: 'Yes, take it',
  notes: 'The customer gave',
  goods: pieces => (pieces === 1 ? '1 piece' : `${pieces} pieces`),
  changedTitle: 'The goods have changed; back on the list',
  changedTodo: 'Check the new total, then press F9.',
  done: {
    title: 'Paid',
    change: 'Change',
    noChange: 'Exact, no change',
    given: 'Given',
    total: 'Due',
    receipt: 'Receipt',
    next: "Just scan the next customer's goods",
    nextKey: 'Next',
    drawer: 'Drawer',
  },
};
