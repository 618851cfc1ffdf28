import type { ScanOutcome } from '../../../shared/contract/selling.ts';
import { checkDigitRight, cleanScan } from '../../../shared/domain/codes.ts';

/**
 * The code of goods that are on no price list, from the scan to whatever comes next, so that they can be sold
 * under it. In memory only, and only what has the shape of a retail code with its check digit right: nothing
 * that may be a payment code is kept.
 */
export class UnknownCode {
  #code = '';

  /** Empty where the last scan was none. */
  get code(): string {
    return this.#code;
  }

  heard(raw: string, { outcome }: ScanOutcome): void {
    const { text } = cleanScan(raw);
    this.#code = outcome === 'unknown-code' && checkDigitRight(text) ? text : '';
  }

  forget(): void {
    this.#code = '';
  }
}
