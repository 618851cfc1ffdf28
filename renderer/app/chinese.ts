import { useEffect } from 'react';
import { afterPaint } from '../kit/after-first-paint.ts';
import { whenQuiet } from './when-quiet.ts';

/**
 * Declares our own Chinese font: at once where the machine has none, and else when nobody is at the till, for the
 * rarest characters. Its hundred faces make the browser look at every text anew.
 */
export function useChineseFont(): void {
  useEffect(() => {
    // Without it the machine's own fonts have to do.
    const declare = () =>
      void import('../kit/chinese-font.ts').catch((error: unknown) => console.warn('no font', error));
    let end = () => {};
    // Measuring takes some milliseconds, which what a scan needs is not kept waiting for.
    const endMeasuring = afterPaint(() => {
      if (hasChinese()) end = whenQuiet(declare);
      else declare();
    });
    return () => {
      endMeasuring();
      end();
    };
  }, []);
}

/** A Han character is as wide as it is high in every font that has it, but for roundings; the box in place of a missing one is not. */
function hasChinese(): boolean {
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return false;
  canvas.font = `100px ${getComputedStyle(document.body).fontFamily}`;
  return Math.round(canvas.measureText('收').width) === 100;
}
