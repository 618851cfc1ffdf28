import { assert } from '../lib/assert.ts';
import type { Brand } from '../lib/brand.ts';

/** A day of trade, `2026-11-28`; from one cut-off hour to the next, whatever the calendar says. */
export type BusinessDay = Brand<string, 'BusinessDay'>;

/** A moment as the clock on the shop's wall shows it. */
export type LocalTime = {
  /** `2026-11-28` */
  readonly date: string;
  /** 0 to 23 */
  readonly hour: number;
  readonly minute: number;
};

/** Night shops close the books hours after midnight; nobody does so in the afternoon. */
export const cutOffHourMax = 12;

/**
 * The business day of a moment: the calendar day, or the one before until `cutOffHour` has struck. It asks the
 * wall clock's hour only, so the hour that a change of daylight saving repeats or leaves out belongs to one day.
 */
export function businessDayOf(local: LocalTime, cutOffHour: number): BusinessDay {
  assert(cutOffHour >= 0 && cutOffHour <= cutOffHourMax, 'a day is cut off in the morning');
  return local.hour < cutOffHour ? addDays(local.date as BusinessDay, -1) : (local.date as BusinessDay);
}

/** The business day `days` later. */
export function addDays(day: BusinessDay, days: number): BusinessDay {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10) as BusinessDay;
}
