import { memo } from 'react';
import type { LineId } from '../../../shared/domain/cart.ts';
import { isWeighed } from '../../../shared/domain/item.ts';
import type { PricedLine } from '../../../shared/domain/pricing.ts';
import { keepFocus } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';

/** How wide the quantity is decides each line for itself: what one piece leaves over is the name's. */
export const scanColumns =
  'grid grid-cols-[40px_minmax(0,1fr)_minmax(44px,auto)_96px_120px] max-[1200px]:grid-cols-[28px_minmax(0,1fr)_minmax(36px,auto)_76px_104px] items-center px-4 max-[1200px]:px-3';

/** A line where the list has most of the screen. */
export const Row = memo(function Row(props: {
  line: PricedLine;
  number: number;
  current: boolean;
  /** It goes below its floor. */
  below: boolean;
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
      className={`${scanColumns} h-full w-full border-b border-line text-left ${mark}`}
    >
      <span className="text-[17px] text-muted">{props.number}</span>
      <span className="min-w-0 pr-3">
        <LineName line={line} current={current} below={props.below} />
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
 * The name, on two lines where there is room. Under it: that it goes below its floor, the discount of the line, the unit of what is weighed,
 * the code of the line in hand.
 */
export function LineName({ line, current, below }: { line: PricedLine; current: boolean; below: boolean }) {
  const { t, format } = useWords();
  const parts = [
    isWeighed(line.unit) ? format.unitPrice(line.unitPrice, line.unit) : null,
    current && line.code !== '' ? line.code : null,
  ].filter(part => part !== null);
  if (parts.length === 0 && !line.discount && !line.override && !below) {
    return <span className="line-clamp-2 leading-[1.38] break-words">{line.name}</span>;
  }
  return (
    <>
      <span className="block truncate leading-[1.3]">{line.name}</span>
      <span className="block truncate text-legend leading-[1.3] text-muted max-[1200px]:text-note">
        {below && <span className="mr-2 font-semibold text-amber">! {t.selling.price.below}</span>}
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
