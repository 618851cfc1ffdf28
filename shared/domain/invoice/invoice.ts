import type { Minor } from '../money.ts';

/**
 * How far the invoice of a sale is. The till issues none itself: it records what the shop's invoicing service
 * has done. `needs-red`: issued, and then the goods came back or the request was taken back (需红冲).
 * `red`: a red invoice has taken back the whole of it; what the customer kept can be asked for anew.
 */
export const invoiceStates = ['none', 'requested', 'withdrawn', 'issued', 'needs-red', 'red'] as const;
export type InvoiceState = (typeof invoiceStates)[number];
export type InvoiceAct = 'request' | 'withdraw' | 'issue' | 'red';

const moves: Readonly<Record<InvoiceAct, Readonly<Partial<Record<InvoiceState, InvoiceState>>>>> = {
  request: { none: 'requested', withdrawn: 'requested', red: 'requested' },
  withdraw: { requested: 'withdrawn' },
  // The service may have had it before it was withdrawn; then there is an invoice too many.
  issue: { requested: 'issued', withdrawn: 'needs-red' },
  red: { issued: 'red', 'needs-red': 'red' },
};

/** Where an act leads; undefined where it may not be done. */
export const leadsTo = (act: InvoiceAct, state: InvoiceState): InvoiceState | undefined => moves[act][state];

/** What goods that came back do to it; `left` is what of the sale can still be invoiced. */
export function afterRefund(state: InvoiceState, left: Minor): InvoiceState {
  if (state === 'issued') return 'needs-red';
  return state === 'requested' && left === 0 ? 'withdrawn' : state;
}

/** A 数电票 is named by 20 digits. */
export const invoiceNumber = /^\d{20}$/;

/** Who the invoice is made out to (抬头). Personal data, whoever it is: a firm may carry its owner's name. */
export type Buyer = {
  readonly kind: 'company' | 'person';
  readonly title: string;
  /** Empty for a person. */
  readonly taxNumber: string;
  /** Where the service may send it; empty where not wanted. */
  readonly email: string;
  readonly phone: string;
};
