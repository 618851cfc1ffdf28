/** So long nobody has touched the till: what takes a tenth of a second is in nobody's way then. */
const quietMs = 1_500;
const touches = ['keydown', 'pointerdown'] as const;

let touchedAt = Number.NEGATIVE_INFINITY;

/**
 * Counts keys and fingers on `page` from now on. To be called before anybody else listens, for whoever reads a scanner
 * keeps its keys to itself, and a hand that scans one piece after the other would pass for nobody.
 */
export function noteTouches(page: EventTarget): void {
  const note = () => {
    touchedAt = performance.now();
  };
  for (const touch of touches) page.addEventListener(touch, note, { capture: true, passive: true });
}

/** Runs `run` once, when no key and no finger has come for a while; gives what takes it back. */
export function whenQuiet(run: () => void): () => void {
  let timer = setTimeout(look, quietMs);
  function look() {
    const quietFor = performance.now() - touchedAt;
    if (quietFor >= quietMs) run();
    else timer = setTimeout(look, quietMs - quietFor);
  }
  return () => clearTimeout(timer);
}
