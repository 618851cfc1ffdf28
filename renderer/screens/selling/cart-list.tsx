import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import type { Layout } from '../../../shared/contract/setup.ts';
import type { LineId } from '../../../shared/domain/cart.ts';
import type { PricedLine } from '../../../shared/domain/pricing.ts';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { Row, scanColumns } from './cart-row.tsx';
import { TouchRow, touchColumns } from './touch-row.tsx';

const rowHeight = 58;
const aheadRows = 6;

/** The goods of this sale, newest at the bottom, the line that keys act on marked. Only rows in sight are drawn. */
export const CartList = memo(function CartList(props: {
  lines: readonly PricedLine[];
  current: LineId | null;
  /** Those that go below their floor. */
  below: readonly LineId[];
  onSelect: (line: LineId) => void;
  /** So many pieces more, or fewer, of the line in hand. */
  onStep: (by: number) => void;
  layout: Layout;
  /** Something else is asked for beside it: how to begin is not said then. */
  isAsking: boolean;
}) {
  const { t } = useWords();
  const { lines, current, below } = props;
  const touch = props.layout === 'touch';
  const window = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => window.current,
    estimateSize: () => rowHeight,
    overscan: aheadRows,
  });
  const at = lines.findIndex(line => line.id === current);
  useEffect(() => {
    const place = window.current;
    if (at < 0 || !place) return;
    // A banner that takes room must not hide the line in hand.
    const room = new ResizeObserver(() => keepInSight(place, at));
    room.observe(place);
    return () => room.disconnect();
  }, [at]);

  return (
    <Panel className="flex min-h-0 flex-1 flex-col overflow-hidden">
      <Head touch={touch} />
      {lines.length === 0 ? (
        <div className="grid flex-1 place-content-center gap-1 p-6 text-center">
          <p className="text-lead">{t.selling.emptyTitle}</p>
          {!props.isAsking && <p className="text-body text-muted">{t.selling.emptyDetail}</p>}
        </div>
      ) : (
        <div ref={window} className="min-h-0 flex-1 overflow-y-auto">
          <ul aria-label={t.selling.cart} className="relative" style={{ height: rows.getTotalSize() }}>
            {rows.getVirtualItems().map(({ index, start }) => {
              const line = lines[index];
              if (!line) return null;
              return (
                <li
                  key={line.id}
                  className="absolute inset-x-0 top-0"
                  style={{ transform: `translateY(${start}px)`, height: rowHeight }}
                >
                  {touch ? (
                    <TouchRow
                      line={line}
                      current={line.id === current}
                      below={below.includes(line.id)}
                      onSelect={props.onSelect}
                      onStep={props.onStep}
                    />
                  ) : (
                    <Row
                      line={line}
                      number={index + 1}
                      current={line.id === current}
                      below={below.includes(line.id)}
                      onSelect={props.onSelect}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </Panel>
  );
});

function Head({ touch }: { touch: boolean }) {
  const { columns } = useWords().t.selling;
  return (
    <div
      className={`${touch ? touchColumns : scanColumns} h-[34px] shrink-0 border-b border-line bg-sunk text-legend text-muted`}
    >
      {!touch && <span />}
      <span>{columns.goods}</span>
      <span className={touch ? 'text-center' : 'text-right'}>{columns.quantity}</span>
      {!touch && <span className="text-right">{columns.price}</span>}
      <span className="text-right">{columns.amount}</span>
    </div>
  );
}

/** Scrolls just so far that the row is whole in sight. */
function keepInSight(place: HTMLElement, row: number): void {
  const top = row * rowHeight;
  const lowest = top + rowHeight - place.clientHeight;
  place.scrollTop = Math.max(lowest, Math.min(place.scrollTop, top));
}
