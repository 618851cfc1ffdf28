/** So long nobody has touched the till: what takes a tenth of a second is in nobody's way then. */
const quietMs = 1_500;
const touches = ['keydown', 'pointerdown'] as const;

/** Runs `run` once, when no key and no finger has come for a while; gives what takes it back. */
export function whenQuiet(run: () => void): () => void {
  let timer = setTimeout(begin, quietMs);
  function begin() {
    end();
    run();
  }
  function again() {
    clearTimeout(timer);
    timer = setTimeout(begin, quietMs);
  }
  function end() {
    clearTimeout(timer);
    for (const touch of touches) window.removeEventListener(touch, again, true);
  }
  for (const touch of touches) window.addEventListener(touch, again, { capture: true, passive: true });
  return end;
}
