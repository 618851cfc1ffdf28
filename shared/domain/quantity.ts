import { assert } from '../lib/assert.ts';
import type { Brand } from '../lib/brand.ts';
import { no, ok, type Result } from '../lib/result.ts';
import { foldWidth } from '../lib/text.ts';
import { divideHalfUp, type Minor, withoutEndZeros } from './money.ts';

/** A quantity in whole thousandths of its unit: 2 pieces = 2000, 1.284 kg = 1284. */
export type Quantity = Brand<number, 'Quantity'>;

/** 99,999.999 of a unit: more is a slip of the scanner. */
export const quantityMax = 99_999_999;

export function quantity(thousandths: number): Quantity {
  assert(
    Number.isSafeInteger(thousandths) && Math.abs(thousandths) <= quantityMax,
    `quantity ${thousandths} is whole thousandths`,
  );
  return thousandths as Quantity;
}

export const pieces = (count: number): Quantity => quantity(count * 1000);
export const one: Quantity = pieces(1);

/** `unit price x quantity`, rounded half up to the minor unit once. */
export const extend = (unitPrice: Minor, count: Quantity): Minor =>
  divideHalfUp(BigInt(unitPrice) * BigInt(count), 1000n);

export type QuantityFault = 'not-a-number' | 'too-many-decimals' | 'too-large' | 'not-positive';

/** Reads `3`, `1.284`, full-width digits; exact. */
export function parseQuantity(text: string): Result<Quantity, QuantityFault> {
  const match = /^(\d*)(?:\.(\d*))?$/.exec(foldWidth(text).trim());
  if (!match || (!match[1] && !match[2])) return no('not-a-number');
  const decimals = withoutEndZeros(match[2] ?? '');
  if (decimals.length > 3) return no('too-many-decimals');
  // However long the digits are: what a float rounds is far above the bound.
  const value = Number(`${match[1]}${decimals.padEnd(3, '0')}`);
  if (value > quantityMax) return no('too-large');
  return value <= 0 ? no('not-positive') : ok(quantity(value));
}

/** `2000` -> `2`, `1284` -> `1.284`. */
export function plainQuantity(count: Quantity): string {
  const sign = count < 0 ? '-' : '';
  const text = String(Math.abs(count)).padStart(4, '0');
  const decimals = withoutEndZeros(text.slice(-3));
  return `${sign}${text.slice(0, -3)}${decimals ? `.${decimals}` : ''}`;
}
