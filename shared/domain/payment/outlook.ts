import type { PaymentStateName } from './payment.ts';

/** A payment at a glance: money is there, none was taken, or nobody may act on either yet. */
export type Outlook = 'waiting' | 'received' | 'nothing-taken';

const outlooks: Readonly<Record<PaymentStateName, Outlook>> = {
  submitting: 'waiting',
  pending: 'waiting',
  unknown: 'waiting',
  cancelling: 'waiting',
  suspense: 'waiting',
  // There is money, but whose it is waits for a person.
  'paid-after-stop': 'waiting',
  'late-paid': 'waiting',
  paid: 'received',
  declined: 'nothing-taken',
  cancelled: 'nothing-taken',
  'not-sent': 'nothing-taken',
  refunded: 'nothing-taken',
};

export const outlookOf = (state: PaymentStateName): Outlook => outlooks[state];
