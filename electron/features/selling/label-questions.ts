import type { CartId } from '../../../shared/domain/cart.ts';
import type { Item } from '../../../shared/domain/item.ts';
import type { LabelReading } from '../../../shared/domain/labels/read.ts';

/** A scale's label between its scan and the cart. */
export type ScannedLabel = {
  readonly items: readonly Item[];
  readonly label: LabelReading;
  /** The last digits of it. */
  readonly tail: string;
  /** Somebody has said that it is to be added once more. */
  readonly again: boolean;
};

/**
 * The label that waits for an answer: which of its goods, or once more the same. In memory only, one at a time,
 * and gone with the next scan: whoever answers has the package in the hand.
 */
export class LabelQuestions {
  #open: { readonly asked: string; readonly cart: CartId; readonly label: ScannedLabel } | null = null;

  ask(asked: string, cart: CartId, label: ScannedLabel): void {
    this.#open = { asked, cart, label };
  }

  /** What was asked about, if it still is and the cart is the one it was asked for. */
  find(asked: string, cart: CartId): ScannedLabel | undefined {
    return this.#open?.asked === asked && this.#open.cart === cart ? this.#open.label : undefined;
  }

  forget(): void {
    this.#open = null;
  }
}
