import { no, ok, type Result } from '../../lib/result.ts';

/**
 * How a shop's scale writes its labels (秤签): the digits in front as they are printed, then W item code (PLU),
 * E amount, N weight or pieces, C check digit, O any digit; `22WWWWWEEEEEC`.
 */
export type LabelRule = {
  readonly pattern: string;
  /** Minor units in one of E: 1 where it is fen, 10 for jiao, 100 for yuan. */
  readonly amountFactor: (typeof amountFactors)[number];
  /** What one of N weighs. For goods sold by the piece N counts them. */
  readonly weightUnit: (typeof weightUnits)[number];
  /** Whether the price list writes the item code with its leading zeros. */
  readonly keepZeros: boolean;
};

export const amountFactors = [1, 10, 100] as const;
export const weightUnits = ['g', '10g'] as const;
export const labelLengths = [13, 18] as const;
/** More ways of labelling than this no shop has. */
export const labelRulesMax = 20;
/** Longer runs of E or N would be sums and weights that no till holds. */
const figureDigitsMax = 6;

type Letter = 'W' | 'E' | 'N' | 'C' | 'O';
/** Where a letter stands in a label; `end` is one past the last digit. */
export type Run = { readonly start: number; readonly end: number };

/** A rule whose pattern has been read. */
export type ParsedRule = LabelRule & {
  readonly flag: string;
  readonly length: number;
  readonly item: Run;
  readonly amount: Run | null;
  readonly weight: Run | null;
  readonly check: number | null;
};

export type RuleFault =
  | 'unknown-letter'
  /** F itself; the digits that the scale prints there are what tells its labels from other codes. */
  | 'flag-is-a-letter'
  | 'wrong-length'
  | 'no-flag'
  | 'no-item-code'
  | 'no-amount-or-weight'
  | 'letter-apart'
  | 'digit-inside'
  | 'figure-too-long'
  | 'two-check-digits';

/** `fw-wwwww eeeee c` as people copy it from a scale's manual: upper case, without blanks, hyphens and plus signs. */
export const tidyPattern = (typed: string): string => typed.toUpperCase().replace(/[\s+-]/g, '');

/** Reads a rule's pattern, or says what is wrong with it. */
export function parseRule(rule: LabelRule): Result<ParsedRule, RuleFault> {
  const { pattern } = rule;
  if (/[FD]/.test(pattern)) return no('flag-is-a-letter');
  if (/[^0-9WENCO]/.test(pattern)) return no('unknown-letter');
  if (!labelLengths.some(length => length === pattern.length)) return no('wrong-length');
  const flag = /^\d*/.exec(pattern)![0];
  if (flag === '') return no('no-flag');
  if (/\d/.test(pattern.slice(flag.length))) return no('digit-inside');
  const [item, amount, weight, check] = (['W', 'E', 'N', 'C'] as const).map(letter => runOf(pattern, letter));
  if ([item, amount, weight, check].includes('apart')) return no('letter-apart');
  return assembled(rule, flag, { item, amount, weight, check } as Runs);
}

type Runs = Readonly<Record<'item' | 'amount' | 'weight' | 'check', Run | null>>;

function assembled(
  rule: LabelRule,
  flag: string,
  { item, amount, weight, check }: Runs,
): Result<ParsedRule, RuleFault> {
  if (!item) return no('no-item-code');
  if (!amount && !weight) return no('no-amount-or-weight');
  if (check && lengthOf(check) > 1) return no('two-check-digits');
  if ([amount, weight].some(run => run && lengthOf(run) > figureDigitsMax)) return no('figure-too-long');
  const { length } = rule.pattern;
  return ok({ ...rule, flag, length, item, amount, weight, check: check?.start ?? null });
}

/** Null where the letter is not there at all. */
function runOf(pattern: string, letter: Letter): Run | null | 'apart' {
  const start = pattern.indexOf(letter);
  if (start < 0) return null;
  const end = pattern.lastIndexOf(letter) + 1;
  return pattern.slice(start, end) === letter.repeat(end - start) ? { start, end } : 'apart';
}

const lengthOf = ({ start, end }: Run): number => end - start;
