/**
 * Everything a word can be refused with: the code, and what its sentence needs to be plain.
 * Sentences stand in `shared/i18n`, in every language, and never cross the wire.
 */
export type Refusals = {
  'bad-input': { readonly field: string; readonly problem: string };
  'unknown-word': { readonly word: string };
  'not-signed-in': Record<string, never>;
  'not-allowed': { readonly permission: string };
  /** Somebody with more leave can allow it on the spot. */
  'needs-approval': { readonly permission: string; readonly word: string; readonly subject: string };
  'approval-not-valid': Record<string, never>;
  'pin-wrong': { readonly triesLeft: number };
  'pin-locked': { readonly seconds: number };
  'pin-lost': Record<string, never>;
  'pin-too-easy': Record<string, never>;
  'already-set-up': Record<string, never>;
  /** Nobody hires above their own role. */
  'role-above-own': Record<string, never>;
  'name-taken': { readonly name: string };
  'no-shift': Record<string, never>;
  'shift-already-open': Record<string, never>;
  'shift-has-open-cart': { readonly pieces: number };
  'shift-has-held-carts': { readonly count: number };
  'no-such-line': Record<string, never>;
  'no-such-item': Record<string, never>;
  'no-such-sale': Record<string, never>;
  'no-such-job': Record<string, never>;
  'cart-changed': Record<string, never>;
  'cart-empty': Record<string, never>;
  'cart-full': { readonly most: number };
  'no-such-cart': Record<string, never>;
  'quantity-not-positive': Record<string, never>;
  'quantity-too-large': Record<string, never>;
  'quantity-not-whole': { readonly name: string };
  'amount-too-large': Record<string, never>;
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
  'nothing-picked': Record<string, never>;
  /** Thousandths that can still come back. */
  'more-than-sold': { readonly name: string; readonly left: number };
  /** A part came back, or prices changed, while it was looked at. */
  'refund-changed': Record<string, never>;
  'sale-of-other-till': { readonly receipt: string };
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
  'no-such-import': Record<string, never>;
  'mapping-incomplete': { readonly fields: string };
  'job-not-waiting': Record<string, never>;
  'gateway-refused': { readonly reason: string };
  'gateway-unreachable': { readonly reason: string };
  'gateway-not-secure': Record<string, never>;
  'disk-trouble': Record<string, never>;
  internal: { readonly incident: string };
};

export type RefusalCode = keyof Refusals;
export type Refusal = {
  [Code in RefusalCode]: { readonly code: Code; readonly params: Refusals[Code] };
}[RefusalCode];

export const refusal = <Code extends RefusalCode>(code: Code, params: Refusals[Code]): Refusal =>
  ({ code, params }) as Refusal;
