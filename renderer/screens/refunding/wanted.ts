import type { InputOf } from '../../../shared/contract/words.ts';
import { parseMinor } from '../../../shared/domain/money.ts';

/** What a customer without a receipt remembers of a sale. */
export type Wanted = InputOf<'refunding.find'>;

/** Typed with a point it is a sum; null where it is not one. `digits`: those of the currency. */
export function amountTyped(text: string, digits: number): number | null {
  const amount = parseMinor(text.replace(/\.$/, ''), digits);
  return amount.ok ? amount.value : null;
}

/**
 * The day that digits name: `7` the last 7th, `1128` the last 28 November, nothing today. Never one that is
 * still to come; null where there is no such day. `today` and the answer: `2026-11-28`.
 */
export function dayTyped(text: string, today: string): string | null {
  if (text === '') return today;
  const [year, month] = today.split('-').map(Number) as [number, number];
  if (/^\d{4}$/.test(text)) {
    const days = [year, year - 1].map(each => dayOf(each, Number(text.slice(0, 2)), Number(text.slice(2))));
    return days.find(day => day !== null && day <= today) ?? null;
  }
  if (!/^\d{1,2}$/.test(text)) return null;
  const before = month === 1 ? ([year - 1, 12] as const) : ([year, month - 1] as const);
  const days = [dayOf(year, month, Number(text)), dayOf(...before, Number(text))];
  return days.find(day => day !== null && day <= today) ?? null;
}

/** Null for a day that its month does not have. */
function dayOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null;
}
