import type { StoredBlock } from './block.ts';
import { charactersPacked, hanEnd, hanFrom, packed, unpacked } from './packed.ts';
import type { TakeWord } from './tokens.ts';
import { Blocks } from './words.ts';

/** More than half full, a table is made anew at double the size. */
const slotsAtFirst = 1 << 16;
/** Links that are kept, and sorted, together: a fraction of a millisecond. */
const linksPerStep = 8_192;

/** Which word (by number) is found at which place; the first `size` of each. */
class Links {
  readonly words = new Int32Array(linksPerStep);
  readonly places = new Int32Array(linksPerStep);
  size = 0;
}

// Where in the fields of a word what follows its halves stands.
const count = 2;
const last = 3;
const fields = 4;

/**
 * Gathers the words of one part of the catalogue. Some 26 come with each item, and a Map of strings, with a
 * list for each, took longer over them than all the rest of an import; so words are packed into two whole
 * numbers, in a hash table with linear probing that gives each a number. What is added is only noted, word
 * and place, and sorted by word at the end by counting, so that memory is walked in order. The few words
 * that do not fit (long numbers, codes, letters beyond ASCII) stand in a Map all the same.
 */
export class WordTable {
  /** Numbers of words, counted from 1; 0 where the slot is free. */
  #slots = new Int32Array(slotsAtFirst);
  #words = 0;
  /** What is known of each word, side by side: its two halves, how many links it has, the place of the last one, from 1. */
  #known = new Int32Array(slotsAtFirst);
  /** Numbers of the words that could not be packed. */
  readonly #odd = new Map<string, number>();
  /** Links in the order in which they came. */
  readonly #links: Links[] = [];
  #filling = new Links();
  #place = -1;
  readonly #taker: TakeWord = (text, from, to) => this.#link(this.#numberOf(text, from, to));

  /**
   * Takes the words of the goods at `place`, which come in order; the same word again does no harm. The one
   * taker serves all goods: it is asked for anew before each.
   */
  at(place: number): TakeWord {
    this.#place = place;
    return this.#taker;
  }

  /** What was gathered, as it is stored; null for a step that only prepared. */
  *blocks(): Generator<StoredBlock | null> {
    const blocks = new Blocks();
    const ends = this.#firstPlaces();
    const sorted = new Int32Array(this.#links.length * linksPerStep + this.#filling.size);
    for (const { words, places, size } of [...this.#links, this.#filling]) {
      for (let link = 0; link < size; link++) sorted[ends[words[link]!]!++] = places[link]!;
      yield null;
    }
    for (const [word, number] of this.#everyWord()) {
      const end = ends[number]!;
      blocks.add({ word, places: sorted.subarray(end - this.#known[number * fields + count]!, end) });
      yield null;
    }
    yield* blocks.stored(this.#place + 1);
  }

  #numberOf(text: string, from: number, to: number): number {
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
    this.#known[number * fields] = high;
    this.#known[number * fields + 1] = low;
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
    this.#words += 1;
    if ((this.#words + 1) * fields > this.#known.length) this.#known = doubled(this.#known);
    return this.#words;
  }

  #link(word: number): void {
    const place = this.#place;
    const at = word * fields;
    if (this.#known[at + last] === place + 1) return;
    this.#known[at + last] = place + 1;
    this.#known[at + count]! += 1;
    const links = this.#filling;
    links.words[links.size] = word;
    links.places[links.size] = place;
    links.size += 1;
    if (links.size < linksPerStep) return;
    this.#links.push(links);
    this.#filling = new Links();
  }

  /** The slot of a word, or the free one that it takes. */
  #slotOf(high: number, low: number): number {
    const slots = this.#slots;
    const known = this.#known;
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
      this.#slots[this.#slotOf(this.#known[at]!, this.#known[at + 1]!)] = word;
    }
  }

  /** Where the places of each word begin among all of them, word after word. */
  #firstPlaces(): Int32Array {
    const firsts = new Int32Array(this.#words + 1);
    for (let word = 2; word <= this.#words; word++) {
      firsts[word] = firsts[word - 1]! + this.#known[(word - 1) * fields + count]!;
    }
    return firsts;
  }

  *#everyWord(): Generator<[word: string, number: number]> {
    const odd = new Set(this.#odd.values());
    for (let word = 1; word <= this.#words; word++) {
      const at = word * fields;
      if (!odd.has(word)) yield [unpacked(this.#known[at]!, this.#known[at + 1]!), word];
    }
    yield* this.#odd;
  }
}

/** Every bit of both numbers counts in every bit: the middle and the end are those of MurmurHash3. */
function mixed(high: number, low: number): number {
  let hash = Math.imul(high, 0xcc9e2d51) ^ Math.imul(low, 0x1b873593);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const doubled = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(2 * numbers.length);
  wider.set(numbers);
  return wider;
};
