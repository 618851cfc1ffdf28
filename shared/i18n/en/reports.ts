import type { LossMeasure } from '../../contract/reports.ts';
import type { ReportId } from '../../domain/report.ts';
import type { TenderName, TicketKind } from '../../domain/ticket.ts';
import type { reports as shape } from '../zh-CN/reports.ts';
import { wallets } from './wallets.ts';

const tenders: Readonly<Record<TenderName, string>> = {
  cash: 'Cash',
  ...wallets,
  'store-code': 'Store code',
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
  words: { ...kinds, out: 'stands out' },
  sum: 'Total',
  hour: hour => `${String(hour).padStart(2, '0')}:00`,
  days: (from, to) => (from === to ? from : `${from} to ${to}`),
};
