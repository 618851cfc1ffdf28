import type { ReactNode } from 'react';

/** A row of a ticket: what, a word on it, and the figure. */
export const Pair = (props: { name: string; note?: string; strong?: boolean; children: ReactNode }) => (
  <li
    className={`flex min-h-12 items-center gap-3 border-b border-line py-1.5 ${props.strong ? 'font-semibold' : ''}`}
  >
    <span className="min-w-0 flex-1">
      <span className="block truncate">{props.name}</span>
      {props.note && <span className="block truncate text-note text-muted select-text">{props.note}</span>}
    </span>
    <span className="shrink-0">{props.children}</span>
  </li>
);
