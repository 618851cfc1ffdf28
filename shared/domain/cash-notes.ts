import { minorDigits } from './money.ts';

/**
 * The coins and notes with which customers round a sum up, smallest first, in minor units: from the coin of
 * one unit to the largest note that is handed over a counter every day. Change below one unit is never rounded up to.
 */
const inCirculation: Readonly<Record<string, readonly number[]>> = {
  CNY: [100, 500, 1_000, 2_000, 5_000, 10_000],
  // The note of 2 dollars is collected, not spent.
  USD: [100, 500, 1_000, 2_000, 5_000, 10_000],
  GBP: [100, 200, 500, 1_000, 2_000, 5_000],
  // Notes of 200 and 500 euros exist, and most shops turn them away.
  EUR: [100, 200, 500, 1_000, 2_000, 5_000, 10_000],
};

/** What sums in a currency are rounded up to; of one whose money is not known, its unit, tens and hundreds. */
export function notesOf(currency: string): readonly number[] {
  const unit = 10 ** minorDigits(currency);
  return inCirculation[currency] ?? [unit, 10 * unit, 100 * unit];
}
