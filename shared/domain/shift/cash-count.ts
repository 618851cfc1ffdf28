import { no, ok, type Result } from '../../lib/result.ts';
import { amountMax, type Minor, minor } from '../money.ts';

/** Counted coins and notes: how many of each face, in minor units. `{"10000": 3, "50": 2}` is 301.00. */
export type CashCount = { readonly [face: string]: number };

/** A stack nobody has in a drawer; more is a slip of the finger. */
const countMax = 9_999;

/** Every coin and note that may lie in a drawer, largest first, in minor units. */
const faces: Readonly<Record<string, readonly number[]>> = {
  CNY: [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10],
  USD: [10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25, 10, 5, 1],
  GBP: [5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  EUR: [20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
};

/** What is counted one by one in this currency; empty where its money is not known: there only a sum is asked for. */
export const facesOf = (currency: string): readonly number[] => faces[currency] ?? [];

export type CountFault = {
  readonly code: 'no-such-face' | 'count-not-whole' | 'count-too-large';
  readonly face: string;
};

/** What counted coins and notes are worth, or which of them can't be. */
export function worthOf(count: CashCount, currency: string): Result<Minor, CountFault> {
  const known = facesOf(currency).map(String);
  let worth = 0;
  for (const [face, pieces] of Object.entries(count)) {
    if (!known.includes(face)) return no({ code: 'no-such-face', face });
    if (!Number.isSafeInteger(pieces) || pieces < 0) return no({ code: 'count-not-whole', face });
    if (pieces > countMax) return no({ code: 'count-too-large', face });
    worth += Number(face) * pieces;
  }
  return worth > amountMax ? no({ code: 'count-too-large', face: '' }) : ok(minor(worth));
}
