import { useCallback, useRef } from 'react';

/**
 * One and the same function for as long as the component lives, doing what the newest `act` does. Parts of a
 * screen that are memoised (tiles, the number pad) then stay as they are while the cart changes.
 */
export function useSteady<Args extends readonly unknown[]>(
  act: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...args: Args) => latest.current(...args), []);
}
