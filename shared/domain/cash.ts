import { no, ok, type Result } from '../lib/result.ts';
import { notesOf } from './cash-notes.ts';
import { type Minor, minor } from './money.ts';

export type CashFault =
  | { readonly code: 'cash-short'; readonly missing: Minor }
  | { readonly code: 'cash-absurd'; readonly given: Minor; readonly due: Minor }
  | { readonly code: 'cash-needs-confirmation'; readonly given: Minor; readonly due: Minor };

/** Nobody hands over 100,000.00 more than is owed; a barcode typed into the amount looks like that. */
export const cashOverMax = 10_000_000;
/** The cashier is asked once above 1,000.00 of change, and above 100.00 when it is ten times the due sum. */
const askAboveChange = 100_000;
const askAboveChangeIfOdd = 10_000;
const oddFactor = 10;

/** Change for cash given, or why this much can't be right. `confirmed`: the cashier has been asked and said yes. */
export function changeFor(due: Minor, given: Minor, confirmed: boolean): Result<Minor, CashFault> {
  if (given < due) return no({ code: 'cash-short', missing: minor(due - given) });
  const change = minor(given - due);
  if (change > cashOverMax) return no({ code: 'cash-absurd', given, due });
  const odd = change > askAboveChange || (given > due * oddFactor && change > askAboveChangeIfOdd);
  return odd && !confirmed ? no({ code: 'cash-needs-confirmation', given, due }) : ok(change);
}

/**
 * Up to `most` sums a customer is likely to hand over for `due`, smallest first, each above `due`:
 * the due sum rounded up to each coin and note of the currency.
 */
export function likelyNotes(due: Minor, currency: string, most: number): Minor[] {
  const rounded = notesOf(currency).map(note => Math.ceil(due / note) * note);
  return [...new Set(rounded)]
    .filter(given => given > due)
    .sort((a, b) => a - b)
    .slice(0, most)
    .map(minor);
}
