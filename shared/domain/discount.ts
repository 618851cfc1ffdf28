import { type Minor, minor, scale } from './money.ts';

/** Money off: a share in thousandths (10 % off = 100), or an amount. */
export type Discount =
  | { readonly kind: 'share'; readonly permilleOff: number }
  | { readonly kind: 'amount'; readonly off: Minor };

/** What a discount takes from `base`; never more than there is, never below nothing. */
export function discountOn(base: Minor, discount: Discount | null): Minor {
  if (!discount) return minor(0);
  const off = discount.kind === 'share' ? scale(base, discount.permilleOff, 1000) : discount.off;
  return minor(Math.max(Math.min(off, base), 0));
}
