const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

/** `2026-11-23 14:03`, as the wall clock of this machine says it; the Swedish order is the one every country can read. */
export const timeText = (atMs: number): string => format.format(atMs);
