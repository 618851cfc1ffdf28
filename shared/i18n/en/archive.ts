import { key } from '../keys-in-words.ts';
import type { archive as shape } from '../zh-CN/archive.ts';

export const archive: typeof shape = {
  title: 'Shifts and days',
  search: 'Find: date, Z number or person',
  none: 'Nothing found',
  open: 'open',
  sales: count => `${count} ${count === 1 ? 'sale' : 'sales'}`,
  hours: (from, to) => (to === null ? `since ${from}` : `${from}–${to}`),
  older: 'Older',
  choose: 'Choose',
  shiftReport: 'The shift',
  dayReport: 'Day close',
  noDay: 'This day has not been closed',
  closeDay: day => `Close ${day}`,
  openDays: count => `${count} ${count === 1 ? 'day is' : 'days are'} not closed`,
  confirmTitle: day => `Close ${day}?`,
  confirm: "All its shifts are closed. It can't be changed afterwards; later sales belong to the next day.",
  closed: day => `${day} is closed`,
  verdict: { even: 'exact', over: 'over', short: 'short' },
  help: [
    ['Type', 'find by date (11-28), Z number (Z12) or person'],
    ['↑ ↓', 'choose a shift; its report is at the right'],
    ['PgUp PgDn', 'turn the report'],
    [key('choice-1'), 'older shifts'],
    [key('print'), 'print the X or Z once more'],
    [key('swap'), 'the close of its day'],
    [key('choice-2'), 'explain the difference: cause, note, settled or not'],
    [key('close-shift'), 'close the oldest open day; on a drawer that was set aside, count it'],
  ],
};
