import type { ReactNode } from 'react';
import { keepFocus } from '../../kit/button.tsx';

/** A key beside the groups of quick keys; `label` where a sign stands for a word. */
export function SmallKey(props: { children: ReactNode; label?: string; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      onClick={props.onPress}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className="h-12 min-w-12 shrink-0 rounded-full border border-dashed border-edge px-[14px] text-[19px] max-[1340px]:px-2.5 max-[1340px]:text-legend"
    >
      {props.children}
    </button>
  );
}
