import { type RefObject, useLayoutEffect, useState } from 'react';

/** Rows from `from` up to but without `to`. */
export type Rows = { readonly from: number; readonly to: number };

/** Drawn above and beneath what is in sight, so that a finger does not outrun the rows. */
const aheadRows = 8;

/** Rows of one height that a window shows which begins at `top` of the list and is `height` high; all in px. */
export const rowsWithin = (top: number, height: number, rowHeight: number): Rows => ({
  from: Math.floor(top / rowHeight),
  to: Math.ceil((top + height) / rowHeight),
});

/** What to draw when `seen` is in sight and `drawn` stands: the same while half of what lies ahead is left. */
export const rowsToDraw = (seen: Rows, drawn: Rows): Rows =>
  seen.from - aheadRows / 2 >= drawn.from && seen.to + aheadRows / 2 <= drawn.to ? drawn : widened(seen);

const widened = ({ from, to }: Rows): Rows => ({ from: from - aheadRows, to: to + aheadRows });

/**
 * Which of `count` rows, all `rowHeight` px high, to draw in `window`, which scrolls. The `current` one (its index; below
 * zero for none) is kept in sight: when it becomes the current one, and when the window gets smaller.
 */
export function useRowsInSight(
  window: RefObject<HTMLElement | null>,
  { count, rowHeight, current = -1 }: { count: number; rowHeight: number; current?: number },
): Rows {
  // At first as many as the page has room for, so that nothing is drawn twice when the list comes.
  const [drawn, setDrawn] = useState(() => widened(rowsWithin(0, innerHeight, rowHeight)));
  // Rows that come later must not pull a list back that a finger has scrolled on.
  const at = current < count ? current : -1;
  useLayoutEffect(() => {
    const place = window.current;
    if (!place) return;
    const look = () =>
      setDrawn(now => rowsToDraw(rowsWithin(place.scrollTop, place.clientHeight, rowHeight), now));
    const show = () => {
      if (at >= 0) keepInSight(place, at, rowHeight);
      look();
    };
    show();
    const room = new ResizeObserver(show);
    room.observe(place);
    place.addEventListener('scroll', look, { passive: true });
    return () => {
      room.disconnect();
      place.removeEventListener('scroll', look);
    };
  }, [window, at, rowHeight]);
  return rowsOf(count, drawn);
}

/** Those of `count` rows; of a list that has got shorter the end, to which its window goes back by itself. */
export const rowsOf = (count: number, { from, to }: Rows): Rows => {
  const end = Math.min(to, count);
  return { from: Math.max(0, from < end ? from : end - (to - from)), to: end };
};

/** Scrolls no further than it must for the row to be whole in sight. */
function keepInSight(place: HTMLElement, row: number, rowHeight: number): void {
  const wanted = topShowing(row, { top: place.scrollTop, height: place.clientHeight, rowHeight });
  if (wanted !== place.scrollTop) place.scrollTop = wanted;
}

/**
 * Where a window that begins at `top` and is `height` high begins when `row` is whole in it, all in px. It stays if the
 * row is; else the first row is a whole one, for half a line of goods at the top reads as another line.
 */
export function topShowing(row: number, window: { top: number; height: number; rowHeight: number }): number {
  const { top, height, rowHeight } = window;
  const rowTop = row * rowHeight;
  if (rowTop < top) return rowTop;
  if (rowTop + rowHeight <= top + height) return top;
  return Math.min(rowTop, Math.ceil((rowTop + rowHeight - height) / rowHeight) * rowHeight);
}
