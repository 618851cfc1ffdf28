import type { LocalTime } from '../../shared/domain/business-day.ts';

/** A moment as this machine's wall clock shows it; zone and daylight saving are the system's affair. */
export function localTime(atMs: number): LocalTime {
  const at = new Date(atMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    hour: at.getHours(),
    minute: at.getMinutes(),
  };
}
