import { type Changes, withChanges } from '../lib/changes.ts';
import type { Answer } from './words.ts';

/**
 * The asker's end of one `watch`: puts the answers together again and hands them to `hear`. After a cut tRPC
 * asks anew on the same subscription, and the first thing told is whole again. Apart from the router, which
 * no page can load.
 */
export function answersTo(hear: (answer: Answer<unknown>) => void): (told: unknown) => void {
  let last: unknown;
  return told => {
    // tRPC loses the type of what holds itself; what is told is what the router yields.
    last = withChanges(last, told as Changes);
    hear(last as Answer<unknown>);
  };
}
