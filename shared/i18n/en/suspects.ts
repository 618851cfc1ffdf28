import type { Suspect } from '../../domain/shift/detective.ts';
import type { Formats } from '../format.ts';
import type { CauseSentences } from '../index.ts';
import type { suspects as shape } from '../zh-CN/suspects.ts';

type Hint = Pick<Suspect, 'about' | 'at' | 'by' | 'amount'>;
const when = ({ at, by }: Hint, format: Formats) => `${at === null ? '' : `${format.time(at)} `}${by}`.trim();

const causes: CauseSentences = {
  'cash-was-code': (hint, format) => ({
    what: `${hint.about} was booked as ${format.amount(hint.amount)} cash (${when(hint, format)}); the customer may have paid by code`,
    todo: 'Look for the same amount at that time at the provider.',
  }),
  'code-was-cash': (hint, format) => ({
    what: `${hint.about} was booked as ${format.amount(hint.amount)} by code (${when(hint, format)}); cash may have been paid as well`,
    todo: 'The provider has confirmed the payment: look at the camera, cash may have to go back.',
  }),
  'unverified-was-cash': (hint, format) => ({
    what: `${hint.about} was booked as ${format.amount(hint.amount)} by the shop code (${when(hint, format)}); it may have been cash`,
    todo: 'Look for it in the statement; if it is not there, it was cash.',
  }),
  'code-refunded-in-cash': (hint, format) => ({
    what: `${hint.about}: ${format.amount(hint.amount)} should have gone back by code (${when(hint, format)}); it may have been given in cash`,
    todo: 'Ask who did it, and whether the refund by code has gone out too.',
  }),
  'change-not-given': (hint, format) => ({
    what: `${hint.about}: ${format.amount(hint.amount)} of change (${when(hint, format)}) may not have been given`,
    todo: 'Look at the camera; if the customer comes back, give it by the receipt.',
  }),
  'change-given-twice': (hint, format) => ({
    what: `${hint.about}: ${format.amount(hint.amount)} of change (${when(hint, format)}) may have been given twice`,
    todo: 'Look at the camera at that time.',
  }),
  'moved-but-not-booked-right': (hint, format) => ({
    what: `"${hint.about}", ${format.amount(hint.amount)} (${when(hint, format)}), is just the difference`,
    todo: 'Was it booked and not done, done twice, or booked the wrong way?',
  }),
  'factor-ten': (hint, format) => ({
    what: `"${hint.about}", ${format.amount(hint.amount)} (${when(hint, format)}), may have a nought too many or too few`,
    todo: 'Compare it with its paper.',
  }),
  'digits-swapped': (hint, format) => ({
    what: `"${hint.about}", ${format.amount(hint.amount)} (${when(hint, format)}), may have two digits swapped`,
    todo: 'Compare it with its paper.',
  }),
  'voided-after-paying': (hint, format) => ({
    what: `${when(hint, format)} gave up ${format.amount(hint.amount)}; the customer may have paid in cash`,
    todo: 'Look at the camera: did the goods leave?',
  }),
  'other-drawer': hint => ({
    what: `Drawer ${hint.about} is off by the same the other way`,
    todo: 'Money may lie in the wrong drawer: count both together.',
  }),
  'shift-before': () => ({
    what: 'It is the difference of the shift before, or of the opening',
    todo: 'The shift before may have counted or left wrongly: compare its Z.',
  }),
  'drawer-opened': (hint, format) => ({
    what: `${when(hint, format)} opened the drawer without a sale`,
    todo: 'Ask why, and look at the camera.',
  }),
};

export const suspects: typeof shape = {
  title: 'Possible causes',
  none: 'Nothing explains just this difference',
  noneTodo: 'Check the count, the change given, and cash that was moved without being booked.',
  explain: 'Explain it',
  cause: 'Cause',
  note: 'Note (who looked, what was found)',
  settled: { open: 'Waits for the statement', done: 'Settled' },
  state: 'State',
  saved: 'Noted',
  open: 'To be reconciled',
  closed: name => `Settled: ${name}`,
  causes,
  names: {
    'cash-was-code': 'Code booked as cash',
    'code-was-cash': 'Cash booked as code',
    'unverified-was-cash': 'Cash booked as shop code',
    'code-refunded-in-cash': 'Refunded in cash, not by code',
    'change-not-given': 'Change not given',
    'change-given-twice': 'Change given twice',
    'moved-but-not-booked-right': 'Cash moved, not booked right',
    'factor-ten': 'A nought too many or too few',
    'digits-swapped': 'Digits swapped',
    'voided-after-paying': 'Given up after paying',
    'other-drawer': 'In the wrong drawer',
    'shift-before': 'From the shift before',
    'drawer-opened': 'Drawer opened without sale',
    other: 'Other, or not known',
  },
};
