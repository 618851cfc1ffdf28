import { type Minor, minorDigits, parseMinor, zero } from '../../../shared/domain/money.ts';
import { type Entry, useEntry } from '../../input/entry.ts';
import { useLive } from '../../live/index.tsx';

/** An amount being keyed. `amount` is null while nothing, or nothing readable, has been keyed. */
export type AmountEntry = { readonly entry: Entry; readonly amount: Minor | null; read(): Minor | null };

const wholeDigitsMax = 8;

/** Keys an amount in the shop's currency: figures and one point, no more decimals than the currency has. */
export function useAmount(): AmountEntry {
  const digits = minorDigits(useLive('setup.state')?.currency ?? 'CNY');
  const decimals = digits === 0 ? '' : `(\\.\\d{0,${digits}})?`;
  const entry = useEntry({ accepts: new RegExp(`^\\d{0,${wholeDigitsMax}}${decimals}$`) });
  const read = (text: string): Minor | null => {
    const parsed = text === '' || text === '.' ? null : parseMinor(text, digits);
    return parsed?.ok ? parsed.value : null;
  };
  return { entry, amount: read(entry.text), read: () => read(entry.read()) };
}

/** What to show of it: nothing keyed counts as nothing there. */
export const shown = (amount: Minor | null): Minor => amount ?? zero;
