import { Children, type ReactNode, useEffect, useRef } from 'react';
import { Scroll } from '../../kit/scroll.tsx';

/** A heading and rows that scroll under it. */
export function List(props: { title: string; empty: string; children: ReactNode }) {
  return (
    <>
      <h2 className="shrink-0 border-b border-line bg-sunk px-4 py-1.5 text-note text-muted">
        {props.title}
      </h2>
      {Children.count(props.children) === 0 ? (
        <p className="grid flex-1 place-items-center p-6 text-center text-muted">{props.empty}</p>
      ) : (
        <Scroll label={props.title} className="flex-1">
          <ul>{props.children}</ul>
        </Scroll>
      )}
    </>
  );
}

/** A row; the one that keys act on is marked and in sight. */
export function ListRow(props: { current: boolean; onPick: () => void; children: ReactNode }) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (props.current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [props.current]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrows choose rows for the whole screen.
    <li
      ref={row}
      aria-current={props.current || undefined}
      onClick={props.onPick}
      className={`flex min-h-[56px] cursor-pointer items-center gap-3 border-b border-l-[5px] border-b-line px-3 py-1 ${props.current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent'}`}
    >
      {props.children}
    </li>
  );
}
