import type { Minor } from './money.ts';
import type { ShiftId, StaffId } from './sale.ts';
import type { SaleRefund } from './sale-refund.ts';
import type { Wallet } from './wallet-codes.ts';

/** What money came or went through: cash, the shop's own code, a customer's wallet, or goods that were exchanged. */
export type TenderName = 'cash' | 'store-code' | 'exchange' | Wallet;
/** In the order in which they are listed everywhere. */
export const tenderNames: readonly TenderName[] = [
  'cash',
  'wechat',
  'alipay',
  'unionpay',
  'ecny',
  'store-code',
  'exchange',
];

export type TicketKind = 'sale' | SaleRefund['kind'];

/**
 * One sale or refund in a small row, as lists and sums need it; the whole of it is the fact at `seq`. All
 * amounts and pieces of a refund are negative: the sum of any rows is what the shop has.
 */
export type Ticket = {
  /** Its place in the journal, and the order of tickets; `at` is a label. */
  readonly seq: number;
  readonly kind: TicketKind;
  readonly number: number;
  readonly receipt: string;
  readonly shift: ShiftId;
  readonly cashier: StaffId;
  /** Wall clock, ms. */
  readonly at: number;
  readonly pieces: number;
  readonly gross: Minor;
  readonly discount: Minor;
  readonly net: Minor;
  readonly tax: Minor;
  readonly total: Minor;
  /** What was applied to the sum due, never what was handed over. */
  readonly tenders: Readonly<Partial<Record<TenderName, Minor>>>;
  readonly offline: boolean;
};
