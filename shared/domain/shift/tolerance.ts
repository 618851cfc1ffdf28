import type { Minor } from '../money.ts';

/** What a large drawer may be off by besides the shop's own tolerance: half a thousandth. */
const perMille = 0.5;

/** Whether a count is off by more than the shop lets pass, in minor units. */
export const isOff = (counted: Minor, expected: Minor, tolerance: Minor): boolean =>
  Math.abs(counted - expected) > Math.max(tolerance, Math.floor((Math.abs(expected) * perMille) / 1000));
