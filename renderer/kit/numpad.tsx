import { memo } from 'react';
import { PadButton } from './pad-button.tsx';

export type PadKey =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'enter' };

/** What the fourth key of the second row may type. */
export type PadSign = '*' | '-';
const drawn: Readonly<Record<string, string>> = { '*': '×', '-': '−' };

export type NumpadProps = {
  readonly onKey: (key: PadKey) => void;
  /** Not where a button beside it does the same. */
  readonly enterLabel?: string;
  /** Where a figure alone does not say it all. */
  readonly sign?: PadSign | undefined;
  /** `00` and `.` are of no use for a PIN or a count. */
  readonly plain?: boolean;
  readonly className?: string;
  readonly backLabel: string;
};

/** The number pad: always in the same order, always bottom right. */
export const Numpad = memo(function Numpad(props: NumpadProps) {
  const char = (text: string, className = '') => (
    <PadButton key={text} className={className} onPress={() => props.onKey({ kind: 'char', char: text })}>
      {drawn[text] ?? text}
    </PadButton>
  );
  const { enterLabel, sign, plain } = props;
  const backRows = enterLabel === undefined ? 'row-span-4' : sign ? '' : 'row-span-2';
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
      {sign && char(sign)}
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
