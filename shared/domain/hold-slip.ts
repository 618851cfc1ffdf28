import type { CartId } from './cart.ts';

const prefix = 'HOLD-';

/** What stands in the code on the slip of a held cart: scanned, the cart comes back. */
export const holdCode = (cart: CartId): string => `${prefix}${cart}`;

/** The cart whose slip was scanned; undefined for any other text. */
export const cartOfSlip = (text: string): CartId | undefined =>
  /^HOLD-[\w-]{1,64}$/.test(text) ? (text.slice(prefix.length) as CartId) : undefined;
