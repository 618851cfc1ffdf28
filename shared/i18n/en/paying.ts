import type { paying as shape } from '../zh-CN/paying.ts';

export const paying: typeof shape = {
  title: 'Take cash',
  due: 'Due',
  given: 'Given',
  change: 'Change',
  missing: 'Missing',
  typeHint: 'Type what you got, or press a note. Enter is exact',
  take: 'Take cash',
  takeExact: 'Exact cash',
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
