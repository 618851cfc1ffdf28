import type { Cart, LineId } from './cart.ts';
import type { Minor } from './money.ts';
import type { Quantity } from './quantity.ts';

/** Why goods are taken out of a cart again; each has the digit of its place, from 1. */
export const removalReasons = ['unwanted', 'mis-scan', 'wrong-price', 'cannot-pay', 'other'] as const;
export type RemovalReason = (typeof removalReasons)[number];

/** When it is asked: never, where it may matter (`RemovalRule.above`), always. */
export const removalAsks = ['never', 'above', 'always'] as const;
export type RemovalAsk = (typeof removalAsks)[number];

/** `above`: goods that would have cost so much or more are asked about. */
export type RemovalRule = { readonly ask: RemovalAsk; readonly above: Minor };

/** What is taken out: what it would have cost before discounts, and what of which line; null where it is the whole cart. */
export type Removal = {
  readonly worth: Minor;
  readonly of: { readonly line: LineId; readonly quantity: Quantity } | null;
};

/**
 * Whether somebody has to say why. Where it may matter: once the amount has been said, when goods that go leave
 * money in a pocket, everything is asked about; before that, what is worth enough. The scan just made is taken
 * back without a word, for that is how a slip is mended.
 */
export function asksReason(
  rule: RemovalRule,
  cart: Pick<Cart, 'amountSaid' | 'latest'>,
  { worth, of }: Removal,
): boolean {
  if (rule.ask !== 'above') return rule.ask === 'always';
  if (cart.amountSaid) return true;
  const { latest } = cart;
  const justScanned = of !== null && latest?.line === of.line && of.quantity <= latest.quantity;
  return worth >= rule.above && !justScanned;
}
