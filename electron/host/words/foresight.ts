/** Goods beyond these are not foreseen: the words of each take a hundred bytes until they are wanted. */
const goodsMax = 200_000;
/** So many goods that were foreseen may be missing in a row before those that are taken are no longer found. */
const missingMax = 16;

/** Finds what is taken among what was foreseen: both come in about the same order. */
export class Foresight {
  readonly #names: string[] = [];
  readonly #codes: (readonly string[])[] = [];
  #next = 0;

  /** False for goods that need not be foreseen. */
  note(name: string, codes: readonly string[]): boolean {
    if (this.#names.length >= goodsMax) return false;
    this.#names.push(name);
    this.#codes.push(codes);
    return true;
  }

  /** The number under which these goods were foreseen; -1 where they were not, or elsewhere. */
  find(name: string, codes: readonly string[]): number {
    const end = Math.min(this.#next + missingMax, this.#names.length);
    for (let at = this.#next; at < end; at++) {
      if (this.#names[at] !== name || !isSame(this.#codes[at]!, codes)) continue;
      this.#next = at + 1;
      return at;
    }
    return -1;
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one === other || (one.length === other.length && one.every((code, index) => code === other[index]));
