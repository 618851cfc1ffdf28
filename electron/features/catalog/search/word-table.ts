import { Blocks, type Entry, type StoredBlock } from './words.ts';

/** More than half full, a table is made anew at double the size. */
const slotsAtFirst = 1 << 16;

/**
 * Gathers the words of one part of the catalogue. Some 26 come with each item, and a Map of strings, with a
 * list for each, took longer over them than all the rest of an import; so words are packed into two whole
 * numbers, in a hash table with linear probing, and the places of a word are a chain, last one first. The
 * few words that do not fit (long numbers, codes, letters beyond ASCII) stand in a Map all the same.
 */
export class WordTable {
  #slots = slotsAtFirst;
  #high = new Int32Array(slotsAtFirst);
  #low = new Int32Array(slotsAtFirst);
  /** Of each slot its last link; 0 where the slot is free. */
  #last = new Int32Array(slotsAtFirst);
  #words = 0;
  #places = new Int32Array(slotsAtFirst);
  #before = new Int32Array(slotsAtFirst);
  #links = 0;
  readonly #odd = new Map<string, number[]>();
  #size = 0;

  /** Notes that goods are found by the word from `from` to `to` of `text`; places come in order, the same again does no harm. */
  add(text: string, from: number, to: number, place: number): void {
    this.#size = place + 1;
    const first = text.charCodeAt(from);
    if (first >= hanFrom && first < hanEnd && to - from <= 2) {
      this.#addPacked((first << 16) | (to - from === 2 ? text.charCodeAt(from + 1) : 0), 0, place);
      return;
    }
    const middle = Math.min(to, from + charactersPacked);
    const high = packed(text, from, middle);
    const low = to - middle > charactersPacked ? -1 : packed(text, middle, to);
    if (high < 0 || low < 0) this.#addOdd(text.slice(from, to), place);
    else this.#addPacked(high, low, place);
  }

  /** What was gathered, as it is stored; null for a step that only prepared. */
  *blocks(): Generator<StoredBlock | null> {
    const blocks = new Blocks();
    for (const entry of this.#entries()) {
      blocks.add(entry);
      yield null;
    }
    yield* blocks.stored(this.#size);
  }

  #addPacked(high: number, low: number, place: number): void {
    const slot = this.#slotOf(high, low);
    const last = this.#last[slot]!;
    if (last !== 0 && this.#places[last] === place) return;
    this.#links += 1;
    if (this.#links === this.#places.length) this.#moreLinks();
    this.#places[this.#links] = place;
    this.#before[this.#links] = last;
    this.#last[slot] = this.#links;
    if (last !== 0) return;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#words += 1;
    if (this.#words * 2 > this.#slots) this.#moreSlots();
  }

  #addOdd(word: string, place: number): void {
    const places = this.#odd.get(word);
    if (!places) this.#odd.set(word, [place]);
    else if (places[places.length - 1] !== place) places.push(place);
  }

  /** The slot of a word, or the free one that it takes. */
  #slotOf(high: number, low: number): number {
    let slot = mixed(high, low) & (this.#slots - 1);
    while (this.#last[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) {
      slot = (slot + 1) & (this.#slots - 1);
    }
    return slot;
  }

  #moreSlots(): void {
    const [high, low, last] = [this.#high, this.#low, this.#last];
    this.#slots *= 2;
    this.#high = new Int32Array(this.#slots);
    this.#low = new Int32Array(this.#slots);
    this.#last = new Int32Array(this.#slots);
    for (let from = 0; from < last.length; from++) {
      if (last[from] === 0) continue;
      const slot = this.#slotOf(high[from]!, low[from]!);
      this.#high[slot] = high[from]!;
      this.#low[slot] = low[from]!;
      this.#last[slot] = last[from]!;
    }
  }

  #moreLinks(): void {
    this.#places = doubled(this.#places);
    this.#before = doubled(this.#before);
  }

  *#entries(): Generator<Entry> {
    for (let slot = 0; slot < this.#slots; slot++) {
      if (this.#last[slot] === 0) continue;
      const places: number[] = [];
      for (let link = this.#last[slot]!; link !== 0; link = this.#before[link]!)
        places.push(this.#places[link]!);
      yield { word: unpacked(this.#high[slot]!, this.#low[slot]!), places: places.reverse() };
    }
    for (const [word, places] of this.#odd) yield { word, places };
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

// Han words are one or two UTF-16 units, the first in the upper half; packed ASCII never reaches that far.
const hanFrom = 0x2e80;
const hanEnd = 0xd800;
/** Seven bits each. */
const charactersPacked = 4;

/** Up to four ASCII characters as one number; -1 where some other is among them. */
function packed(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) return -1;
    number = (number << 7) | unit;
  }
  return number;
}

function unpacked(high: number, low: number): string {
  if (high >>> 16 >= hanFrom) {
    const second = high & 0xffff;
    return String.fromCharCode(high >>> 16, ...(second === 0 ? [] : [second]));
  }
  return characters(high) + characters(low);
}

function characters(number: number): string {
  let text = '';
  for (let left = number; left !== 0; left >>>= 7) text = String.fromCharCode(left & 0x7f) + text;
  return text;
}
