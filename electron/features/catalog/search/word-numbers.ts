import { charactersPacked, hanEnd, hanFrom, packed, unpacked } from './packed.ts';
import { PairNumbers } from './pair-numbers.ts';
import { textOf } from './units.ts';

/**
 * Gives each word a number, counted from 1. Some 26 words come with each item, and a Map of strings took longer over
 * them than all the rest of an import; so they are packed into two whole numbers. The few that do not fit (long numbers,
 * codes, letters beyond ASCII) stand in a Map all the same.
 */
export class WordNumbers {
  readonly #packed = new PairNumbers();
  /** Numbers of the words that could not be packed. */
  readonly #odd = new Map<string, number>();

  /** How many words there are, which is the highest number. */
  get count(): number {
    return this.#packed.count;
  }

  /** The number of the word that stands from `from` to `to`. */
  of(units: Uint16Array, from: number, to: number): number {
    const first = units[from]!;
    const length = to - from;
    if (first >= hanFrom && first < hanEnd && length <= 2) {
      return this.#packed.of((first << 16) | (length === 2 ? units[from + 1]! : 0), 0);
    }
    const middle = length < charactersPacked ? to : from + charactersPacked;
    const high = packed(units, from, middle);
    const low = length > 2 * charactersPacked ? -1 : packed(units, middle, to);
    return high < 0 || low < 0 ? this.#oddNumber(textOf(units, from, to)) : this.#packed.of(high, low);
  }

  #oddNumber(word: string): number {
    let number = this.#odd.get(word);
    if (number === undefined) {
      number = this.#packed.next();
      this.#odd.set(word, number);
    }
    return number;
  }

  /** All words. */
  *all(): Generator<[word: string, number: number]> {
    const odd = new Set(this.#odd.values());
    for (let number = 1; number <= this.count; number++) {
      if (!odd.has(number)) yield [unpacked(this.#packed.high(number), this.#packed.low(number)), number];
    }
    yield* this.#odd;
  }
}
