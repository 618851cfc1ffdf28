import type { ReportFilter } from '../../../shared/contract/reports.ts';
import { parseMinor } from '../../../shared/domain/money.ts';

/** Digits are the last ones of a receipt's number; with a point they are an amount. `digits`: those of the currency. */
export function searched(text: string, digits: number): Pick<ReportFilter, 'tail' | 'amount'> {
  if (text === '') return {};
  if (!text.includes('.')) return { tail: text };
  const amount = parseMinor(text.replace(/\.$/, ''), digits);
  return amount.ok ? { amount: amount.value } : {};
}

/** The last digits of a receipt's number as it is printed and scanned (`1-000123`, `R1-000004`); null for anything else. */
export const tailOfReceipt = (text: string): string | null =>
  /^[A-Z]*\d+-(\d{1,12})$/i.exec(text)?.[1] ?? null;
