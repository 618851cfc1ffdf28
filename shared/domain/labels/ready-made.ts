import type { LabelRule } from './rule.ts';

const rule = (pattern: string): LabelRule => ({
  pattern,
  amountFactor: 1,
  weightUnit: 'g',
  keepZeros: true,
});

/**
 * Formats that the scales sold in mainland China come with (大华, 顶尖), with the flag most shops leave them at.
 * None holds before a shop has chosen it: which digits its scale prints in front, only the shop knows.
 */
export const readyMadeRules: readonly LabelRule[] = [
  rule('22WWWWWEEEEEC'),
  rule('21WWWWWNNNNNC'),
  rule('2WWWWWWEEEEEC'),
  rule('2WWWWWWNNNNNC'),
  rule('26WWWWWEEEEENNNNNC'),
  rule('26WWWWWNNNNNEEEEEC'),
  rule('2WWWWWWEEEEENNNNNC'),
  rule('2WWWWWWNNNNNEEEEEC'),
  rule('2WWWWWWEEEEECNNNNN'),
];
