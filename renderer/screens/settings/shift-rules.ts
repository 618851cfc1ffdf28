import type { ShiftRules } from '../../../shared/contract/shifts.ts';
import { minorDigits, parseMinor, plainAmount } from '../../../shared/domain/money.ts';

/** The rules of shifts as they are typed. */
export type RulesDraft = {
  readonly cutOffHour: number;
  readonly tolerance: string;
  readonly drawerLimit: string;
  /** One name per drawer, in their order. */
  readonly names: readonly string[];
};

export const drawersMax = 4;

export function draftOf(rules: ShiftRules, currency: string): RulesDraft {
  const digits = minorDigits(currency);
  return {
    cutOffHour: rules.cutOffHour,
    tolerance: plainAmount(rules.tolerance, digits),
    drawerLimit: plainAmount(rules.drawerLimit, digits),
    names: rules.drawers.map(each => each.name),
  };
}

/** The rules of a draft, or which of its sums can't be read. A drawer keeps its code; a new one gets the next that is free. */
export function rulesOf(
  draft: RulesDraft,
  before: ShiftRules,
  currency: string,
): ShiftRules | { readonly wrong: 'tolerance' | 'drawerLimit' } {
  const digits = minorDigits(currency);
  const tolerance = parseMinor(draft.tolerance, digits);
  if (!tolerance.ok) return { wrong: 'tolerance' };
  const drawerLimit = parseMinor(draft.drawerLimit, digits);
  if (!drawerLimit.ok) return { wrong: 'drawerLimit' };
  return {
    cutOffHour: draft.cutOffHour,
    tolerance: tolerance.value,
    drawerLimit: drawerLimit.value,
    drawers: draft.names.map((name, index) => ({
      drawer: before.drawers[index]?.drawer ?? `drawer-${index + 1}`,
      name: name.trim(),
    })),
  };
}
