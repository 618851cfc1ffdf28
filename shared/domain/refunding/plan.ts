import { no, ok, type Result } from '../../lib/result.ts';
import { type Minor, minor, sum } from '../money.ts';
import type { MoneyTender, Sale } from '../sale.ts';
import type { MoneyBack } from '../sale-refund.ts';

/**
 * A tender of the sale, and what of its money can still go back. `held`: it is one of an earlier sale, whose money
 * came to this one by an exchange, and is kept back for it.
 */
export type TenderLeft = { readonly tender: MoneyTender; readonly left: Minor; readonly held: boolean };

/** A part of a refund's money: whose tender it was, and whether it goes back as it came or in cash. */
export type BackPart = {
  readonly tender: MoneyTender;
  readonly amount: Minor;
  readonly asCash: boolean;
  readonly held: boolean;
};

export type PlanFault = { readonly code: 'refund-too-large'; readonly left: Minor };

/** As the money came: wallets first, so that the drawer is asked last. */
const asItCame: readonly MoneyTender['kind'][] = ['code', 'store-code', 'cash'];
/** All from the drawer: cash that came as cash first, so that as little wallet money as can be leaves in notes. */
const inCash: readonly MoneyTender['kind'][] = ['cash', 'store-code', 'code'];

/** Where `total` goes: over the tenders in order, each only as far as its money has not gone back yet. */
export function planBack(
  total: Minor,
  tenders: readonly TenderLeft[],
  cash: boolean,
): Result<readonly BackPart[], PlanFault> {
  const parts: BackPart[] = [];
  let open: number = total;
  for (const kind of cash ? inCash : asItCame) {
    for (const { tender, left, held } of tenders) {
      const amount = minor(Math.min(open, left));
      if (tender.kind !== kind || amount <= 0) continue;
      parts.push({ tender, amount, asCash: cash || kind === 'cash', held });
      open -= amount;
    }
  }
  return open === 0 ? ok(parts) : no({ code: 'refund-too-large', left: sum(tenders.map(each => each.left)) });
}

/** What is only known to have gone back, and not how: what another till has told of. */
type Gone = { readonly tender: string; readonly amount: Minor };

/** What of each tender has not gone back in these refunds of the sale; `refundable` says it of a payment, which the desk can send back too. */
export function tendersLeft(
  sale: Sale,
  refunds: readonly { readonly back: readonly (MoneyBack | Gone)[] }[],
  refundable: (tender: Extract<MoneyTender, { kind: 'code' }>) => Minor,
): TenderLeft[] {
  const gone = moneyGone(refunds);
  return sale.tenders.flatMap((tender): TenderLeft[] => {
    if (tender.kind === 'exchange')
      return tender.of.map(share => ({
        tender: share.tender,
        left: minor(share.amount - gone(share.tender.id)),
        held: true,
      }));
    const left = minor(tender.amount - gone(tender.id));
    const most = tender.kind === 'code' ? refundable(tender) : left;
    return [{ tender, left: minor(Math.min(left, most)), held: false }];
  });
}

/** How much of a tender's money these refunds gave back, or made a credit of. */
function moneyGone(
  refunds: readonly { readonly back: readonly (MoneyBack | Gone)[] }[],
): (tender: string) => Minor {
  const gone = refunds
    .flatMap(refund => refund.back)
    .flatMap(back =>
      'kind' in back && back.kind === 'exchange'
        ? back.of.map(share => ({ tender: share.tender.id, amount: share.amount }))
        : [{ tender: back.tender, amount: back.amount }],
    );
  return tender => sum(gone.filter(each => each.tender === tender).map(each => each.amount));
}
