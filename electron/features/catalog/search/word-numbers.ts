import { charactersPacked, hanEnd, hanFrom, packed, unpacked } from './packed.ts';

/** More than half full, a table is made anew at double the size. */
const slotsAtFirst = 1 << 16;
/** The two halves of each word. */
const fields = 2;

/**
 * Gives each word a number, counted from 1. Some 26 words come with each item, and a Map of strings took longer over
 * them than all the rest of an import; so they are packed into two whole numbers, in a hash table with linear probing.
 * The few that do not fit (long numbers, codes, letters beyond ASCII) stand in a Map all the same.
 */
export class WordNumbers {
  /** Numbers of words; 0 where the slot is free. */
  #slots = new Int32Array(slotsAtFirst);
  #halves = new Int32Array(slotsAtFirst);
  /** Numbers of the words that could not be packed. */
  readonly #odd = new Map<string, number>();
  /** How many words there are, which is the highest number. */
  count = 0;

  /** The number of the word that stands from `from` to `to` of `text`. */
  of(text: string, from: number, to: number): number {
    const first = text.charCodeAt(from);
    if (first >= hanFrom && first < hanEnd && to - from <= 2) {
      return this.#packedNumber((first << 16) | (to - from === 2 ? text.charCodeAt(from + 1) : 0), 0);
    }
    const middle = Math.min(to, from + charactersPacked);
    const high = packed(text, from, middle);
    const low = to - middle > charactersPacked ? -1 : packed(text, middle, to);
    return high < 0 || low < 0 ? this.#oddNumber(text.slice(from, to)) : this.#packedNumber(high, low);
  }

  #packedNumber(high: number, low: number): number {
    const slot = this.#slotOf(high, low);
    const known = this.#slots[slot]!;
    if (known !== 0) return known;
    const number = this.#newNumber();
    this.#halves[number * fields] = high;
    this.#halves[number * fields + 1] = low;
    this.#slots[slot] = number;
    if (number * 2 > this.#slots.length) this.#moreSlots();
    return number;
  }

  #oddNumber(word: string): number {
    let number = this.#odd.get(word);
    if (number === undefined) {
      number = this.#newNumber();
      this.#odd.set(word, number);
    }
    return number;
  }

  #newNumber(): number {
    this.count += 1;
    if ((this.count + 1) * fields > this.#halves.length) this.#halves = doubled(this.#halves);
    return this.count;
  }

  /** All words. */
  *all(): Generator<[word: string, number: number]> {
    const odd = new Set(this.#odd.values());
    for (let number = 1; number <= this.count; number++) {
      const at = number * fields;
      if (!odd.has(number)) yield [unpacked(this.#halves[at]!, this.#halves[at + 1]!), number];
    }
    yield* this.#odd;
  }

  /** The slot of a word, or the free one that it takes. */
  #slotOf(high: number, low: number): number {
    const slots = this.#slots;
    const known = this.#halves;
    let slot = mixed(high, low) & (slots.length - 1);
    for (let word = slots[slot]!; word !== 0; word = slots[slot]!) {
      if (known[word * fields] === high && known[word * fields + 1] === low) break;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  #moreSlots(): void {
    const words = this.#slots.filter(word => word !== 0);
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (const word of words) {
      const at = word * fields;
      this.#slots[this.#slotOf(this.#halves[at]!, this.#halves[at + 1]!)] = word;
    }
  }
}

/** Every bit of both numbers counts in every bit: the middle and the end are those of MurmurHash3. */
function mixed(high: number, low: number): number {
  let hash = Math.imul(high, 0xcc9e2d51) ^ Math.imul(low, 0x1b873593);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The same numbers, with as much room again behind them. */
export const doubled = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(2 * numbers.length);
  wider.set(numbers);
  return wider;
};
