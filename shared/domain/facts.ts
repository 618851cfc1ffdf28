import type { Cart, CartId, CartLine } from './cart.ts';
import type { Minor } from './money.ts';
import type { Doubt } from './payment/answer.ts';
import type { AttemptId, IntentId, PaymentState } from './payment/payment.ts';
import type { Refund, RefundId } from './payment/refund.ts';
import type { Role } from './roles.ts';
import type { Sale, SaleId, ShiftId, StaffId } from './sale.ts';
import type { TaxMode } from './tax.ts';
import type { Wallet } from './wallet-codes.ts';

/**
 * Every kind of fact a journal can hold, and what its body says. A body is never changed once a release
 * has written it: a new shape is a new kind. Personal data is not in it (see `JournalRecord`).
 */
export type Facts = {
  'epoch-started': { readonly reason: 'first-start' | 'restore'; readonly software: string };
  'setup-completed': {
    readonly language: string;
    readonly country: string;
    readonly currency: string;
    readonly taxMode: TaxMode;
    readonly training: 'no' | 'demo' | 'country';
    readonly shop: {
      readonly name: string;
      readonly branch: string;
      readonly address: string;
      readonly phone: string;
    };
  };
  'setting-changed': { readonly setting: string; readonly before: unknown; readonly after: unknown };
  /** Personal: `name`, `pin` (an argon2id hash). */
  'staff-added': { readonly staff: StaffId; readonly role: Role };
  /** A PIN set anew. Personal: `name`, `pin`, told again, so that the earlier row can be erased. */
  'pin-set': { readonly staff: StaffId };
  'signed-in': { readonly staff: StaffId };
  /** Without a PIN, because the key to check it with was lost; with a cashier's rights whoever it is. */
  'signed-in-unproved': { readonly staff: StaffId };
  'signed-out': { readonly staff: StaffId };
  'sign-in-failed': { readonly staff: StaffId; readonly locked: boolean };
  'approval-given': {
    readonly approval: string;
    readonly by: StaffId;
    readonly word: string;
    readonly subject: string;
  };
  'approval-used': { readonly approval: string; readonly word: string };
  'shift-opened': { readonly shift: ShiftId; readonly cashier: StaffId; readonly float: Minor };
  'shift-closed': { readonly shift: ShiftId; readonly expected: Minor; readonly counted: Minor };
  'drawer-opened': { readonly shift: ShiftId | null; readonly reason: string };
  'line-removed': { readonly cart: CartId; readonly shift: ShiftId; readonly line: CartLine };
  'cart-held': {
    readonly cart: CartId;
    readonly shift: ShiftId;
    readonly label: string;
    readonly pieces: number;
    readonly due: Minor;
  };
  'cart-recalled': { readonly cart: CartId; readonly shift: ShiftId };
  /** As held, with a payment under way. */
  'cart-parked': {
    readonly cart: CartId;
    readonly shift: ShiftId;
    readonly label: string;
    readonly pieces: number;
    readonly due: Minor;
  };
  'cart-brought-back': { readonly cart: CartId; readonly shift: ShiftId };
  'cart-voided': { readonly shift: ShiftId; readonly cart: Cart };
  'sale-completed': { readonly sale: Sale };
  /** On disk before a byte of it leaves. `codeTail` is all of the code that is ever written down. */
  'payment-begun': {
    readonly attempt: AttemptId;
    readonly intent: IntentId;
    readonly cart: CartId;
    readonly shift: ShiftId;
    readonly order: string;
    readonly amount: Minor;
    readonly currency: string;
    readonly wallet: Wallet;
    readonly channel: string;
    readonly merchant: string;
    /** Which setting of the channel it went out under; it counts up with every change. */
    readonly credential: number;
    readonly codeTail: string;
  };
  'payment-moved': {
    readonly attempt: AttemptId;
    readonly cart: CartId;
    readonly order: string;
    readonly wallet: Wallet;
    readonly amount: Minor;
    readonly state: PaymentState;
    readonly wanted: boolean;
    readonly doubt: Doubt | null;
    readonly providerNumber: string | null;
  };
  /** Money was taken for a payment that was final without it. */
  'payment-surplus': { readonly attempt: AttemptId; readonly order: string; readonly amount: Minor };
  'payment-noted': { readonly attempt: AttemptId; readonly note: string };
  'refund-begun': {
    readonly refund: RefundId;
    readonly attempt: AttemptId;
    readonly order: string;
    readonly amount: Minor;
    readonly reason: string;
  };
  'refund-moved': {
    readonly refund: RefundId;
    readonly order: string;
    readonly number: string;
    readonly amount: Minor;
    readonly state: Refund['state'];
  };
  /** A tender that nobody could verify when it was taken has been seen in the provider's books. */
  'tender-verified': { readonly tender: string; readonly amount: Minor; readonly note: string };
  'channel-configured': {
    readonly channel: string;
    readonly merchant: string;
    readonly credential: number;
    /** Names of the settings whose values changed; secrets are named, never shown. */
    readonly changed: readonly string[];
  };
  'channel-removed': { readonly channel: string };
  'receipt-reprinted': { readonly sale: SaleId; readonly copy: number };
  'catalog-imported': {
    readonly import: string;
    readonly file: string;
    readonly sha256: string;
    readonly rows: number;
    readonly added: number;
    readonly changed: number;
    readonly rejected: number;
    readonly generation: number;
  };
  'gateway-enrolled': { readonly gateway: string; readonly url: string };
  'link-lost': { readonly reason: string };
  'link-restored': { readonly offlineMs: number };
};
export type FactKind = keyof Facts;

/** A fact as features meet it. `personal` holds clear texts by field; null where they have been erased. */
export type Fact<Kind extends FactKind = FactKind> = {
  [K in Kind]: {
    readonly kind: K;
    readonly seq: number;
    readonly at: number;
    readonly actor: string;
    readonly body: Facts[K];
    readonly personal: Readonly<Record<string, string | null>>;
  };
}[Kind];
