import type { LocalTime } from '../../shared/domain/business-day.ts';
import type { WallClock } from '../core/ports.ts';

/** A moment as this machine's wall clock shows it; zone and daylight saving are the system's affair. */
function localTime(atMs: number): LocalTime {
  const at = new Date(atMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    hour: at.getHours(),
    minute: at.getMinutes(),
  };
}

/** Where daylight saving leaves midnight out, a day begins with its first moment after it. */
function dayStart(date: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, day).getTime();
}

export const wallClock: WallClock = { localTime, dayStart };
