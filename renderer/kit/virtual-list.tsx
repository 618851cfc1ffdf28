import { type ReactNode, useEffect, useRef } from 'react';
import { useRowsInSight } from './rows-in-sight.ts';

/**
 * A list of any length whose rows all have one height (px); only those in sight are drawn, and the current
 * one (its index; below zero for none) is kept in sight. `onEnd` asks for more each time the end is near.
 */
export function VirtualList<T>(props: {
  rows: readonly T[];
  rowHeight: number;
  current: number;
  keyOf: (row: T) => string | number;
  /** What a screen reader calls it. */
  label?: string;
  onEnd?: () => void;
  children: (row: T, index: number) => ReactNode;
}) {
  const { rows, rowHeight, current } = props;
  const window = useRef<HTMLDivElement>(null);
  const { from, to } = useRowsInSight(window, { count: rows.length, rowHeight, current });
  const atEnd = rows.length > 0 && to === rows.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once each time the end comes into sight.
  useEffect(() => {
    if (atEnd) props.onEnd?.();
  }, [atEnd, rows.length]);
  return (
    <div ref={window} className="min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable]">
      <ul aria-label={props.label} className="relative" style={{ height: rows.length * rowHeight }}>
        {rows.slice(from, to).map((row, place) => {
          const index = from + place;
          return (
            <li
              key={props.keyOf(row)}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${index * rowHeight}px)`, height: rowHeight }}
            >
              {props.children(row, index)}
            </li>
          );
        })}
      </ul>
      {/* A list at its end begins with a whole row too. */}
      <div style={{ height: `mod(100%, ${rowHeight}px)` }} />
    </div>
  );
}
