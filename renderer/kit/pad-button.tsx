import { keepFocus } from './button.tsx';

/** A key of a pad: `soft` takes back, `strong` confirms. */
export function PadButton(props: {
  children: string;
  onPress: () => void;
  soft?: boolean;
  strong?: boolean;
  label?: string;
  className?: string;
}) {
  const { soft, strong } = props;
  const look = strong
    ? 'bg-strong text-body text-strong-ink'
    : `border border-line text-[24px] ${soft ? 'bg-sunk' : 'bg-surface'}`;
  return (
    <button
      type="button"
      aria-label={props.label}
      onClick={props.onPress}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`min-h-12 min-w-0 rounded-lg active:brightness-90 ${look} ${props.className ?? ''}`}
    >
      {props.children}
    </button>
  );
}
