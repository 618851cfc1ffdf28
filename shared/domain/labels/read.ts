import { mod10Right } from '../codes.ts';
import type { Item } from '../item.ts';
import { type Minor, minor } from '../money.ts';
import { type LabelRule, type ParsedRule, parseRule, type Run } from './rule.ts';

/** What a scale has printed on one package. */
export type LabelReading = {
  /** The item code, as the price list writes it. */
  readonly plu: string;
  readonly amount?: Minor;
  /** N as it is printed, which counts pieces, and what it weighs if it is a weight. */
  readonly measured?: { readonly count: number; readonly grams: number };
};

/**
 * What the first rule that a text fits makes of it. A wrong check digit is the end of it: the text fits a label
 * and was read badly, so that it must not pass for anything else. Null where it is no label of this shop.
 */
export function readLabel(
  rules: readonly LabelRule[],
  digits: string,
): LabelReading | 'check-digit-wrong' | null {
  if (!/^\d+$/.test(digits)) return null;
  for (const rule of rules) {
    const parsed = parseRule(rule);
    if (parsed.ok && fits(parsed.value, digits)) return readBy(parsed.value, digits);
  }
  return null;
}

/** A label with the goods its item code names; no goods where the price list does not know it. */
export type LabelledGoods = { readonly label: LabelReading; readonly items: readonly Item[] };

/** As `readLabel`, with the goods. Whoever has a price list can ask, in any state of the till. */
export function goodsOnLabel(
  rules: readonly LabelRule[],
  digits: string,
  itemsWithCode: (code: string) => readonly Item[],
): LabelledGoods | 'check-digit-wrong' | null {
  const label = readLabel(rules, digits);
  return label === null || label === 'check-digit-wrong' ? label : { label, items: itemsWithCode(label.plu) };
}

const fits = ({ flag, length }: ParsedRule, digits: string): boolean =>
  digits.length === length && digits.startsWith(flag);

function readBy(rule: ParsedRule, digits: string): LabelReading | 'check-digit-wrong' {
  const { check, item, amount, weight } = rule;
  // The check digit speaks for what stands before it; a weight printed behind it (add-on) has none.
  if (check !== null && !mod10Right(digits.slice(0, check + 1))) return 'check-digit-wrong';
  const code = digits.slice(item.start, item.end);
  const count = weight && figure(digits, weight);
  return {
    plu: rule.keepZeros ? code : code.replace(/^0+(?=\d)/, ''),
    ...(amount && { amount: minor(figure(digits, amount) * rule.amountFactor) }),
    ...(count !== null && { measured: { count, grams: count * (rule.weightUnit === 'g' ? 1 : 10) } }),
  };
}

const figure = (digits: string, { start, end }: Run): number => Number(digits.slice(start, end));
