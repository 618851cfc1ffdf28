import { no, ok, type Result } from '../../lib/result.ts';
import { type Minor, minor, sum } from '../money.ts';
import type { Sale, Tender, TenderKind } from '../sale.ts';
import type { MoneyBack } from '../sale-refund.ts';

/** A tender of the sale, and what of its money can still go back. */
export type TenderLeft = { readonly tender: Tender; readonly left: Minor };

/** A part of a refund's money: whose tender it was, and whether it goes back as it came or in cash. */
export type BackPart = { readonly tender: Tender; readonly amount: Minor; readonly asCash: boolean };

export type PlanFault = { readonly code: 'refund-too-large'; readonly left: Minor };

/** As the money came: wallets first, so that the drawer is asked last. */
const asItCame: readonly TenderKind[] = ['code', 'store-code', 'cash'];
/** All from the drawer: cash that came as cash first, so that as little wallet money as can be leaves in notes. */
const inCash: readonly TenderKind[] = ['cash', 'store-code', 'code'];

/** Where `total` goes: over the tenders in order, each only as far as its money has not gone back yet. */
export function planBack(
  total: Minor,
  tenders: readonly TenderLeft[],
  cash: boolean,
): Result<readonly BackPart[], PlanFault> {
  const parts: BackPart[] = [];
  let open: number = total;
  for (const kind of cash ? inCash : asItCame) {
    for (const { tender, left } of tenders) {
      const amount = minor(Math.min(open, left));
      if (tender.kind !== kind || amount <= 0) continue;
      parts.push({ tender, amount, asCash: cash || kind === 'cash' });
      open -= amount;
    }
  }
  return open === 0 ? ok(parts) : no({ code: 'refund-too-large', left: sum(tenders.map(each => each.left)) });
}

/** What of each tender has not gone back in these refunds of the sale; `refundable` says it of a payment, which the desk can send back too. */
export function tendersLeft(
  sale: Sale,
  refunds: readonly { readonly back: readonly Pick<MoneyBack, 'tender' | 'amount'>[] }[],
  refundable: (tender: Extract<Tender, { kind: 'code' }>) => Minor,
): TenderLeft[] {
  const backs = refunds.flatMap(refund => refund.back);
  return sale.tenders.map(tender => {
    const gone = sum(backs.filter(back => back.tender === tender.id).map(back => back.amount));
    const left = minor(tender.amount - gone);
    return { tender, left: tender.kind === 'code' ? minor(Math.min(left, refundable(tender))) : left };
  });
}
