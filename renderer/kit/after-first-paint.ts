import { useEffect, useState } from 'react';

let isPainted = false;

/**
 * False until what stands first has been painted, then true for good: for what is much to draw and can be a blink later
 * than what a scan needs.
 */
export function useAfterFirstPaint(): boolean {
  const [painted, setPainted] = useState(isPainted);
  useEffect(() => {
    if (painted) return;
    return afterPaint(() => {
      isPainted = true;
      setPainted(true);
    });
  }, [painted]);
  return painted;
}

/** Runs `run` when what has been drawn is on the screen, or soon where nothing is; gives what takes it back. */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let frame = 0;
  const soon = () => {
    timer = setTimeout(run);
  };
  // A page that nobody sees has no frames.
  if (document.hidden) soon();
  // The first frame's own callbacks run before it is painted; with the second begins, the first has been shown.
  else
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(soon);
    });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
