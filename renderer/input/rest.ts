/** A person's next key comes later than this, a scanner's sooner. */
const restMs = 30;
/** A key that is held down shows what it does all the same. */
const restlessMaxMs = 100;

/** Tells of changes once no other has followed for 30 ms, at the latest 100 ms after the first; gives a way to end it. */
export function onceAtRest(subscribe: (changed: () => void) => () => void, tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restlessSince: number | null = null;
  const end = subscribe(() => {
    clearTimeout(timer);
    const now = performance.now();
    restlessSince ??= now;
    timer = setTimeout(
      () => {
        restlessSince = null;
        tell();
      },
      Math.min(restMs, restlessSince + restlessMaxMs - now),
    );
  });
  return () => {
    end();
    clearTimeout(timer);
  };
}
