import type { MouseEvent, PointerEvent, ReactNode } from 'react';
import { KeyCap, type Keyed, useCap } from './key-cap.tsx';
import { usePress } from './press.ts';

export type ButtonTone = 'main' | 'plain' | 'quiet' | 'strong' | 'amber' | 'danger';

export type ButtonProps = Keyed & {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly tone?: ButtonTone;
  /** `tender` is 64 px high and more: what takes money, or ends something. */
  readonly size?: 'normal' | 'tender';
  /** A second, smaller line: what will happen. */
  readonly note?: ReactNode;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly label?: string;
};

const tones: Readonly<Record<ButtonTone, string>> = {
  main: 'bg-accent text-accent-ink border-accent',
  plain: 'bg-surface text-ink border-line',
  quiet: 'bg-transparent text-ink border-transparent',
  strong: 'bg-strong text-strong-ink border-strong',
  amber: 'bg-surface text-amber border-amber',
  danger: 'bg-red text-red-ink border-red',
};

/** Something to press, with the finger or by the key of its act. At least 48 px high. */
export function Button(props: ButtonProps) {
  const { tone = 'plain', size = 'normal' } = props;
  const cap = useCap(props);
  const press = usePress(props.onPress);
  const sizing =
    size === 'tender'
      ? 'min-h-16 text-[28px] font-semibold max-[1200px]:text-[24px]'
      : 'min-h-12 text-body font-medium';
  return (
    <button
      type="button"
      aria-label={props.label}
      disabled={props.disabled}
      onClick={press}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`flex flex-col justify-center rounded-till border-2 px-4 py-1.5 text-left leading-tight active:brightness-90 disabled:border-line disabled:bg-sunk disabled:text-muted ${tones[tone]} ${sizing} ${props.className ?? ''}`}
    >
      <span className="flex w-full items-center justify-between gap-x-3">
        <span className="min-w-0">{props.children}</span>
        {cap && <KeyCap inverse={(tone === 'main' || tone === 'danger') && !props.disabled}>{cap}</KeyCap>}
      </span>
      {props.note && <span className="text-legend font-normal">{props.note}</span>}
    </button>
  );
}

/**
 * A finger's press leaves the focus where it is: otherwise the next Enter, or a scanner's, would press the
 * same button again. Keyboard users reach it with Tab as ever.
 */
export function keepFocus(event: PointerEvent | MouseEvent): void {
  event.preventDefault();
}
