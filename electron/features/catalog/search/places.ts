/**
 * Places of goods within one part of the catalogue, one bit each. There is no room before the first mark: most of
 * what is asked of most parts is nowhere in them.
 */
export class Places {
  readonly #size: number;
  #bits: Uint32Array | null = null;

  /** For places below `size`. */
  constructor(size: number) {
    this.#size = size;
  }

  /** To be marked in, 32 places to a number, the lowest bit first. */
  marks(): Uint32Array {
    this.#bits ??= new Uint32Array((this.#size + 31) >>> 5);
    return this.#bits;
  }

  /** Whether nothing is marked. */
  isNowhere(): boolean {
    return this.#bits === null;
  }

  has(place: number): boolean {
    return this.#bits !== null && (this.#bits[place >>> 5]! & (1 << (place & 31))) !== 0;
  }

  /** Marks all of these, given in any form of list. */
  mark(found: ArrayLike<number>): void {
    if (found.length === 0) return;
    const bits = this.marks();
    for (let at = 0; at < found.length; at++) {
      const place = found[at]!;
      bits[place >>> 5]! |= 1 << (place & 31);
    }
  }

  /** Marks those of the other as well. */
  add(other: Places): void {
    const more = other.#bits;
    if (!more) return;
    const bits = this.marks();
    for (let at = 0; at < bits.length; at++) bits[at]! |= more[at]!;
  }

  /** Leaves only those that the other has too. */
  keep(other: Places): void {
    const [bits, also] = [this.#bits, other.#bits];
    let left = 0;
    if (bits && also) for (let at = 0; at < bits.length; at++) left |= bits[at]! &= also[at]!;
    if (left === 0) this.#bits = null;
  }

  /** Those from `first` on in order, at most `most`. */
  from(first: number, most: number): number[] {
    const found: number[] = [];
    const bits = this.#bits;
    if (!bits) return found;
    let at = first >>> 5;
    let left = at < bits.length ? bits[at]! & (-1 << (first & 31)) : 0;
    while (found.length < most && at < bits.length) {
      if (left === 0) {
        at += 1;
        left = at < bits.length ? bits[at]! : 0;
      } else {
        found.push(at * 32 + lowestBit(left));
        left &= left - 1;
      }
    }
    return found;
  }
}

/** The place of the lowest bit that is set, from 0. */
export const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);
