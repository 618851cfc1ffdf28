import { type ReactNode, useEffect, useRef } from 'react';
import type { Outlook } from '../../../shared/domain/payment/outlook.ts';
import { keepFocus } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';

export type PickRow = {
  readonly key: string;
  readonly title: string;
  /** What else it is. */
  readonly more?: string;
  readonly note?: string;
  /** In front of the note, set off from it. */
  readonly tag?: string;
  readonly figure?: string;
  /** Of a sale that waits with its payment: how that stands. */
  readonly tone?: Outlook;
};

const tones: Readonly<Record<Outlook, { icon: string; look: string }>> = {
  waiting: { icon: '△', look: 'text-amber' },
  received: { icon: '✓', look: 'text-green' },
  'nothing-taken': { icon: '✕', look: 'text-red' },
};

/** A list to choose from by arrows and Enter, or by finger: search results, goods of one code, held sales. */
export function PickPanel(props: {
  title: ReactNode;
  hint: string;
  rows: readonly PickRow[];
  at: number;
  onPick: (index: number) => void;
  empty?: ReactNode;
}) {
  const marked = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the mark that moves.
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'nearest' });
  }, [props.at]);
  return (
    <Panel className="flex min-h-0 flex-col overflow-hidden">
      <div className="shrink-0 border-b border-line bg-sunk px-4 py-2">
        <p className="font-semibold">{props.title}</p>
        <p className="text-legend text-muted">{props.hint}</p>
      </div>
      {props.rows.length === 0 ? (
        <div className="grid flex-1 place-content-center gap-1 break-keep p-6 text-center">{props.empty}</div>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          {props.rows.map((row, index) => (
            <button
              key={row.key}
              ref={index === props.at ? marked : undefined}
              type="button"
              tabIndex={-1}
              aria-current={index === props.at || undefined}
              onClick={() => props.onPick(index)}
              onPointerDown={keepFocus}
              onMouseDown={keepFocus}
              className={`flex min-h-[58px] w-full items-center gap-3 border-b border-line px-4 py-1 text-left ${index === props.at ? 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]' : ''}`}
            >
              <span className="min-w-0 flex-1 leading-[1.3]">
                <span className="block truncate">{row.title}</span>
                {row.more && <span className="block truncate">{row.more}</span>}
                {row.note && (
                  <span
                    className={`block truncate text-legend ${row.tone ? tones[row.tone].look : 'text-muted'}`}
                  >
                    {row.tone && <span aria-hidden>{tones[row.tone].icon} </span>}
                    {row.tag && <b className="mr-2 font-semibold text-ink">{row.tag}</b>}
                    {row.note}
                  </span>
                )}
              </span>
              <span className="shrink-0 text-[22px] font-[650]">{row.figure}</span>
            </button>
          ))}
        </div>
      )}
    </Panel>
  );
}
