import { type Minor, minor } from '../money.ts';
import type { Tender, TenderShare } from '../sale.ts';
import type { SaleRefund } from '../sale-refund.ts';

/** What goods that came back are worth at the counter (换货): a tender of its next sale, and nothing else until then. */
export type Credit = {
  /** Of the refund that it stands for. */
  readonly number: number;
  readonly receipt: string;
  readonly amount: Minor;
  /** Whose money it is, in the order in which it would go back: wallets first, the drawer last. */
  readonly of: readonly TenderShare[];
};

/** The credit that a refund opened; undefined where its money went back. */
export function creditOf({ number, receipt, back }: SaleRefund): Credit | undefined {
  const exchange = back.find(each => each.kind === 'exchange');
  return exchange && { number, receipt, amount: exchange.amount, of: exchange.of };
}

/** As much of the credit as is owed. Cash is spent before a wallet's money, so that what is left goes back by the plan. */
export function exchangeTender(id: string, credit: Credit, due: Minor): Tender {
  const amount = minor(Math.min(credit.amount, due));
  const { number, receipt } = credit;
  return {
    id,
    kind: 'exchange',
    amount,
    given: amount,
    change: minor(0),
    refund: { number, receipt },
    of: split(credit.of, minor(credit.amount - amount)).after,
  };
}

/** What of the credit `spent` leaves, and whose money it is. */
export const restOf = (credit: Credit, spent: Minor): readonly TenderShare[] =>
  split(credit.of, minor(credit.amount - spent)).first;

/** The first `amount` of these shares, and what comes after it. */
function split(
  shares: readonly TenderShare[],
  amount: Minor,
): { readonly first: readonly TenderShare[]; readonly after: readonly TenderShare[] } {
  const first: TenderShare[] = [];
  const after: TenderShare[] = [];
  let open: number = amount;
  for (const { tender, amount: whole } of shares) {
    const part = Math.min(open, whole);
    if (part > 0) first.push({ tender, amount: minor(part) });
    if (part < whole) after.push({ tender, amount: minor(whole - part) });
    open -= part;
  }
  return { first, after };
}
