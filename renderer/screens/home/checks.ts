import type { PayingView } from '../../../shared/contract/paying.ts';
import type { PrintJobView } from '../../../shared/contract/printing.ts';
import type { DeviceHealth } from '../../../shared/contract/setup.ts';
import type { ShiftDesk, ShiftRow, ShiftView } from '../../../shared/contract/shifts.ts';
import type { SyncView } from '../../../shared/contract/syncing.ts';
import { minor } from '../../../shared/domain/money.ts';
import type { Place } from '../../app/navigation.ts';
import type { Words } from '../../kit/words.tsx';

/** `look`: somebody should know. `act`: somebody should do something now. */
export type Level = 'ok' | 'look' | 'act';
export type Check = {
  readonly name: string;
  readonly level: Level;
  readonly says: string;
  readonly leadsTo: Place;
};

/** All that the manager's home looks at, as the core tells it. */
export type Seen = {
  readonly shift: ShiftView | null;
  readonly desk: ShiftDesk;
  readonly rows: readonly ShiftRow[];
  readonly paying: Pick<PayingView, 'onDesk'>;
  readonly sync: SyncView;
  readonly printer: DeviceHealth;
  readonly jobs: readonly PrintJobView[];
  readonly heldCarts: number;
};

/** How the shop is, thing by thing, in the order in which a manager asks. */
export const checksOf = (seen: Seen, words: Words): readonly Check[] => [
  drawerCheck(seen, words),
  varianceCheck(seen, words),
  dayCheck(seen, words),
  paymentsCheck(seen, words),
  uploadsCheck(seen, words),
  printerCheck(seen, words),
  journalCheck(seen, words),
  heldCheck(seen, words),
];

function drawerCheck({ shift }: Seen, { t }: Words): Check {
  const { name, ok, full } = t.home.drawer;
  return shift?.drawerFull
    ? { name, level: 'look', says: full, leadsTo: 'cash' }
    : { name, level: 'ok', says: ok, leadsTo: 'cash' };
}

/** The newest difference that nobody has settled; older ones stand behind it in the archive. */
function varianceCheck({ rows }: Seen, { t, format }: Words): Check {
  const { name, ok, last } = t.home.variance;
  const row = rows.find(
    ({ variance, explained }) => variance !== null && variance !== 0 && !explained?.settled,
  );
  if (!row || row.variance === null) return { name, level: 'ok', says: ok, leadsTo: 'archive' };
  const word = row.variance > 0 ? t.report.over : t.report.short;
  const says = last(row.z ?? 0, word, format.amount(minor(Math.abs(row.variance))));
  return { name, level: row.explained ? 'look' : 'act', says, leadsTo: 'archive' };
}

/** Today's trade may well be open; a day that is over should be closed. */
function dayCheck({ shift, desk }: Seen, { t }: Words): Check {
  const { name, ok, open, over } = t.home.day;
  if (shift?.dayIsOver) return { name, level: 'act', says: over(shift.day), leadsTo: 'close-shift' };
  const past = desk.openDays.filter(day => day < desk.today);
  return past.length > 0
    ? { name, level: 'act', says: open(past.join(' ')), leadsTo: 'archive' }
    : { name, level: 'ok', says: ok, leadsTo: 'archive' };
}

function paymentsCheck({ paying }: Seen, { t }: Words): Check {
  const { name, ok, open } = t.home.payments;
  return paying.onDesk > 0
    ? { name, level: 'act', says: open(paying.onDesk), leadsTo: 'desk' }
    : { name, level: 'ok', says: ok, leadsTo: 'desk' };
}

function uploadsCheck({ sync }: Seen, { t, format }: Words): Check {
  const { name, ok, standalone, waiting, under, aside } = t.home.uploads;
  const leadsTo = 'syncing';
  if (sync.setAside.length > 0) return { name, level: 'act', says: aside(sync.setAside.length), leadsTo };
  if (sync.link === 'not-enrolled') return { name, level: 'ok', says: standalone, leadsTo };
  if (sync.waitingRows === 0) return { name, level: 'ok', says: ok, leadsTo };
  if (sync.link === 'online') return { name, level: 'ok', says: under(sync.waitingRows), leadsTo };
  return { name, level: 'look', says: waiting(sync.waitingRows, format.dayTime(sync.since)), leadsTo };
}

function printerCheck({ printer, jobs }: Seen, { t }: Words): Check {
  const { name, ok, blocked, trouble } = t.home.printer;
  const stuck = jobs.filter(job => ['blocked', 'failed', 'uncertain'].includes(job.state)).length;
  if (stuck > 0) return { name, level: 'act', says: blocked(stuck), leadsTo: 'receipts' };
  return printer.state === 'trouble'
    ? { name, level: 'act', says: trouble, leadsTo: 'receipts' }
    : { name, level: 'ok', says: ok, leadsTo: 'receipts' };
}

function journalCheck({ sync: { journalFault } }: Seen, { t }: Words): Check {
  const { name, ok, broken } = t.home.journal;
  return journalFault
    ? { name, level: 'act', says: broken(journalFault.seq), leadsTo: 'syncing' }
    : { name, level: 'ok', says: ok, leadsTo: 'syncing' };
}

function heldCheck({ heldCarts }: Seen, { t }: Words): Check {
  const { name, ok, open } = t.home.held;
  return heldCarts > 0
    ? { name, level: 'look', says: open(heldCarts), leadsTo: 'held' }
    : { name, level: 'ok', says: ok, leadsTo: 'held' };
}
