import type { DayStart } from './moment.ts';

/** What the shop decides about every price list. */
export type PriceListRules = {
  readonly minorDigits: number;
  /** VAT of new goods whose row says none, in thousandths. */
  readonly taxPermille: number;
  /** When a day begins that a list names. */
  readonly dayStart: DayStart;
};
