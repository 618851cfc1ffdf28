import type { Brand } from '../../lib/brand.ts';
import type { CartId } from '../cart.ts';
import type { Minor } from '../money.ts';
import type { Wallet } from '../wallet-codes.ts';
import type { Asked, DeclineReason, Doubt, NotSentReason } from './answer.ts';

export type IntentId = Brand<string, 'IntentId'>;
export type AttemptId = Brand<string, 'AttemptId'>;

/** One try to take one amount with one code: it has an order number of its own, on disk before a byte leaves, never used twice. */
export type Attempt = {
  readonly id: AttemptId;
  readonly intent: IntentId;
  readonly cart: CartId;
  /** The number under which the provider knows it; see `order-number.ts`. */
  readonly order: string;
  readonly amount: Minor;
  readonly currency: string;
  /** Whose code it was, and the channel that asks its provider. */
  readonly wallet: Wallet;
  readonly channel: string;
};

/**
 * A payment, as far as anybody knows. Plain data, stored as it is.
 *
 * Open: `submitting` (on disk; perhaps sent), `pending` (the provider waits for the customer), `unknown`
 * (nobody can say), `cancelling`, `suspense` (on the desk, asked about from time to time),
 * `paid-after-stop` (paid although the cashier had stopped it: a person decides), `late-paid` (paid when
 * nobody wanted it any more: the customer's money). Final: `paid`, `declined`, `cancelled`, `not-sent`,
 * `refunded`. What is final is never rewritten.
 */
export type Payment = {
  readonly attempt: Attempt;
  readonly state: PaymentState;
  /**
   * From when its times count, ms on the steady clock: the scan of the code, or the till's last start after
   * it, for no clock is believed across a restart.
   */
  readonly since: number;
  /** The provider has shown that it has the order, so no submit of it is still on its way. */
  readonly seen: boolean;
  /** The provider said yes to a cancel; a claim until a query confirms it. */
  readonly cancelAccepted: boolean;
  /** The cashier has asked to stop it. */
  readonly stopped: boolean;
  /** False once the sale was settled without it: what arrives now is the customer's. */
  readonly wanted: boolean;
  /** How often it was asked about from the desk. */
  readonly polls: number;
  /** Why the last answer proved nothing, for people. */
  readonly doubt: Doubt | null;
  /** The provider's own number, as soon as it is known. */
  readonly providerNumber: string | null;
};

export type PaymentState =
  | { readonly name: 'submitting' }
  /** `until`: the end of patience, ms on the steady clock. */
  | { readonly name: 'pending' | 'unknown'; readonly until: number }
  | Cancelling
  | { readonly name: 'suspense' }
  | { readonly name: 'paid-after-stop' }
  | { readonly name: 'late-paid' }
  | { readonly name: 'paid' }
  | { readonly name: 'declined'; readonly reason: DeclineReason; readonly said: string }
  | { readonly name: 'cancelled' }
  | { readonly name: 'not-sent'; readonly why: NotSentReason }
  | { readonly name: 'refunded' };

/** One round is: query, cancel without a gap, query again to confirm. */
export type Cancelling = {
  readonly name: 'cancelling';
  readonly step: 'look' | 'cancel' | 'confirm';
  readonly round: number;
};

export type PaymentStateName = PaymentState['name'];

const finals: readonly PaymentStateName[] = ['paid', 'declined', 'cancelled', 'not-sent', 'refunded'];
export const isFinal = ({ state }: Payment): boolean => finals.includes(state.name);

/** Whether the till still asks the provider about it by itself. */
export const isAsking = (payment: Payment): boolean =>
  !isFinal(payment) && payment.state.name !== 'paid-after-stop' && payment.state.name !== 'late-paid';

/** Certainly took no money and never will: the only state after which another attempt may begin. */
export const isDead = ({ state }: Payment): boolean =>
  state.name === 'declined' || state.name === 'cancelled' || state.name === 'not-sent';

/** A payment that is on disk and has not been sent. `at`: when its code was scanned, ms on the steady clock. */
export const newPayment = (attempt: Attempt, at: number): Payment => ({
  attempt,
  state: { name: 'submitting' },
  since: at,
  seen: false,
  cancelAccepted: false,
  stopped: false,
  wanted: true,
  polls: 0,
  doubt: null,
  providerNumber: null,
});

/** What is to be asked next, and how long from now. */
export type Ask = { readonly do: Asked; readonly inMs: number };
