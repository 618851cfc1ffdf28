/** Says whether one more restart is allowed: at most `most` within `withinMs`, by a clock that only grows. */
export function restartBudget(most: number, withinMs: number, monotonicMs: () => number): () => boolean {
  let recent: number[] = [];
  return () => {
    const nowMs = monotonicMs();
    recent = recent.filter(ms => nowMs - ms < withinMs).concat(nowMs);
    return recent.length <= most;
  };
}
