import type { Minor } from '../money.ts';

/** What a provider is asked about one order: to charge it, how it stands, to stop it. */
export type Asked = 'submit' | 'query' | 'cancel';

/** Why a provider certainly took no money. What is not on such a list of a channel's is `unknown`. */
export const declineReasons = [
  'code-expired',
  'code-used',
  'code-invalid',
  'funds',
  'limit',
  'risk',
  'customer-cancelled',
  'not-supported',
  'merchant-setup',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Why not a byte of a request left the till. */
export const notSentReasons = [
  'no-link',
  'no-address',
  'refused',
  'not-secure',
  'code-gone',
  'stopped',
] as const;
export type NotSentReason = (typeof notSentReasons)[number];

/** Why an answer, or its absence, proves nothing. */
export const doubts = [
  'timeout',
  'cut',
  'restarted',
  'provider-trouble',
  'unreadable',
  'bad-signature',
  'wrong-order',
  'wrong-amount',
  'contradictory',
] as const;
export type Doubt = (typeof doubts)[number];

/**
 * What a provider can truthfully tell. `unknown` is an answer, not a fault: whatever is not proved is
 * unknown. `paid` was verified for this order number, this amount and this currency, or it is not said.
 * `cancelled` to a cancel is a claim; to a query it is a state of the order.
 */
export type Answer =
  | { readonly kind: 'paid'; readonly amount: Minor; readonly providerNumber: string }
  | { readonly kind: 'declined'; readonly reason: DeclineReason; readonly said: string }
  /** The provider has the order and waits for the customer. */
  | { readonly kind: 'pending' }
  /** The provider says it has no such order; a request can still be on its way. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'cancelled' }
  /** Not a byte left the till, so nothing can have happened. */
  | { readonly kind: 'not-sent'; readonly why: NotSentReason }
  | { readonly kind: 'unknown'; readonly why: Doubt };
