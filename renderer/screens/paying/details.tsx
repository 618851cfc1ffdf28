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
        <Row
          key={tender.id}
          name={tenderName(tender, t)}
          mark={<span className="bg-green-soft text-green">✓ {t.paying.received}</span>}
        >
          {format.figures(tender.amount)}
        </Row>
      ))}
      <Row
        name={t.payments.wallets[attempt.wallet]}
        mark={<span className="bg-amber-soft text-amber">△ {t.payments.states[attempt.state.name]}</span>}
      >
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

/** How it stands follows the name, under it where there is no room beside it. */
const Row = (props: { name: string; count?: string; mark?: ReactNode; children: ReactNode }) => (
  <p className="flex min-h-12 items-center gap-3 border-b border-line py-1">
    <span
      className={`flex min-w-0 flex-1 items-center gap-2 ${props.mark ? 'flex-wrap justify-between gap-y-1 py-1' : ''}`}
    >
      <span className="line-clamp-2 min-w-0 pb-0.5 leading-tight break-words">{props.name}</span>
      {props.count && <span className="shrink-0">{props.count}</span>}
      {props.mark && (
        <span className="text-legend whitespace-nowrap *:rounded-full *:px-3 *:py-0.5">{props.mark}</span>
      )}
    </span>
    <span className="flex shrink-0 items-center gap-3">{props.children}</span>
  </p>
);
