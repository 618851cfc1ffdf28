import type { CartId } from '../cart.ts';
import type { Minor } from '../money.ts';
import type { Doubt } from '../payment/answer.ts';
import type { AttemptId, IntentId, PaymentState } from '../payment/payment.ts';
import type { Refund, RefundId } from '../payment/refund.ts';
import type { ShiftId } from '../sale.ts';
import type { Wallet } from '../wallet-codes.ts';

/** Customers’ payments and what goes back to them. */
export type PaymentFacts = {
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
};
