import type { Brand } from '../lib/brand.ts';
import type { Minor } from './money.ts';
import type { AttemptId } from './payment/payment.ts';
import type { RefundId } from './payment/refund.ts';
import type { LineSums, PricedLine } from './pricing.ts';
import type { Quantity } from './quantity.ts';
import type { SaleId, ShiftId, StaffId, TenderShare } from './sale.ts';
import type { TaxMode } from './tax.ts';
import type { Wallet } from './wallet-codes.ts';

export type SaleRefundId = Brand<string, 'SaleRefundId'>;

/** A part of a sale's line that came back: its id, names, prices and tax are those of the sale, its amounts a share of them. */
export type RefundedLine = PricedLine & {
  /** Where the goods went: back on the shelf, or written off (报损). */
  readonly goods: GoodsBack;
  /** How much was sold on the line, so that no more can ever come back; see the table `refunded_lines`. */
  readonly sold: Quantity;
};
export type GoodsBack = 'stock' | 'written-off';

/**
 * One way in which the customer got money back. `tender`: the tender of the sale whose money it is, so that it
 * can't go back twice; cash may stand for a wallet's. Null where there is no sale.
 */
export type MoneyBack = { readonly id: string; readonly amount: Minor; readonly tender: string | null } & (
  | { readonly kind: 'cash' }
  /** Through the channel that took it; `refund` is the one under way at the provider. */
  | {
      readonly kind: 'code';
      readonly wallet: Wallet;
      readonly channel: string;
      readonly attempt: AttemptId;
      readonly order: string;
      readonly refund: RefundId;
    }
  /** By hand in the merchant's app of the shop's own code. */
  | { readonly kind: 'store-code' }
  /** Not yet: it pays for other goods (换货). `of`: whose money it is, in the order in which it would go back. */
  | { readonly kind: 'exchange'; readonly of: readonly TenderShare[] }
);
export type MoneyBackKind = MoneyBack['kind'];

/** Till label `1`, refund 7 -> `1-R000007`: a series of its own, so that no gap among the receipts has to be explained. */
export const refundReceipt = (tillLabel: string, number: number): string =>
  `${tillLabel}-R${String(number).padStart(6, '0')}`;

/**
 * Goods that came back, and what the customer got for them: a mirror of the stored sale, never priced again.
 * Every amount is positive and counts against the shop. `void` undoes the last sale as a whole;
 * `without-receipt` points at no sale.
 */
export type SaleRefund = LineSums & {
  readonly id: SaleRefundId;
  readonly kind: 'refund' | 'void' | 'without-receipt';
  /** Gap-free per till, from 1, in a series of its own. */
  readonly number: number;
  /** As printed. */
  readonly receipt: string;
  readonly sale: {
    readonly id: SaleId;
    readonly number: number;
    readonly receipt: string;
    /** Which other till of the shop sold it; null for this one. */
    readonly till: string | null;
  } | null;
  readonly shift: ShiftId;
  readonly cashier: StaffId;
  /** Wall clock, ms; a label. */
  readonly at: number;
  readonly offline: boolean;
  readonly training: boolean;
  readonly currency: string;
  readonly taxMode: TaxMode;
  readonly reason: string;
  readonly lines: readonly RefundedLine[];
  /** The share of the sale's cash rounding (抹零); negative when it was rounded down. */
  readonly rounding: Minor;
  /** `net + tax + rounding`: what went back. */
  readonly total: Minor;
  readonly back: readonly MoneyBack[];
};
