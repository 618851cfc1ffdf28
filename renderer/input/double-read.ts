import type { After, WedgeScan } from './wedge.ts';

/** The same code again so soon is one read by a trembling hand (ms); two pieces of the same goods take longer. */
export const doubleReadMs = 250;

/**
 * Tells a hardware double read from a second scan: the same text that begins within `doubleReadMs` of the end
 * of the last one, as the keys were pressed and not as they were handled. Forgets a text as soon as it may,
 * for it could be a payment code.
 */
export function createDoubleReads(after: After): (scan: WedgeScan) => boolean {
  let last: WedgeScan | null = null;
  let callOff = () => {};
  return scan => {
    const double = last?.text === scan.text && scan.firstAt - last.lastAt < doubleReadMs;
    callOff();
    last = scan;
    callOff = after(forgetMs, () => {
      last = null;
    });
    return double;
  };
}

/** A busy page may hand the second read over later than it was pressed. */
const forgetMs = 1_500;
