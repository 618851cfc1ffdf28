/** A change in whole per cent with its sign, `+900%`; a price that was nothing has no share to tell. */
export function percentOf(from: number, to: number): string {
  if (from === 0) return '—';
  const percent = Math.round(((to - from) * 100) / from);
  return percent > 0 ? `+${percent}%` : `−${-percent}%`;
}
