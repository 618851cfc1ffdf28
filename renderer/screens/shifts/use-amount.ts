import { type Minor, minorDigits, parseMinor } from '../../../shared/domain/money.ts';
import { type Entry, useEntry } from '../../input/entry.ts';
import { useWords } from '../../kit/words.tsx';

/** An amount being keyed. `amount` is null while nothing, or nothing readable, has been keyed. */
export type AmountEntry = { readonly entry: Entry; readonly amount: Minor | null; read(): Minor | null };

const wholeDigitsMax = 8;

/** Figures and one point, no more decimals than the currency has. */
export const amountTyped = (digits: number): RegExp =>
  new RegExp(`^\\d{0,${wholeDigitsMax}}${digits === 0 ? '' : `(\\.\\d{0,${digits}})?`}$`);

/** The amount of what was typed; null where that is none. */
export function readAmount(text: string, digits: number): Minor | null {
  const parsed = text === '' || text === '.' ? null : parseMinor(text, digits);
  return parsed?.ok ? parsed.value : null;
}

/** Keys an amount in the shop's currency. */
export function useAmount(): AmountEntry {
  const digits = minorDigits(useWords().currency);
  const entry = useEntry({ accepts: amountTyped(digits) });
  return { entry, amount: readAmount(entry.text, digits), read: () => readAmount(entry.read(), digits) };
}
