import type { StoredBlock } from './block.ts';
import { eachWord, type TakeWord } from './each-word.ts';
import { doubled } from './pair-numbers.ts';
import { WordNumbers } from './word-numbers.ts';
import { WordTable } from './word-table.ts';

/**
 * Makes the words of a new catalogue, some of them before anybody knows which place in which part their goods will have:
 * finding the words of a name is nine tenths of the work, and needs no more than the name.
 */
export class AheadMaker {
  #numbers = new WordNumbers();
  /** Words of the goods that were foreseen, by number, goods after goods. */
  #foreseen = new Int32Array(1 << 16);
  /** Where those of each end. */
  readonly #ends: number[] = [];
  #end = 0;
  #part = new WordTable(this.#numbers);
  #place = 0;
  readonly #noter: TakeWord = (units, from, to) => this.#note(this.#numbers.of(units, from, to));

  /** Goods that will be taken, most likely; the first call is about number 0. */
  foresee(name: string, codes: readonly string[]): void {
    eachWord(name, codes, this.#noter);
    this.#ends.push(this.#end);
  }

  /** The next goods of the part, by the number under which they were foreseen. */
  takeForeseen(goods: number): void {
    const from = goods === 0 ? 0 : this.#ends[goods - 1]!;
    this.#part.take(this.#place, this.#foreseen.subarray(from, this.#ends[goods]));
    this.#place += 1;
  }

  /** The next goods of the part. */
  take(name: string, codes: readonly string[]): void {
    eachWord(name, codes, this.#part.at(this.#place));
    this.#place += 1;
  }

  /** The words of the part, as they are stored, null for a step that only prepared; what is taken from now on is the next one's. */
  endPart(): Generator<StoredBlock | null> {
    const part = this.#part;
    // Numbers that nobody has noted need not be kept for the parts to come.
    if (this.#ends.length === 0) this.#numbers = new WordNumbers();
    this.#part = new WordTable(this.#numbers);
    this.#place = 0;
    return part.blocks();
  }

  #note(word: number): void {
    if (this.#end === this.#foreseen.length) this.#foreseen = doubled(this.#foreseen);
    this.#foreseen[this.#end] = word;
    this.#end += 1;
  }
}
