import { key } from '../keys-in-words.ts';
import type { home as shape } from '../zh-CN/home.ts';

export const home: typeof shape = {
  title: 'Shop status',
  fine: 'Everything is all right',
  notFine: count => `${count} ${count === 1 ? 'thing needs' : 'things need'} attention`,
  chip: count => `To check ${count}`,
  choose: 'Press a number to go there',
  levels: { ok: 'fine', look: 'have a look', act: 'act' },
  today: 'Today so far',
  sales: count => `${count} ${count === 1 ? 'sale' : 'sales'}`,
  day: {
    name: 'Day close',
    ok: 'All days are closed off',
    open: days => `Not closed: ${days}`,
    over: day => `A shift of ${day} is still open`,
  },
  drawer: { name: 'Drawer', ok: 'Cash below the limit', full: 'A lot of cash: move some to the safe' },
  variance: {
    name: 'Differences',
    ok: 'No open differences',
    last: (z, word, amount) => `Z${z} ${word} ${amount}, to be reconciled`,
  },
  payments: { name: 'Payments', ok: 'None need attention', open: count => `${count} on the desk` },
  uploads: {
    name: 'Upload',
    ok: 'Everything is uploaded',
    standalone: 'Standalone, nothing to upload',
    waiting: (count, since) => `${count} waiting, no link since ${since}`,
    under: count => `${count} on their way`,
    aside: count => `${count} the gateway could not use`,
  },
  printer: {
    name: 'Printing',
    ok: 'Nothing waiting to print',
    blocked: count => `${count} not printed`,
    trouble: 'The printer has trouble',
  },
  journal: { name: 'Journal', ok: 'Complete', broken: row => `Row ${row} does not hold` },
  held: { name: 'Held sales', ok: 'None', open: count => `${count} on hold` },
  help: [
    ['Number', 'go there'],
    [`${key('choice-1')} · ${key('choice-2')}`, 'Getting started: have a look · hide it'],
    ['Sign and word', '✓ fine, △ have a look, ✕ act'],
    ['Esc', 'back to selling'],
  ],
};
