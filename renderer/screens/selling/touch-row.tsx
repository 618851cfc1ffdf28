import { memo } from 'react';
import type { LineId } from '../../../shared/domain/cart.ts';
import { isWeighed } from '../../../shared/domain/item.ts';
import { minor } from '../../../shared/domain/money.ts';
import type { PricedLine } from '../../../shared/domain/pricing.ts';
import { one } from '../../../shared/domain/quantity.ts';
import { keepFocus } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';
import { LineName } from './cart-row.tsx';

export const touchColumns =
  'grid grid-cols-[minmax(0,1fr)_152px_112px] max-[1200px]:grid-cols-[minmax(0,1fr)_144px_92px] items-center px-3';

/** A line where tiles have most of the screen: the line in hand has a button for one more and one for one fewer. */
export const TouchRow = memo(function TouchRow(props: {
  line: PricedLine;
  current: boolean;
  /** It goes below its floor. */
  below: boolean;
  onSelect: (line: LineId) => void;
  onStep: (by: number) => void;
}) {
  const { format } = useWords();
  const { line, current } = props;
  const mark = current ? 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]' : '';
  const counted = !isWeighed(line.unit) && line.stamped === undefined;
  return (
    <div className={`${touchColumns} relative h-full border-b border-line ${mark}`}>
      {/* The whole line is one target, under what stands on it. */}
      <button
        type="button"
        tabIndex={-1}
        aria-label={line.name}
        aria-current={current || undefined}
        onClick={() => props.onSelect(line.id)}
        onPointerDown={keepFocus}
        onMouseDown={keepFocus}
        className="absolute inset-0"
      />
      <span className="pointer-events-none min-w-0 pr-2 pl-1">
        <LineName line={line} current={current} below={props.below} />
      </span>
      {current && counted ? (
        <Steps line={line} onStep={props.onStep} />
      ) : (
        <span className="pointer-events-none text-center">{format.quantity(line.quantity, line.unit)}</span>
      )}
      <span className="pointer-events-none text-right text-[22px] font-[650]">
        {format.figures(minor(line.gross - line.lineDiscount))}
      </span>
    </div>
  );
});

/** The last piece goes with the key that removes the line, never with a tap too many. */
function Steps({ line, onStep }: { line: PricedLine; onStep: (by: number) => void }) {
  const { t, format } = useWords();
  const last = line.quantity <= one;
  return (
    <span className="relative flex items-center justify-between">
      <Step label={t.selling.fewer(line.name)} disabled={last} onPress={() => onStep(-1)}>
        −
      </Step>
      <span className="min-w-0 text-center font-semibold">{format.quantity(line.quantity, line.unit)}</span>
      <Step label={t.selling.more(line.name)} onPress={() => onStep(1)}>
        +
      </Step>
    </span>
  );
}

function Step(props: { children: string; label: string; disabled?: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={props.label}
      disabled={props.disabled}
      onClick={props.onPress}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className="size-12 shrink-0 rounded-till border-2 border-edge bg-surface text-[26px] leading-none active:brightness-90 disabled:border-line disabled:bg-sunk disabled:text-muted"
    >
      {props.children}
    </button>
  );
}
