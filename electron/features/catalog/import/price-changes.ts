import type { PriceChange } from '../../../../shared/contract/catalog.ts';
import type { Item } from '../../../../shared/domain/item.ts';

/** Changes that are shown; whoever has to look at more of them has to look at the file. */
export const changesShown = 200;
/** So many are gathered before the small ones are let go. */
const gatheredMax = 4 * changesShown;

/** Counts how prices move between the list that is live and the one that is to come, and keeps the largest moves. */
export class PriceChanges {
  up = 0;
  down = 0;
  /** Goods that change, but not their price. */
  otherwise = 0;
  /** Prices that become more than half as much again, or less than half. */
  steep = 0;
  #largest: PriceChange[] = [];

  add(before: Item, after: Item, starts?: number): void {
    const [from, to] = [before.price, after.price];
    if (from === to) {
      this.otherwise += 1;
      return;
    }
    if (to > from) this.up += 1;
    else this.down += 1;
    if (Math.abs(to - from) * 2 > from) this.steep += 1;
    const later = starts !== undefined && { starts };
    this.#largest.push({ code: after.codes[0]!, name: after.name, unit: after.unit, from, to, ...later });
    if (this.#largest.length >= gatheredMax) this.#largest = largestOf(this.#largest);
  }

  /** Largest first, as a factor: ten times as much and a tenth are equally far off. */
  get largest(): readonly PriceChange[] {
    return largestOf(this.#largest);
  }
}

const largestOf = (changes: readonly PriceChange[]): PriceChange[] =>
  [...changes].sort((a, b) => factorOf(b) - factorOf(a) || (a.code < b.code ? -1 : 1)).slice(0, changesShown);

const factorOf = ({ from, to }: PriceChange): number => Math.max(from, to) / Math.min(from, to);
