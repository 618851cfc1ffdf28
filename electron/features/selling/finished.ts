import type { FinishedSale } from '../../../shared/contract/selling.ts';

/** The sale just finished, on screen until the next customer's first goods. Gone after a restart, as the customer is. */
export class Finished {
  #sale: FinishedSale | null = null;

  get sale(): FinishedSale | null {
    return this.#sale;
  }

  show(sale: FinishedSale): void {
    this.#sale = sale;
  }

  /** Some of its exchange's credit goes back. */
  gaveBack(rest: FinishedSale['rest']): void {
    if (this.#sale) this.#sale = { ...this.#sale, rest };
  }

  dismiss(): void {
    this.#sale = null;
  }
}
