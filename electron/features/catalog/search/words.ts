/** Places of goods within one part of the catalogue, one bit each. */
export type Places = Uint32Array;

export const noPlaces = (size: number): Places => new Uint32Array((size + 31) >>> 5);

export const holdsPlace = (places: Places, place: number): boolean =>
  (places[place >>> 5]! & (1 << (place & 31))) !== 0;

/** The places in order. */
export function* eachPlace(places: Places): Generator<number> {
  for (let at = 0; at < places.length; at++) {
    for (let left = places[at]!; left !== 0; left &= left - 1) yield at * 32 + lowestBit(left);
  }
}

/** All of them at once, which is many times as fast. */
function placesIn(places: Places): number[] {
  const all: number[] = [];
  for (let at = 0; at < places.length; at++) {
    for (let left = places[at]!; left !== 0; left &= left - 1) all.push(at * 32 + lowestBit(left));
  }
  return all;
}

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

/**
 * Where a word stands: words that begin alike stand together, so that a prefix of two letters, one Han
 * character or three digits of a code is one block and nothing else need be read. A shorter text is the
 * start of a block of its own, which holds all of those goods in one list.
 */
export function startOf(word: string): string {
  const first = word.charCodeAt(0);
  if (first < 0x80) return word.slice(0, marksOf(word) + (first === hash ? 3 : 2)).toWellFormed();
  return String.fromCodePoint(word.codePointAt(0)!).toWellFormed();
}

const hash = 0x23;

/** How many marks of a code the word begins with. */
const marksOf = (word: string): number =>
  word.charCodeAt(0) !== hash ? 0 : word.charCodeAt(1) !== hash ? 1 : 2;

/** `ke` -> `k`; `#690` -> `#69`, `#6`; nothing for other starts. */
function shorterThan(start: string): string[] {
  const least = marksOf(start) + 1;
  const shorter: string[] = [];
  for (let length = start.length - 1; length >= least; length--) shorter.push(start.slice(0, length));
  return shorter;
}

/** A word and the goods that have it, in order. */
export type Entry = { readonly word: string; readonly places: ArrayLike<number> };

/** Words by their start, and which starts a shorter text stands for. */
export class Blocks {
  readonly #blocks = new Map<string, Entry[]>();
  readonly #shorter = new Map<string, string[]>();

  /** Each word once. */
  add(entry: Entry): void {
    const start = startOf(entry.word);
    const block = this.#blocks.get(start);
    if (block) {
      block.push(entry);
      return;
    }
    this.#blocks.set(start, [entry]);
    for (const shorter of shorterThan(start)) {
      const longer = this.#shorter.get(shorter);
      if (longer) longer.push(start);
      else this.#shorter.set(shorter, [start]);
    }
  }

  /** Marks the goods that have `text` as a word, or as the beginning of one. */
  mark(text: string, whole: boolean, places: Places): void {
    for (const entry of this.#blocks.get(startOf(text)) ?? []) {
      if (whole ? entry.word === text : entry.word.startsWith(text)) markAll(entry.places, places);
    }
    if (whole) return;
    for (const longer of this.#shorter.get(text) ?? [])
      for (const entry of this.#blocks.get(longer)!) markAll(entry.places, places);
  }

  /** Everything in it as bytes to be stored, block by block in order; places are below `size`. */
  *stored(size: number): Generator<StoredBlock> {
    const writer = new BlockWriter();
    const starts = new Set([...this.#blocks.keys(), ...this.#shorter.keys()]);
    for (const start of [...starts].sort()) {
      yield { start, bytes: writer.write(start, this.#entriesOf(start, size)) };
    }
  }

  /** The one entry of a start that is too short for words stands for all of the goods below it. */
  #entriesOf(start: string, size: number): readonly Entry[] {
    if (!this.#shorter.has(start)) return this.#blocks.get(start)!;
    const places = noPlaces(size);
    this.mark(start, false, places);
    return [{ word: start, places: placesIn(places) }];
  }
}

export type StoredBlock = { readonly start: string; readonly bytes: Uint8Array };

function markAll(found: ArrayLike<number>, places: Places): void {
  for (let at = 0; at < found.length; at++) {
    const place = found[at]!;
    places[place >>> 5]! |= 1 << (place & 31);
  }
}

/** `mark` of `Blocks`, on a block as it was stored. */
export function markStored(block: Uint8Array, text: string, whole: boolean, places: Places): void {
  const rest = utf8.encode(text.slice(startOf(text).length));
  for (let at = 0; at < block.length; ) {
    const length = block[at]!;
    at += 1;
    const fits =
      (whole ? length === rest.length : length >= rest.length) &&
      rest.every((byte, index) => block[at + index] === byte);
    at += length;
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = block[at++]!;
      size |= (byte & 0x7f) << shift;
      more = byte > 0x7f;
    }
    if (fits) markPlaces(block, at, at + size, places);
    at += size;
  }
}

function markPlaces(block: Uint8Array, from: number, end: number, places: Places): void {
  let place = 0;
  for (let at = from; at < end; ) {
    let step = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = block[at++]!;
      step |= (byte & 0x7f) << shift;
      more = byte > 0x7f;
    }
    place += step;
    places[place >>> 5]! |= 1 << (place & 31);
  }
}

const utf8 = new TextEncoder();

/**
 * A stored block: for each word the length of what follows its start, that in UTF-8, the length of its
 * places, and the places, each as the distance from the one before; whole numbers in groups of seven bits,
 * lowest first, as protocol buffers write them.
 */
class BlockWriter {
  #bytes = new Uint8Array(64 * 1024);
  #end = 0;

  write(start: string, entries: readonly Entry[]): Uint8Array {
    this.#end = 0;
    for (const { word, places } of entries) this.#word(word, start.length, places);
    return this.#bytes.slice(0, this.#end);
  }

  #word(word: string, from: number, places: ArrayLike<number>): void {
    this.#reserve(1 + (word.length - from) * 3 + (places.length + 1) * 4);
    this.#rest(word, from);
    let size = 0;
    for (let at = 0, before = 0; at < places.length; at++) {
      size += lengthOf(places[at]! - before);
      before = places[at]!;
    }
    this.#number(size);
    this.#steps(places);
  }

  /** Most of an index, and most of these are one byte: so the loop keeps to itself. */
  #steps(places: ArrayLike<number>): void {
    const bytes = this.#bytes;
    let end = this.#end;
    for (let at = 0, before = 0; at < places.length; at++) {
      let left = places[at]! - before;
      before = places[at]!;
      for (; left > 0x7f; left >>>= 7) bytes[end++] = (left & 0x7f) | 0x80;
      bytes[end++] = left;
    }
    this.#end = end;
  }

  #rest(word: string, from: number): void {
    const lengthAt = this.#end++;
    for (let at = from; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      // The encoder is called for what is not ASCII only; a call costs more than most of these words.
      if (unit > 0x7f) {
        this.#end += utf8.encodeInto(word.slice(at), this.#bytes.subarray(this.#end)).written;
        break;
      }
      this.#bytes[this.#end++] = unit;
    }
    this.#bytes[lengthAt] = this.#end - lengthAt - 1;
  }

  #number(value: number): void {
    let left = value;
    for (; left > 0x7f; left >>>= 7) this.#bytes[this.#end++] = (left & 0x7f) | 0x80;
    this.#bytes[this.#end++] = left;
  }

  #reserve(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const wider = new Uint8Array(2 * (this.#end + more));
    wider.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = wider;
  }
}

const lengthOf = (value: number): number =>
  value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : 4;
