import { tameText } from '../../../../shared/lib/text.ts';
import { startsWithinMs } from '../repricing/begin.ts';

/** Wall ms at which a local date (`2026-12-01`) begins, by the clock on the shop's wall. */
export type DayStart = (date: string) => number;

export type MomentFault = 'moment-unreadable' | 'moment-too-far';

const shapes = [
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]?(\d{1,2})[:时点](\d{2})?(?::\d{2}|分)?)?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/**
 * From when a price counts, as lists write it: `2026-12-01`, `2026/12/1 8:00`, `20261201`, `2026年12月1日8时`; a day
 * without a time counts from its beginning. Wall ms, null where that is past already, or why it can't be.
 */
export function readMoment(cell: string, now: number, dayStart: DayStart): number | null | MomentFault {
  const text = tameText(cell.normalize('NFKC')).replace(/ *(年|月|日|时|点|分) */g, '$1');
  const match = shapes.map(shape => shape.exec(text)).find(found => found !== null);
  if (!match) return 'moment-unreadable';
  const [year, month, day, hour, minute] = match.slice(1).map(part => Number(part ?? 0));
  if (!isDay(year!, month!, day!) || (hour ?? 0) > 24 || (minute ?? 0) > 59) return 'moment-unreadable';
  const date = [year, month, day].map(part => String(part).padStart(2, '0')).join('-');
  const at = dayStart(date) + ((hour ?? 0) * 60 + (minute ?? 0)) * 60_000;
  if (at <= now) return null;
  return at - now > startsWithinMs ? 'moment-too-far' : at;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
