import { type Minor, minor } from '../money.ts';

/** How often something happened, and for how much in all. */
export type Count = { readonly count: number; readonly amount: Minor };

export const none: Count = { count: 0, amount: minor(0) };
export const once = (amount: Minor): Count => ({ count: 1, amount });
export const plus = (count: Count, amount: Minor): Count => ({
  count: count.count + 1,
  amount: minor(count.amount + amount),
});
export const both = (one: Count, other: Count): Count => ({
  count: one.count + other.count,
  amount: minor(one.amount + other.amount),
});

/**
 * Everything that moves cash, and which way. Notes that were only changed into coins (换零) and a drawer
 * opened without a sale move none, and are rows of the ledger all the same.
 */
export const cashMoves = {
  float: 1,
  sale: 1,
  change: -1,
  refund: -1,
  'paid-in': 1,
  'paid-out': -1,
  drop: -1,
  exchange: 0,
  'no-sale': 0,
} as const satisfies Record<string, 1 | -1 | 0>;
export type CashMove = keyof typeof cashMoves;

/** The ledger of one drawer through one shift, summed up by kind. */
export type CashLedger = { readonly [Move in CashMove]: Count };

export const emptyLedger: CashLedger = {
  float: none,
  sale: none,
  change: none,
  refund: none,
  'paid-in': none,
  'paid-out': none,
  drop: none,
  exchange: none,
  'no-sale': none,
};

/** What must lie in the drawer: the only place that says so. X, Z, count and variance all ask here. */
export const expectedCash = (ledger: CashLedger): Minor =>
  minor(
    Object.entries(cashMoves).reduce((all, [move, sign]) => all + sign * ledger[move as CashMove].amount, 0),
  );
