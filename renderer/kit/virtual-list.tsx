import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';

const aheadRows = 8;

/**
 * A list of any length whose rows all have one height (px); only those in sight are drawn, and the current
 * one (its index; below zero for none) is kept in sight. `onEnd` asks for more each time the end is near.
 */
export function VirtualList<T>(props: {
  rows: readonly T[];
  rowHeight: number;
  current: number;
  keyOf: (row: T) => string | number;
  onEnd?: () => void;
  children: (row: T, index: number) => ReactNode;
}) {
  const { rows, rowHeight, current } = props;
  const window = useRef<HTMLDivElement>(null);
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => window.current,
    estimateSize: () => rowHeight,
    overscan: aheadRows,
  });
  // Rows that come later must not pull a list back that a finger has scrolled on.
  const at = current < rows.length ? current : -1;
  useEffect(() => {
    if (at >= 0) drawn.scrollToIndex(at, { align: 'auto' });
  }, [at, drawn]);
  const items = drawn.getVirtualItems();
  const atEnd = rows.length > 0 && (items.at(-1)?.index ?? 0) >= rows.length - 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once each time the end comes into sight.
  useEffect(() => {
    if (atEnd) props.onEnd?.();
  }, [atEnd, rows.length]);
  return (
    <div ref={window} className="min-h-0 flex-1 overflow-y-auto">
      <ul className="relative" style={{ height: drawn.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={props.keyOf(row)}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
            >
              {props.children(row, index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
