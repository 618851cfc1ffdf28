import { assert } from '../lib/assert.ts';
import type { Brand } from '../lib/brand.ts';
import { no, ok, type Result } from '../lib/result.ts';
import { foldWidth } from '../lib/text.ts';

/** An amount in whole minor units of the shop's currency (fen for CNY); may be negative. */
export type Minor = Brand<number, 'Minor'>;

/** The largest amount the till works with: 99,999,999.99. Beyond it every sum still is a safe integer. */
export const amountMax = 9_999_999_999;

/** Asserts a whole, safe amount. For values from inside; texts from outside go through `parseMinor`. */
export function minor(value: number): Minor {
  assert(Number.isSafeInteger(value), `amount ${value} is a safe integer`);
  return (value === 0 ? 0 : value) as Minor;
}

export const zero: Minor = minor(0);

export const sum = (amounts: readonly Minor[]): Minor =>
  minor(amounts.reduce((total, each) => total + each, 0));

/** How many minor digits a currency has on its coins and price tags. */
export const minorDigits = (currency: string): number => unusualDigits.get(currency) ?? 2;
const unusualDigits = new Map([
  ['JPY', 0],
  ['KRW', 0],
  ['VND', 0],
  ['KWD', 3],
  ['BHD', 3],
]);

/** Rounds `numerator / denominator` to the nearest whole, halves away from zero. `denominator` > 0. */
export function divideHalfUp(numerator: bigint, denominator: bigint): Minor {
  assert(denominator > 0n, 'divisor is positive');
  const sign = numerator < 0n ? -1n : 1n;
  const doubled = numerator * sign * 2n + denominator;
  return minor(Number((sign * doubled) / (denominator * 2n)));
}

/** `amount * numerator / denominator`, rounded half up; multiplied exactly. */
export const scale = (amount: Minor, numerator: number, denominator: number): Minor =>
  divideHalfUp(BigInt(amount) * BigInt(numerator), BigInt(denominator));

/**
 * Splits `total` by `weights` so that the parts always sum to `total` (largest remainder; ties to the
 * earlier part). Weights are whole and not negative; when all are zero the parts are as even as can be.
 */
export function allocate(total: Minor, weights: readonly number[]): Minor[] {
  if (weights.length === 0) {
    assert(total === 0, 'nothing can only be split from nothing');
    return [];
  }
  assert(
    weights.every(weight => Number.isSafeInteger(weight) && weight >= 0),
    'weights are whole, not negative',
  );
  const shares = weights.some(weight => weight > 0) ? weights : weights.map(() => 1);
  const whole = shares.reduce((all, share) => all + BigInt(share), 0n);
  const sign = total < 0 ? -1n : 1n;
  const size = BigInt(total) * sign;
  const parts = shares.map((share, index) => {
    const product = size * BigInt(share);
    return { index, floor: product / whole, rest: product % whole };
  });
  let left = size - parts.reduce((all, part) => all + part.floor, 0n);
  for (const part of [...parts].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  )) {
    if (left === 0n) break;
    part.floor += 1n;
    left -= 1n;
  }
  return parts.map(part => minor(Number(sign * part.floor)));
}

export type AmountFault = 'not-a-number' | 'too-many-decimals' | 'too-large' | 'negative';

/**
 * Reads an amount as people and price lists write it (`12`, `12.5`, `¥1,234.50`, full-width digits)
 * exactly, without passing through a float. `digits` is the currency's minor digits.
 */
export function parseMinor(text: string, digits = 2): Result<Minor, AmountFault> {
  const plain = bareAmount(text);
  if (/^[-−]/.test(plain)) return no('negative');
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  const match = /^(\d*)(?:\.(\d*))?$/.exec(grouped);
  if (!match || (!match[1] && !match[2])) return no('not-a-number');
  const whole = (match[1] ?? '').replace(/^0+/, '');
  const decimals = withoutEndZeros(match[2] ?? '');
  if (decimals.length > digits) return no('too-many-decimals');
  if (whole.length > wholeDigitsMax) return no('too-large');
  const value = Number(`${whole}${decimals.padEnd(digits, '0')}`);
  return value > amountMax ? no('too-large') : ok(minor(value));
}

/** Far more digits than `amountMax` has, far fewer than a float would begin to round. */
const wholeDigitsMax = 12;

// Blanks are cut by `trim`, not by patterns: two neighbouring `\s*` take minutes over a line of blanks.
function bareAmount(text: string): string {
  const bare = foldWidth(text).trim();
  const unsigned = /^[¥￥$€]/.test(bare) ? bare.slice(1).trim() : bare;
  return unsigned.endsWith('元') ? unsigned.slice(0, -1).trim() : unsigned;
}

/** `5000` -> `5`. Written out, for `/0+$/` starts anew at every zero of a long text. */
export function withoutEndZeros(decimals: string): string {
  let end = decimals.length;
  while (end > 0 && decimals[end - 1] === '0') end -= 1;
  return decimals.slice(0, end);
}

/** `12345` -> `123.45`; no grouping, no currency sign. */
export function plainAmount(amount: Minor, digits = 2): string {
  const sign = amount < 0 ? '-' : '';
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
