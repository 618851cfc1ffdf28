import type { IntentView } from '../../../shared/contract/paying.ts';
import { minor } from '../../../shared/domain/money.ts';
import type { PricedCart } from '../../../shared/domain/pricing.ts';
import type { Tender } from '../../../shared/domain/sale.ts';
import { useWords, type Words } from '../../kit/words.tsx';

/** Beside the sum: of what it is what is left. */
export function Settled({ intent, priced }: { intent: IntentView; priced: PricedCart }) {
  const { t, format } = useWords();
  const { due, tenders, remaining, asking, restInCash, cashDue } = intent;
  const rounding = minor(cashDue - remaining);
  const inCash = rounding !== 0 && (
    <>
      <p>{`${t.selling.rounding} ${format.figures(rounding)}`}</p>
      <p>{t.selling.inCash(format.figures(cashDue))}</p>
    </>
  );
  if (tenders.length > 0 || asking !== remaining) {
    return (
      <>
        <p>{`${t.paying.due} ${format.figures(due)}`}</p>
        {tenders.map(tender => (
          <p key={tender.id} className="text-green">
            ✓ {tenderName(tender, t)} {format.figures(tender.amount)}
          </p>
        ))}
        {asking !== remaining && (
          <p>{`${restInCash ? t.paying.cashDown : t.paying.remaining} ${format.figures(minor(remaining - asking))}`}</p>
        )}
        {inCash}
      </>
    );
  }
  const off = minor(priced.lineDiscount + priced.ticketDiscount);
  return (
    <>
      <p>{t.paying.goods(priced.pieces)}</p>
      {off > 0 && (
        <p className="text-accent">
          {t.selling.discount} −{format.figures(off)}
        </p>
      )}
      {inCash}
    </>
  );
}

/** How a part was settled, as the shop says it. */
export const tenderName = (tender: Tender, t: Words['t']): string =>
  tender.kind === 'code' ? t.payments.wallets[tender.wallet] : t.paying.tenders[tender.kind];
