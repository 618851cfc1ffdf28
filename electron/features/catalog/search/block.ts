import { lowestBit, type Places } from './places.ts';

export type StoredBlock = { readonly start: string; readonly bytes: Uint8Array };

const utf8 = new TextEncoder();

/**
 * Writes stored blocks: for each word the length of what follows its start in one byte (words are cut to `width`), that
 * in UTF-8, the length of its places, and the places, each as the step from the one before; whole numbers in groups of
 * seven bits, lowest first, as protocol buffers write them.
 */
export class BlockWriter {
  #bytes = new Uint8Array(64 * 1024);
  #end = 0;

  /** A word of which the first `from` UTF-16 units are the start of the block; its places stand in `steps`, as they are stored. */
  word(word: string, from: number, steps: Uint8Array, first: number, end: number): void {
    this.#reserve(1 + (word.length - from) * 3 + 4 + end - first);
    this.#rest(word, from);
    this.#end = writeNumber(this.#bytes, this.#end, end - first);
    for (let at = first; at < end; at++) this.#bytes[this.#end++] = steps[at]!;
  }

  /** The block of the words since the last one. */
  taken(): Uint8Array {
    const block = this.#bytes.slice(0, this.#end);
    this.#end = 0;
    return block;
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

  #reserve(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const wider = new Uint8Array(2 * (this.#end + more));
    wider.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = wider;
  }
}

/** Bytes of a whole number as it is stored. */
export const lengthOf = (value: number): number =>
  value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : 4;

/** Writes a whole number at `at`; gives where it ends. */
export function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  let [end, left] = [at, value];
  for (; left > 0x7f; left >>>= 7) bytes[end++] = (left & 0x7f) | 0x80;
  bytes[end++] = left;
  return end;
}

/** The marked places as they are stored, of a part of `size` goods. */
export function stepsOf(places: Places, size: number): Uint8Array {
  // No step takes more bytes than it is long, but the first.
  const bytes = new Uint8Array(size + 1);
  return bytes.subarray(0, writeSteps(bytes, places.marks()));
}

/** Gives where they end. */
function writeSteps(bytes: Uint8Array, marks: Uint32Array): number {
  let [end, before] = [0, 0];
  for (let at = 0; at < marks.length; at++) {
    for (let left = marks[at]!; left !== 0; left &= left - 1) {
      const place = at * 32 + lowestBit(left);
      end = writeNumber(bytes, end, place - before);
      before = place;
    }
  }
  return end;
}

/** Marks the goods of a stored block that have a word, or the beginning of one, which is `text` after the start of the block. */
export function markStored(block: Uint8Array, text: string, whole: boolean, places: Places): void {
  const rest = utf8.encode(text);
  const isWanted = (at: number, length: number) =>
    (whole ? length === rest.length : length >= rest.length) && standsAt(block, at, rest);
  markWords(block, isWanted, places);
}

/**
 * Marks the goods of a stored block by words that are wanted. They are shown as where they stand in the block,
 * in UTF-8 and without its start.
 */
export function markWords(
  block: Uint8Array,
  isWanted: (at: number, length: number) => boolean,
  places: Places,
): void {
  for (let at = 0; at < block.length; ) {
    const length = block[at]!;
    at += 1;
    const fits = isWanted(at, length);
    at += length;
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = block[at++]!;
      size |= (byte & 0x7f) << shift;
      more = byte > 0x7f;
    }
    if (fits) markSteps(block, at, at + size, places);
    at += size;
  }
}

function standsAt(block: Uint8Array, at: number, bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index++) if (block[at + index] !== bytes[index]) return false;
  return true;
}

/** Marks places as they are stored. */
export function markSteps(block: Uint8Array, from: number, end: number, places: Places): void {
  const bits = places.marks();
  let place = 0;
  for (let at = from; at < end; ) {
    let step = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = block[at++]!;
      step |= (byte & 0x7f) << shift;
      more = byte > 0x7f;
    }
    place += step;
    bits[place >>> 5]! |= 1 << (place & 31);
  }
}
