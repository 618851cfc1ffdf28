import type { LossMeasure } from '../../contract/reports.ts';
import type { ReportId } from '../../domain/report.ts';
import type { TenderName, TicketKind } from '../../domain/ticket.ts';
import { key } from '../keys-in-words.ts';
import type { reports as shape } from '../zh-CN/reports.ts';
import { wallets } from './wallets.ts';

const tenders: Readonly<Record<TenderName, string>> = {
  cash: 'Cash',
  ...wallets,
  'store-code': 'Store code',
  exchange: 'Exchange credit',
};
const kinds: Readonly<Record<TicketKind, string>> = {
  sale: 'Sale',
  refund: 'Refund',
  void: 'Sale undone',
  'without-receipt': 'Refund, no receipt',
};
const titles: Readonly<Record<ReportId, string>> = {
  today: 'A day',
  losses: 'Loss prevention',
  tickets: 'Tickets',
};
const measures: Readonly<Record<LossMeasure, string>> = {
  voids: 'Removed and voided',
  openings: 'Drawer without sale',
  refunds: 'Refunds',
  discounts: 'Discounts',
};

export const reports: typeof shape = {
  title: 'Reports',
  titles,
  kinds,
  tenders,
  measures,
  columns: {
    hour: 'Hour',
    tickets: 'Tickets',
    takings: 'Takings',
    lastWeek: 'Week before',
    cashier: 'Cashier',
    voids: 'Removed',
    voidsAmount: 'Removed, sum',
    openings: 'Drawer',
    refunds: 'Refunds',
    refundsAmount: 'Refunded',
    discounts: 'Discounts',
    discountsAmount: 'Discounted',
    standsOut: 'Note',
    receipt: 'Receipt',
    kind: 'Kind',
    at: 'Time',
    pieces: 'Pieces',
    gross: 'Gross',
    discount: 'Discount',
    net: 'Net',
    tax: 'Tax',
    total: 'Total',
    ...tenders,
  },
  words: { ...kinds, out: 'High' },
  sum: 'Total',
  hour: hour => `${String(hour).padStart(2, '0')}:00`,
  days: (from, to) => (from === to ? from : `${from} to ${to}`),

  tabs: { today: 'Day', losses: 'Losses', tickets: 'Tickets' },
  keys: {
    day: 'Day before / after',
    period: 'Period before / after',
    choose: 'Choose',
    find: 'Find by digits',
  },
  length: days => (days === 1 ? '1 day' : `${days} days`),
  asTable: 'Table',
  asPicture: 'Picture',
  print: 'Print',
  printed: 'Sent to the printer',
  csv: 'CSV',
  workbook: 'Excel',
  saved: name => `Saved: ${name}`,
  collecting: (done, all) => `Saving ${done} of ${all} rows`,
  nothing: 'Nothing on these days',
  nothingNote: 'Press ← for the day before.',
  day: {
    takings: 'Takings',
    takingsNote: 'Sales less refunds',
    sales: 'Sales',
    basket: 'Average sale',
    pieces: 'Pieces',
    refunds: 'Refunds',
    discounts: 'Discounts',
    lastWeek: (date, amount) => `Week before, ${date}: ${amount}`,
    hours: 'By the hour',
    thisDay: 'This day',
    weekBefore: 'Week before',
    tenders: 'Paid by',
    times: count => `${count}×`,
    chart: (best, amount) =>
      `Takings of each hour. The best is ${best} with ${amount}. ${key('swap')} shows the table.`,
  },
  losses: {
    rule: (count, times, peers) =>
      `High means at least ${count} times, and more than ${times} times the middle of the other rates per 100 tickets, with at least ${peers} others to compare. It says where to look, not that something is wrong.`,
    rate: perHundred => `${perHundred} per 100`,
    peers: perHundred => `others ${perHundred}`,
    alone: 'nobody to compare',
    out: 'High',
  },
  ticket: {
    search: 'Last digits, or amount',
    all: 'All',
    kind: 'Kind',
    tender: 'Paid by',
    cashier: 'Cashier',
    kinds: { sale: 'Sales', refund: 'Refunds' },
    found: (count, total) => `${count} tickets, ${total}`,
    none: 'No ticket like that',
    noneNote: 'Try another day, or clear with Backspace.',
    of: 'Refund of',
    reason: 'Reason',
    offline: 'Offline',
    discount: 'Discount',
    tax: 'Tax',
    total: 'Due',
    back: 'Given back',
    given: 'Given',
    change: 'Change',
    order: 'Order',
    writtenOff: 'written off',
  },
};
