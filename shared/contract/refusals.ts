import type { BackupFault } from '../domain/facts/backups.ts';
import type { InvoiceState } from '../domain/invoice/invoice.ts';
import type { TaxNumberFault } from '../domain/invoice/tax-number.ts';
import type { Act } from '../domain/keys/acts.ts';
import type { KeyUnfit } from '../domain/keys/key-rules.ts';
import type { Minor } from '../domain/money.ts';
import type { Permission } from '../domain/roles.ts';

/** A line that would go below its floor, for whoever may hear of it: `least` is null where that would tell what the goods cost. */
export type ToldBelow = { readonly name: string; readonly amount: Minor; readonly least: Minor | null };

/**
 * Everything a word can be refused with: the code, and what its sentence needs to be plain.
 * Sentences stand in `shared/i18n`, in every language, and never cross the wire.
 */
export type Refusals = {
  'bad-input': { readonly field: string; readonly problem: string };
  'unknown-word': { readonly word: string };
  'not-signed-in': Record<string, never>;
  'only-watches': Record<string, never>;
  'not-a-picture': Record<string, never>;
  'slides-full': { readonly most: number };
  'not-allowed': { readonly permission: string };
  /** Somebody with more leave can allow it on the spot. */
  'needs-approval': {
    readonly permission: Permission;
    readonly word: string;
    readonly subject: string;
    /** What it would do that needs more leave than the word itself. */
    readonly about?: readonly ToldBelow[];
  };
  'approval-not-valid': Record<string, never>;
  'pin-wrong': { readonly triesLeft: number };
  'pin-locked': { readonly seconds: number };
  'pin-lost': Record<string, never>;
  'pin-too-easy': Record<string, never>;
  'staff-blocked': { readonly name: string };
  'staff-forgotten': Record<string, never>;
  /** Somebody must be left who may change everything. */
  'last-owner': Record<string, never>;
  'badge-unknown': { readonly triesLeft: number };
  'badge-taken': { readonly name: string };
  /** Too short for a badge, or it means something else at a counter. */
  'badge-unfit': Record<string, never>;
  /** The owner's second factor asks for PIN and code. */
  'badge-not-enough': Record<string, never>;
  'code-needed': Record<string, never>;
  /** `triesLeft` is null where nothing is locked by it. */
  'code-wrong': { readonly triesLeft: number | null };
  'code-used': Record<string, never>;
  'code-lost': Record<string, never>;
  'codes-not-set-up': Record<string, never>;
  'already-set-up': Record<string, never>;
  'key-taken': { readonly key: string; readonly act: Act };
  'key-unfit': { readonly key: string; readonly unfit: KeyUnfit };
  /** Nobody hires above their own role. */
  'role-above-own': Record<string, never>;
  'name-taken': { readonly name: string };
  'no-shift': Record<string, never>;
  'shift-already-open': Record<string, never>;
  'shift-has-open-cart': { readonly pieces: number };
  'no-such-shift': Record<string, never>;
  'no-such-drawer': Record<string, never>;
  'drawer-twice': Record<string, never>;
  'drawer-in-use': Record<string, never>;
  /** The till's clock stands before the last thing it knows of; wall ms. */
  'clock-behind': { readonly now: number; readonly last: number };
  'no-such-face': { readonly face: number };
  'count-not-whole': { readonly face: number };
  'count-too-large': { readonly face: number };
  'count-does-not-add-up': { readonly sum: number; readonly worth: number };
  'nothing-to-move': Record<string, never>;
  /** Without the sum: whoever counts the drawer must not learn it. */
  'drawer-lacks-cash': Record<string, never>;
  'count-frozen': Record<string, never>;
  'not-counted-yet': Record<string, never>;
  'recount-first': Record<string, never>;
  'needs-second-person': Record<string, never>;
  'shift-already-closed': Record<string, never>;
  'closing-changed': Record<string, never>;
  'left-too-much': { readonly counted: number };
  'no-such-day': Record<string, never>;
  'day-already-closed': Record<string, never>;
  'day-has-open-shifts': { readonly count: number };
  'no-such-line': Record<string, never>;
  'no-such-item': Record<string, never>;
  'no-such-sale': Record<string, never>;
  'no-such-job': Record<string, never>;
  'cart-changed': Record<string, never>;
  'cart-empty': Record<string, never>;
  /** Tobacco or alcohol: somebody has to see the customer first. */
  'age-check-first': Record<string, never>;
  /** Lines go below their floor, and nobody has allowed it. */
  'below-floor-first': Record<string, never>;
  /** The shop wants to know why goods are taken out. */
  'reason-needed': Record<string, never>;
  'cart-full': { readonly most: number };
  'no-such-cart': Record<string, never>;
  'quantity-not-positive': Record<string, never>;
  'quantity-too-large': Record<string, never>;
  'quantity-not-whole': { readonly name: string };
  'amount-too-large': Record<string, never>;
  'price-not-positive': Record<string, never>;
  /** A price for new goods that a scanner may have typed. */
  'price-too-high': { readonly most: number };
  /** New goods under a code that the price list has. */
  'code-on-list': { readonly name: string; readonly price: number };
  'moment-too-far': Record<string, never>;
  'repricing-begun': Record<string, never>;
  'code-not-retail': Record<string, never>;
  'added-too-many': { readonly most: number };
  'line-is-weighed': { readonly name: string };
  /** A scale has printed the sum on it. */
  'line-is-stamped': { readonly name: string };
  /** A scale's label without sum and weight. */
  'label-empty': { readonly name: string };
  'label-one-by-one': { readonly name: string };
  /** What was asked about a label or a code is answered, or something else was scanned since. */
  'no-such-question': Record<string, never>;
  'no-discount-on-this': { readonly name: string };
  'cash-short': { readonly missing: number };
  'cash-absurd': { readonly given: number; readonly due: number };
  'cash-needs-confirmation': { readonly given: number; readonly due: number };
  /** The amount is frozen: goods can't change until it is taken or given up. */
  'cart-frozen': Record<string, never>;
  /** A payment for this cart is not settled either way. */
  'payment-open': Record<string, never>;
  'part-settled': Record<string, never>;
  'no-such-payment': Record<string, never>;
  'payment-moved-on': Record<string, never>;
  'refund-too-large': { readonly left: number };
  /** What is wanted of an invoice does not go from where it is. */
  'invoice-not-so': { readonly state: InvoiceState };
  /** Nothing was paid, or everything came back. */
  'nothing-to-invoice': Record<string, never>;
  'tax-number-wrong': { readonly fault: TaxNumberFault };
  /** The number is that of another invoice; `receipt` of which sale. */
  'invoice-number-taken': { readonly receipt: string };
  'nothing-picked': Record<string, never>;
  /** Thousandths that can still come back. */
  'more-than-sold': { readonly name: string; readonly left: number };
  /** A part came back, or prices changed, while it was looked at. */
  'refund-changed': Record<string, never>;
  /** The credit of an exchange is still to be used or given back. */
  'exchange-open': { readonly receipt: string };
  /** A frozen cart counts on the credit. */
  'exchange-in-use': Record<string, never>;
  'no-exchange': Record<string, never>;
  'sale-of-other-till': { readonly receipt: string };
  /** Offline or without a gateway, so nobody can be asked about another till's sale. */
  'other-tills-unreachable': { readonly receipt: string };
  /** No till has sent it, or not yet. */
  'sale-not-at-gateway': { readonly receipt: string };
  /** What the gateway tells of it does not hold together, is practice, or in other money. */
  'sale-unclear': { readonly receipt: string };
  /** A wallet's money goes back only where it came in: two tills could send it under one refund number. */
  'wallet-of-other-till': { readonly receipt: string };
  'not-last-sale': Record<string, never>;
  /** Goods without a receipt have a limit a day. */
  'refund-limit': { readonly left: number };
  'no-such-channel': Record<string, never>;
  'channel-setting-wrong': {
    readonly field: string;
    readonly problem: 'missing' | 'unreadable' | 'not-secure';
  };
  'upload-incomplete': Record<string, never>;
  'upload-too-large': { readonly megabytesMax: number };
  'file-unreadable': { readonly problem: string };
  'import-running': Record<string, never>;
  'nothing-to-undo': Record<string, never>;
  'catalogue-renewed': Record<string, never>;
  'comparison-stopped': Record<string, never>;
  'no-such-import': Record<string, never>;
  'mapping-incomplete': { readonly fields: string };
  'job-not-waiting': Record<string, never>;
  'no-such-ticket': Record<string, never>;
  /** So many lines are for a file, not for a receipt printer. */
  'report-too-long': { readonly lines: number; readonly most: number };
  'gateway-refused': { readonly reason: string };
  'gateway-unreachable': { readonly reason: string };
  'gateway-not-secure': Record<string, never>;
  'practice-while-paying': Record<string, never>;
  'practice-not-started': Record<string, never>;
  /** Meant for a practice till that is not there any more. */
  'practice-over': Record<string, never>;
  /** It would reach a real gateway, provider or device. */
  'not-in-practice': Record<string, never>;
  'backup-running': Record<string, never>;
  'backup-failed': { readonly why: BackupFault };
  'disk-trouble': Record<string, never>;
  internal: { readonly incident: string };
};

export type RefusalCode = keyof Refusals;
export type Refusal = {
  [Code in RefusalCode]: { readonly code: Code; readonly params: Refusals[Code] };
}[RefusalCode];

export const refusal = <Code extends RefusalCode>(code: Code, params: Refusals[Code]): Refusal =>
  ({ code, params }) as Refusal;
