import { type Minor, minor } from './money.ts';

/** How what is owed in cash is rounded (抹零), by the shop's setting `cash-rounding`. */
export const cashRoundings = ['none', 'down-jiao', 'down-yuan', 'nearest-5', 'nearest-10'] as const;
export type CashRounding = (typeof cashRoundings)[number];

/** In minor units; `down` never takes more than is owed. */
const ways: Readonly<Record<CashRounding, { readonly step: number; readonly down: boolean }>> = {
  none: { step: 1, down: true },
  'down-jiao': { step: 10, down: true },
  'down-yuan': { step: 100, down: true },
  'nearest-5': { step: 5, down: false },
  'nearest-10': { step: 10, down: false },
};

/** What a shop may choose from: rounding up is charging more than the tag says, which mainland China forbids. */
export const roundingsIn = (country: string): readonly CashRounding[] =>
  country === 'CN' ? cashRoundings.filter(each => ways[each].down) : cashRoundings;

/**
 * What is added to `owed` when all of it is paid in cash: negative when rounded down. A sum below one step
 * stays as it is, or goods would be given away.
 */
export function roundingOf(owed: Minor, rounding: CashRounding): Minor {
  const { step, down } = ways[rounding];
  if (owed < step) return minor(0);
  const rest = owed % step;
  return minor(down || rest * 2 < step ? -rest : step - rest);
}
