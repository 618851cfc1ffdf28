import { no, ok, type Result } from '../../lib/result.ts';
import type { Cart, CartLine } from '../cart.ts';
import { type Item, type ItemId, isWeighed, type Unit } from '../item.ts';
import { divideHalfUp, type Minor } from '../money.ts';
import { extend, one, type Quantity, quantity, quantityMax } from '../quantity.ts';
import { type LabelReading, readLabel } from './read.ts';
import type { LabelRule } from './rule.ts';

/** What a label puts on a line. */
export type SoldByLabel = {
  readonly quantity: Quantity;
  /** Absent where only the weight is printed: then price times weight is what the line comes to. */
  readonly stamped?: Minor;
  /** What the price list would make of the printed weight, where that is more than a fen beside the printed sum. */
  readonly nowWorth?: Minor;
};

export type LabelFault =
  /** A scale without a price, or a sum too long for its field: nothing is printed that could be taken. */
  'label-empty' | 'quantity-too-large';

/**
 * A printed sum is what the line comes to, whatever the price is now; the printed weight is the quantity. Where
 * only the sum is printed, goods that are weighed have as much of them as it buys, to the thousandth and for
 * show; goods sold by the piece are one.
 */
export function soldByLabel(
  { unit, price }: Pick<Item, 'unit' | 'price'>,
  { amount, measured }: LabelReading,
): Result<SoldByLabel, LabelFault> {
  const counted = measured ? thousandths(measured, unit) : 0;
  if (amount === 0 || (amount === undefined && counted === 0)) return no('label-empty');
  if (counted > quantityMax) return no('quantity-too-large');
  if (amount === undefined) return ok({ quantity: quantity(counted) });
  if (counted === 0) return ok({ quantity: boughtBy(amount, price, unit), stamped: amount });
  const worth = extend(price, quantity(counted));
  return ok({
    quantity: quantity(counted),
    stamped: amount,
    ...(Math.abs(worth - amount) > 1 && { nowWorth: worth }),
  });
}

/** What of a label is kept with its line: enough to know it again, too little to be a payment code. */
export const labelTail = (digits: string): string => digits.slice(-4);

/** Whether this very label is on the cart already: another package of the same weight looks the same, so somebody is asked. */
export const isOnCart = (cart: Cart, item: ItemId, sold: SoldByLabel, tail: string): boolean =>
  cart.lines.some(
    line =>
      line.item === item &&
      line.label === tail &&
      line.stamped === sold.stamped &&
      (sold.stamped !== undefined || line.quantity === sold.quantity),
  );

/** Whether a line was read from this very label, or from one that says the same. */
export function isLabelOf(
  line: Pick<CartLine, 'code' | 'label' | 'stamped'>,
  rules: readonly LabelRule[],
  digits: string,
): boolean {
  const read = readLabel(rules, digits);
  if (read === null || read === 'check-digit-wrong') return false;
  return line.code === read.plu && line.label === labelTail(digits) && line.stamped === read.amount;
}

/** Exact, for a unit is a whole number of grams and 1000 of them are whole thousandths. */
const thousandths = ({ count, grams }: { count: number; grams: number }, unit: Unit): number =>
  unit === 'piece' ? count * 1000 : (grams * 1000) / gramsIn[unit];

const gramsIn = { kg: 1000, '500g': 500, jin: 500 } as const;

/** Only shown: the sum of the line is the printed one. */
function boughtBy(amount: Minor, price: Minor, unit: Unit): Quantity {
  if (!isWeighed(unit) || price === 0) return one;
  const bought = divideHalfUp(BigInt(amount) * 1000n, BigInt(price));
  return quantity(Math.min(Math.max(bought, 1), quantityMax));
}
