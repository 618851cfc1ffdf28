import { type OverrideReason, overrideReasons } from '../../../shared/domain/cart.ts';
import { discountTyping } from './discount-text.ts';

/** What the scan line asks for, and with it what the right side shows. Escape always leads back to `scan`. */
export type Mode =
  | { readonly kind: 'scan' }
  | { readonly kind: 'search' }
  | { readonly kind: 'quantity' }
  /** The unit price of the line in hand, set for this reason. */
  | { readonly kind: 'price'; readonly reason: OverrideReason }
  /** The price of goods that are on no price list, sold under this name; `scanned`: and under the unknown code just scanned. */
  | { readonly kind: 'open'; readonly name: string; readonly scanned: boolean }
  /** Goods are put on the price list under this code; without a name yet it is asked for, and then the price. */
  | {
      readonly kind: 'create';
      readonly code: string;
      readonly name: string | null;
      readonly category: string;
    }
  | { readonly kind: 'discount'; readonly target: 'line' | 'ticket' }
  | { readonly kind: 'held' };

/** `3*` or `1.5*`: how many of the next goods. */
export const factorTyped = /^(\d{1,5}(?:\.\d{1,3})?)\*$/;

/** `+`, `--`: one more of the line in hand, two fewer. */
export const stepsTyped = /^(?:\+{1,9}|-{1,9})$/;

const quantityTyping = /^\d{0,5}(?:\.\d{0,3})?$/;
const priceTyping = /^\d{0,8}(?:\.\d{0,2})?$/;
const nothing = /^$/;
const anything = /^/;

/** Whether words are typed, in a box where an input method can write them. */
export const isWriting = (mode: Mode): boolean =>
  mode.kind === 'search' || (mode.kind === 'create' && mode.name === null);

/** The reason for a price that the key comes to next. */
export const nextReason = (reason: OverrideReason): OverrideReason =>
  overrideReasons[(overrideReasons.indexOf(reason) + 1) % overrideReasons.length]!;

/** What may be typed in a mode, at any moment of typing it. */
export function typingIn(mode: Mode): RegExp {
  switch (mode.kind) {
    case 'quantity':
      return quantityTyping;
    case 'price':
    case 'open':
    case 'create':
      return priceTyping;
    case 'discount':
      return discountTyping;
    case 'held':
      return nothing;
    default:
      return anything;
  }
}
