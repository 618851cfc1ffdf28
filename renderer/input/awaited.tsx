import { useLayoutEffect } from 'react';
import { holdForAWhile } from './keys.ts';

/**
 * In place of a screen that is known while what it shows is still on its way, as between the watches that tell of one
 * change: empty for a blink, and what is pressed meanwhile is pressed for the screen that comes.
 */
export function Awaited() {
  useLayoutEffect(holdForAWhile, []);
  return <main className="flex-1" />;
}
