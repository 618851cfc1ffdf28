import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import type { LineId } from '../../../shared/domain/cart.ts';
import { isWeighed } from '../../../shared/domain/item.ts';
import type { PricedLine } from '../../../shared/domain/pricing.ts';
import { keepFocus } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';

const columns =
  'grid grid-cols-[40px_minmax(0,1fr)_104px_96px_120px] max-[1200px]:grid-cols-[28px_minmax(0,1fr)_80px_76px_104px] items-center px-4 max-[1200px]:px-3';
const rowHeight = 58;
const aheadRows = 6;

/** The goods of this sale, newest at the bottom, the line that keys act on marked. Only rows in sight are drawn. */
export const CartList = memo(function CartList(props: {
  lines: readonly PricedLine[];
  current: LineId | null;
  onSelect: (line: LineId) => void;
}) {
  const { t } = useWords();
  const { lines, current } = props;
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
      <div className={`${columns} h-[34px] shrink-0 border-b border-line bg-sunk text-note text-muted`}>
        <span />
        <span>{t.selling.columns.goods}</span>
        <span className="text-right">{t.selling.columns.quantity}</span>
        <span className="text-right">{t.selling.columns.price}</span>
        <span className="text-right">{t.selling.columns.amount}</span>
      </div>
      {lines.length === 0 ? (
        <div className="grid flex-1 place-content-center gap-1 p-6 text-center">
          <p className="text-lead">{t.selling.emptyTitle}</p>
          <p className="text-legend text-muted">{t.selling.emptyDetail}</p>
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
                  <Row
                    line={line}
                    number={index + 1}
                    current={line.id === current}
                    onSelect={props.onSelect}
                  />
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </Panel>
  );
});

/** Scrolls just so far that the row is whole in sight. */
function keepInSight(place: HTMLElement, row: number): void {
  const top = row * rowHeight;
  const lowest = top + rowHeight - place.clientHeight;
  place.scrollTop = Math.max(lowest, Math.min(place.scrollTop, top));
}

const Row = memo(function Row(props: {
  line: PricedLine;
  number: number;
  current: boolean;
  onSelect: (line: LineId) => void;
}) {
  const { format } = useWords();
  const { line, current } = props;
  const mark = current ? 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]' : '';
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-current={current || undefined}
      onClick={() => props.onSelect(line.id)}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`${columns} h-full w-full border-b border-line text-left ${mark}`}
    >
      <span className="text-[17px] text-muted">{props.number}</span>
      <span className="min-w-0 pr-3">
        <Name line={line} current={current} />
      </span>
      <span className="text-right">{format.quantity(line.quantity, line.unit)}</span>
      <span className="text-right">{format.figures(line.unitPrice)}</span>
      <span className="text-right text-[22px] font-[650]">
        {format.figures((line.gross - line.lineDiscount) as typeof line.gross)}
      </span>
    </button>
  );
});

/**
 * The name, on two lines where there is room. Under it: the discount of the line, the unit of what is weighed,
 * the code of the line in hand.
 */
function Name({ line, current }: { line: PricedLine; current: boolean }) {
  const { t, format } = useWords();
  const parts = [
    isWeighed(line.unit) ? format.unitPrice(line.unitPrice, line.unit) : null,
    current && line.code !== '' ? line.code : null,
  ].filter(part => part !== null);
  if (parts.length === 0 && !line.discount && !line.override) {
    return <span className="line-clamp-2 leading-[1.38] break-words">{line.name}</span>;
  }
  return (
    <>
      <span className="block truncate leading-[1.4]">{line.name}</span>
      <span className="block truncate text-note leading-[1.4] text-muted">
        {line.override && (
          <span className="mr-2 text-amber">{t.selling.price.was(format.figures(line.override.listed))}</span>
        )}
        {line.discount && (
          <span className="mr-2 text-accent">
            {format.discount(line.discount)} {t.selling.saved(format.figures(line.lineDiscount))}
          </span>
        )}
        {parts.join(' · ')}
      </span>
    </>
  );
}
