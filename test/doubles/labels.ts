import fc from 'fast-check';
import { mod10Right } from '../../shared/domain/codes.ts';
import { amountFactors, type LabelRule, weightUnits } from '../../shared/domain/labels/rule.ts';

/** What a scale is told to print: each figure as the digits of its field. */
export type Printed = { readonly item: number; readonly amount?: number; readonly weight?: number };

/** Prints a label as a scale of this rule does, letter by letter; knows nothing of how the till reads it. */
export function printLabel({ pattern }: Pick<LabelRule, 'pattern'>, printed: Printed): string {
  const figures = { W: printed.item, E: printed.amount ?? 0, N: printed.weight ?? 0, O: 0 };
  let label = '';
  for (const [letter] of pattern.matchAll(/\d|W+|E+|N+|O+|C/g)) {
    const kind = letter[0]!;
    if (/\d/.test(kind)) label += kind;
    else if (kind === 'C') label += checkDigitOf(label);
    else label += String(figures[kind as keyof typeof figures]).padStart(letter.length, '0');
  }
  return label;
}

const checkDigitOf = (digits: string): string => [...'0123456789'].find(digit => mod10Right(digits + digit))!;

/** A rule any shop could have: 13 or 18 digits, the figures in either order, with and without a check digit. */
export const anyRule: fc.Arbitrary<LabelRule> = fc
  .record({
    length: fc.constantFrom(13, 18),
    flag: fc.constantFrom('2', '02', '22', '26', '299'),
    figures: fc.constantFrom('E', 'N', 'EN', 'NE'),
    digits: fc.integer({ min: 3, max: 5 }),
    end: fc.constantFrom('C', '', 'O', 'CO', 'OC'),
    amountFactor: fc.constantFrom(...amountFactors),
    weightUnit: fc.constantFrom(...weightUnits),
    keepZeros: fc.boolean(),
  })
  .map(({ length, flag, figures, digits, end, ...rest }) => {
    const fields = [...figures].map(letter => letter.repeat(digits)).join('');
    const items = 'W'.repeat(Math.max(1, length - flag.length - fields.length - end.length));
    return { ...rest, pattern: `${flag}${items}${fields}${end}` };
  })
  .filter(({ pattern }) => pattern.length === 13 || pattern.length === 18);
