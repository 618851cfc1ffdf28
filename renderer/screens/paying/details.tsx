import type { ReactNode } from 'react';
import type { AttemptView, IntentView } from '../../../shared/contract/paying.ts';
import type { Unit } from '../../../shared/domain/item.ts';
import { minor } from '../../../shared/domain/money.ts';
import type { PricedCart } from '../../../shared/domain/pricing.ts';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { tenderName } from './settled.tsx';

const goodsMax = 5;

/** Beside a payment under way: every part of the sale's settling, and what it is for. */
export function Details(props: { priced: PricedCart; intent: IntentView; attempt: AttemptView }) {
  const { t, format } = useWords();
  const { priced, intent, attempt } = props;
  const later = minor(intent.remaining - attempt.amount);
  const shown = priced.lines.slice(0, goodsMax);
  const rest = priced.lines.slice(goodsMax);
  return (
    <Panel className="h-full min-h-0 overflow-auto px-5 py-4">
      <h2 className="mb-1 text-legend text-muted">{t.paying.details}</h2>
      {intent.tenders.map(tender => (
        <Row key={tender.id} name={tenderName(tender, t)}>
          <span className="rounded-full bg-green-soft px-3 py-0.5 text-legend text-green">
            ✓<span className="max-[1200px]:sr-only"> {t.paying.received}</span>
          </span>
          {format.figures(tender.amount)}
        </Row>
      ))}
      <Row name={t.payments.wallets[attempt.wallet]}>
        <span className="rounded-full bg-amber-soft px-3 py-0.5 text-legend text-amber">
          △<span className="max-[1200px]:sr-only"> {t.payments.states[attempt.state.name]}</span>
        </span>
        {format.figures(attempt.amount)}
      </Row>
      {later > 0 && (
        <Row name={intent.restInCash ? t.paying.cashDown : t.paying.tenders.cash}>
          <span className="text-muted">{!intent.restInCash && t.paying.cashLast}</span>
          {format.figures(later)}
        </Row>
      )}
      <h2 className="mt-5 mb-1 text-legend text-muted">{t.paying.goods(priced.pieces)}</h2>
      {shown.map(line => (
        <Row
          key={line.id}
          name={line.name}
          count={`${times(line.unit)}${format.quantity(line.quantity, line.unit)}`}
        >
          {format.figures(line.amount)}
        </Row>
      ))}
      {rest.length > 0 && (
        <Row name={t.paying.moreGoods(rest.length)}>
          {format.figures(minor(rest.reduce((sum, line) => sum + line.amount, 0)))}
        </Row>
      )}
    </Panel>
  );
}

const times = (unit: Unit): string => (unit === 'piece' ? '×' : '');

const Row = ({ name, count, children }: { name: string; count?: string; children: ReactNode }) => (
  <p className="flex min-h-12 items-center gap-3 border-b border-line py-1">
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <span className="line-clamp-2 min-w-0 pb-0.5 leading-tight break-words">{name}</span>
      {count && <span className="shrink-0">{count}</span>}
    </span>
    <span className="flex shrink-0 items-center gap-3">{children}</span>
  </p>
);
