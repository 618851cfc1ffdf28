import { type MouseEvent, useRef } from 'react';

/** No system lets the two halves of a double click lie further apart. */
const doubleClickMs = 900;

/**
 * What a press on this does; the second half of a double click on what stood in its place before is not meant
 * for it.
 */
export function usePress(act: () => void): (event: MouseEvent) => void {
  const shownAt = useRef(performance.now());
  return ({ detail }) => {
    if (detail < 2 || performance.now() - shownAt.current > doubleClickMs) act();
  };
}
