import { constants, setPriority } from 'node:os';
import { answerMs, restMaxMs } from '../core/right-of-way.ts';

/**
 * For a thread, called between two steps of its work: both cores of a small machine, and its disk, are left to
 * whoever has just said a word, until nobody has for as long as an answer takes to be drawn. `taken` counts up with
 * every word (`RightOfWay`).
 */
export function givingWay(taken: Int32Array): () => void {
  const nothing = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let seen = Atomics.load(taken, 0);
  return () => {
    for (let restedMs = 0; restedMs < restMaxMs && Atomics.load(taken, 0) !== seen; restedMs += answerMs) {
      seen = Atomics.load(taken, 0);
      Atomics.wait(nothing, 0, 0, answerMs);
    }
  };
}

/**
 * For a thread whose steps can't all be cut short. On Linux a thread has a priority of its own; anywhere else this
 * would slow down the whole till, and is not done.
 */
export function lowerOwnPriority(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
}
