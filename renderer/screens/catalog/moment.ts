const two = (value: number): string => String(value).padStart(2, '0');

/** Wall ms as a box for date and time wants it, `2026-12-01T08:00`, by the clock of this machine. */
export function localMinute(atMs: number): string {
  const at = new Date(atMs);
  const date = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What such a box says, in wall ms; null while it is being typed. */
export function momentOf(minute: string): number | null {
  const at = new Date(minute).getTime();
  return Number.isNaN(at) ? null : at;
}

/** The beginning of the day after: when most new prices count from. */
export function atMidnight(nowMs: number): number {
  const now = new Date(nowMs);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
}
