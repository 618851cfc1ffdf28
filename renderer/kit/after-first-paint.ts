import { useEffect, useState } from 'react';

let isPainted = false;

/**
 * False until the page has been painted for the first time, then true for good: for what is much to draw and can be a
 * blink later than what a scan needs.
 */
export function useAfterFirstPaint(): boolean {
  const [painted, setPainted] = useState(isPainted);
  useEffect(() => {
    if (painted) return;
    let timer: ReturnType<typeof setTimeout>;
    // The frame's own callbacks run before it is painted, a task behind them after it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        isPainted = true;
        setPainted(true);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [painted]);
  return painted;
}
