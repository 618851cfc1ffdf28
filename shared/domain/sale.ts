import { assert } from '../lib/assert.ts';
import type { Brand } from '../lib/brand.ts';
import type { CartId } from './cart.ts';
import { type Minor, minor, sum } from './money.ts';
import type { AttemptId } from './payment/payment.ts';
import type { LineSums, PricedCart, PricedLine } from './pricing.ts';
import type { TaxMode } from './tax.ts';
import type { Wallet } from './wallet-codes.ts';

export type SaleId = Brand<string, 'SaleId'>;
export type ShiftId = Brand<string, 'ShiftId'>;
export type StaffId = Brand<string, 'StaffId'>;

/**
 * How a sale was settled. `amount` is what counts towards the due sum; what was handed over and given
 * back stand apart, so that no report can count the tendered sum as takings. Only cash gives change.
 */
export type Tender =
  | MoneyTender
  /** Goods that came back pay for others (换货): `of` is whose money it is, so that it goes back as it came. */
  | (Sums & {
      readonly kind: 'exchange';
      readonly refund: { readonly number: number; readonly receipt: string };
      readonly of: readonly TenderShare[];
    });

type Sums = {
  readonly id: string;
  readonly amount: Minor;
  readonly given: Minor;
  readonly change: Minor;
};

/** A tender by which money came. */
export type MoneyTender = Sums &
  (
    | { readonly kind: 'cash' }
    /** A customer's payment code, verified by the provider. */
    | {
        readonly kind: 'code';
        readonly wallet: Wallet;
        readonly channel: string;
        readonly attempt: AttemptId;
        readonly order: string;
        readonly providerNumber: string | null;
      }
    /** The shop's own static code: unverified (待核实) until a statement proves it. `heard`: what the cashier went by. */
    | { readonly kind: 'store-code'; readonly heard: string }
  );

/** A part of a tender's money. */
export type TenderShare = { readonly tender: MoneyTender; readonly amount: Minor };
export type TenderKind = Tender['kind'];

/** A finished sale: names, prices and tax as sold. It is never edited; voids and refunds are new facts that point at it. */
export type Sale = LineSums & {
  readonly id: SaleId;
  readonly cart: CartId;
  /** Gap-free per till, from 1. */
  readonly number: number;
  /** As printed: short till label and number. */
  readonly receipt: string;
  readonly shift: ShiftId;
  readonly cashier: StaffId;
  /** Wall clock, ms; a label. */
  readonly at: number;
  readonly offline: boolean;
  readonly training: boolean;
  readonly currency: string;
  readonly taxMode: TaxMode;
  readonly lines: readonly PricedLine[];
  /** What cash rounding (抹零) added to net and tax; negative when rounded down. */
  readonly rounding: Minor;
  /** `net + tax + rounding`: what was paid. */
  readonly total: Minor;
  readonly tenders: readonly Tender[];
  readonly change: Minor;
};

export type SaleHead = Pick<
  Sale,
  | 'id'
  | 'cart'
  | 'number'
  | 'receipt'
  | 'shift'
  | 'cashier'
  | 'at'
  | 'offline'
  | 'training'
  | 'currency'
  | 'taxMode'
>;

/** Seals a priced cart into a sale; asserts that tenders cover it to the fen, rounded for cash or not. */
export function sealSale(
  head: SaleHead,
  priced: PricedCart,
  rounding: Minor,
  tenders: readonly Tender[],
): Sale {
  const { due, ...money } = priced;
  const total = minor(due + rounding);
  assert(sum(tenders.map(tender => tender.amount)) === total, 'tenders settle the sale exactly');
  assert(
    rounding === 0 || tenders.some(tender => tender.kind === 'cash'),
    'only what is paid in cash is rounded',
  );
  assert(
    tenders.every(tender => tender.given - tender.change === tender.amount && tender.change >= 0),
    'what was given less the change is what was paid',
  );
  return {
    ...head,
    ...money,
    rounding,
    total,
    tenders,
    change: minor(tenders.reduce((all, each) => all + each.change, 0)),
  };
}

/** Till label `1`, sale 123 -> `1-000123`: what is printed, said over the phone and scanned for a refund. */
export const receiptNumber = (tillLabel: string, number: number): string =>
  `${tillLabel}-${String(number).padStart(6, '0')}`;

/** Reads `1-000123` as it is printed, or its digits alone (`label` null); undefined for any other text. */
export function parseReceipt(
  text: string,
): { readonly label: string | null; readonly digits: string } | undefined {
  const match = /^(?:([0-9A-Z]{1,4})-)?(\d{1,12})$/i.exec(text);
  return match ? { label: match[1]?.toUpperCase() ?? null, digits: match[2]! } : undefined;
}

/** Has the shape of the code on a receipt. */
export const looksLikeReceipt = (text: string): boolean => /^[0-9A-Z]{1,4}-\d{6,12}$/.test(text);
