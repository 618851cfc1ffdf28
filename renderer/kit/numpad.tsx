import { memo } from 'react';
import { PadButton } from './pad-button.tsx';

export type PadKey =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'enter' };

export type NumpadProps = {
  readonly onKey: (key: PadKey) => void;
  /** Not where a button beside it does the same. */
  readonly enterLabel?: string;
  /** What the fourth key of the second row types: `*` multiplies on the selling screen, nothing elsewhere. */
  readonly times?: boolean;
  /** `00` and `.` are of no use for a PIN or a count. */
  readonly plain?: boolean;
  readonly className?: string;
  readonly backLabel: string;
};

/** The number pad: always in the same order, always bottom right. */
export const Numpad = memo(function Numpad(props: NumpadProps) {
  const char = (text: string, className = '') => (
    <PadButton key={text} className={className} onPress={() => props.onKey({ kind: 'char', char: text })}>
      {text === '*' ? '×' : text}
    </PadButton>
  );
  const { enterLabel, times, plain } = props;
  const backRows = enterLabel === undefined ? 'row-span-4' : times ? '' : 'row-span-2';
  return (
    <div className={`grid grid-cols-4 grid-rows-4 gap-1.5 ${props.className ?? ''}`}>
      {['7', '8', '9'].map(digit => char(digit))}
      <PadButton
        className={backRows}
        label={props.backLabel}
        soft
        onPress={() => props.onKey({ kind: 'back' })}
      >
        ⌫
      </PadButton>
      {['4', '5', '6'].map(digit => char(digit))}
      {times && char('*')}
      {['1', '2', '3'].map(digit => char(digit))}
      {enterLabel !== undefined && (
        <PadButton strong className="row-span-2" onPress={() => props.onKey({ kind: 'enter' })}>
          {enterLabel}
        </PadButton>
      )}
      {char('0', plain ? 'col-span-3' : '')}
      {!plain && char('00')}
      {!plain && char('.')}
    </div>
  );
});
