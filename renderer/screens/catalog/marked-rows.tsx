import { useEffect, useRef } from 'react';
import { keepFocus } from '../../kit/button.tsx';

export type MarkedRow = {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly figure: string;
};

/** A short list of which one row is meant: by arrows, or by finger. */
export function MarkedRows(props: {
  rows: readonly MarkedRow[];
  at: number;
  onMark: (index: number) => void;
  className: string;
}) {
  const marked = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the mark that moves.
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'nearest' });
  }, [props.at]);
  if (props.rows.length === 0) return null;
  return (
    <div className={`overflow-y-auto rounded-till border border-line ${props.className}`}>
      {props.rows.map((row, index) => (
        <button
          key={row.key}
          ref={index === props.at ? marked : undefined}
          type="button"
          aria-current={index === props.at || undefined}
          onClick={() => props.onMark(index)}
          onPointerDown={keepFocus}
          onMouseDown={keepFocus}
          className={`flex min-h-[58px] w-full items-center gap-3 border-b border-line px-4 py-1 text-left last:border-0 ${index === props.at ? 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]' : ''}`}
        >
          <span className="min-w-0 flex-1 leading-tight">
            <span className="block truncate">{row.title}</span>
            <span className="block truncate text-note text-muted">{row.note}</span>
          </span>
          <span className="shrink-0 text-[22px] font-[650]">{row.figure}</span>
        </button>
      ))}
    </div>
  );
}
