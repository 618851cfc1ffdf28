import { expect, test } from 'vitest';
import type { ShiftRow, ShiftView } from '../../../shared/contract/shifts.ts';
import type { BusinessDay } from '../../../shared/domain/business-day.ts';
import { minor } from '../../../shared/domain/money.ts';
import type { ShiftId, StaffId } from '../../../shared/domain/sale.ts';
import { formatsFor } from '../../../shared/i18n/format.ts';
import { messagesOf } from '../../../shared/i18n/messages.ts';
import { checksOf, type Seen } from './checks.ts';

const today = '2026-11-28' as BusinessDay;
const yesterday = '2026-11-27' as BusinessDay;
const words = {
  t: messagesOf('en'),
  format: formatsFor('en', 'CNY', 'UTC'),
  language: 'en',
  currency: 'CNY',
  cap: (act: string) => act,
} as const;

const shift: ShiftView = {
  id: 's1' as ShiftId,
  drawer: 'main',
  day: today,
  dayIsOver: false,
  cashier: 'a' as StaffId,
  openedAt: 0,
  openedBy: 'Ann',
  float: minor(200),
  sales: 0,
  drawerFull: false,
};
const closed: ShiftRow = {
  shift: 's0' as ShiftId,
  z: 7,
  day: yesterday,
  drawer: 'main',
  by: 'Ann',
  openedAt: 0,
  closedAt: 1,
  sales: 3,
  total: minor(900),
  variance: minor(-1800),
  explained: null,
};
const fine: Seen = {
  shift,
  desk: {
    today,
    drawers: [],
    others: [],
    openDays: [today],
    rules: { cutOffHour: 0, tolerance: minor(500), drawerLimit: minor(200_000), drawers: [] },
  },
  rows: [],
  paying: { onDesk: 0 },
  sync: {
    link: 'online',
    since: 0,
    reason: null,
    gateway: 'g',
    waitingRows: 0,
    waitingSales: 0,
    lastSentAt: 0,
    setAside: [],
    journalFault: null,
  },
  printer: { state: 'ready', reason: null },
  jobs: [],
  heldCarts: 0,
};

/** What is not all right, by the place that its key leads to. */
const wrong = (seen: Partial<Seen>) =>
  checksOf({ ...fine, ...seen }, words)
    .filter(check => check.level !== 'ok')
    .map(({ leadsTo, level, says }) => ({ leadsTo, level, says }));

test('nothing is amiss in a shop where all is well, and today may be open', () => {
  expect(wrong({})).toEqual([]);
});

test('a difference wants an act until it is explained, a look until it is settled, and nothing after', () => {
  const says = 'Z7 Short ¥18.00, to be reconciled';
  const explained = { cause: 'other', note: '', settled: false };
  expect(wrong({ rows: [closed] })).toEqual([{ leadsTo: 'archive', level: 'act', says }]);
  expect(wrong({ rows: [{ ...closed, explained }] })).toEqual([{ leadsTo: 'archive', level: 'look', says }]);
  expect(wrong({ rows: [{ ...closed, explained: { ...explained, settled: true } }] })).toEqual([]);
});

test('a day that is over leads to its shift while that is open, and to the archive once it is not', () => {
  expect(wrong({ shift: { ...shift, day: yesterday, dayIsOver: true } })).toMatchObject([
    { leadsTo: 'close-shift', level: 'act' },
  ]);
  expect(wrong({ desk: { ...fine.desk, openDays: [yesterday, today] } })).toEqual([
    { leadsTo: 'archive', level: 'act', says: 'Not closed: 2026-11-27' },
  ]);
});

test('rows on their way are fine, rows that wait without a link want a look, rows that can’t be used an act', () => {
  const waiting = { ...fine.sync, waitingRows: 4 };
  expect(wrong({ sync: waiting })).toEqual([]);
  expect(wrong({ sync: { ...waiting, link: 'offline' } })).toMatchObject([
    { leadsTo: 'syncing', level: 'look' },
  ]);
  expect(wrong({ sync: { ...waiting, setAside: [{ seq: 3, reason: 'x' }] } })).toMatchObject([
    { leadsTo: 'syncing', level: 'act' },
  ]);
});

test('each other thing that is amiss is told by itself', () => {
  expect(wrong({ shift: { ...shift, drawerFull: true } })).toMatchObject([{ leadsTo: 'cash' }]);
  expect(wrong({ paying: { onDesk: 2 } })).toMatchObject([{ leadsTo: 'desk', level: 'act' }]);
  expect(wrong({ printer: { state: 'trouble', reason: null } })).toMatchObject([{ leadsTo: 'receipts' }]);
  expect(wrong({ heldCarts: 1 })).toMatchObject([{ leadsTo: 'held', level: 'look' }]);
  expect(wrong({ sync: { ...fine.sync, journalFault: { seq: 9, how: 'changed' } } })).toMatchObject([
    { leadsTo: 'syncing', level: 'act' },
  ]);
});
