import { memo } from 'react';
import { PadButton } from './pad-button.tsx';

export type PadKey =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'enter' };

export type NumpadProps = {
  readonly onKey: (key: PadKey) => void;
  readonly enterLabel: string;
  /** What the fourth key of the second row types: `*` multiplies on the selling screen, nothing elsewhere. */
  readonly times?: boolean;
  /** `00` and `.` are of no use for a PIN or a count. */
  readonly plain?: boolean;
  readonly className?: string;
  readonly backLabel: string;
};

/** The number pad: always in the same order, always bottom right. */
export const Numpad = memo(function Numpad(props: NumpadProps) {
  const char = (text: string) => (
    <PadButton key={text} onPress={() => props.onKey({ kind: 'char', char: text })}>
      {text === '*' ? '×' : text}
    </PadButton>
  );
  const quiet = <span key="none" />;
  return (
    <div className={`grid grid-cols-4 grid-rows-4 gap-1.5 ${props.className ?? ''}`}>
      {['7', '8', '9'].map(char)}
      <PadButton label={props.backLabel} soft onPress={() => props.onKey({ kind: 'back' })}>
        ⌫
      </PadButton>
      {['4', '5', '6'].map(char)}
      {props.times ? char('*') : quiet}
      {['1', '2', '3'].map(char)}
      <PadButton strong className="row-span-2" onPress={() => props.onKey({ kind: 'enter' })}>
        {props.enterLabel}
      </PadButton>
      {char('0')}
      {props.plain ? <span /> : char('00')}
      {props.plain ? <span /> : char('.')}
    </div>
  );
});
