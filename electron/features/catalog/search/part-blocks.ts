import { BlockWriter, markSteps, type StoredBlock, stepsOf } from './block.ts';
import { ByStart } from './by-start.ts';
import { Places } from './places.ts';

/** A word, and where its places stand, as they are stored, among those of all words of the part. */
export type PartWord = { readonly word: string; readonly from: number; readonly end: number };

/** The words of one part of the catalogue, by their starts, as blocks. */
export class PartBlocks {
  readonly #words = new ByStart<PartWord>();
  readonly #steps: Uint8Array;
  readonly #size: number;

  /** `steps` holds the places of all words, each of which is below `size`. */
  constructor(steps: Uint8Array, size: number) {
    this.#steps = steps;
    this.#size = size;
  }

  /** Each word once. */
  add(word: PartWord): void {
    this.#words.add(word);
  }

  /** In the order of their starts. */
  *stored(): Generator<StoredBlock> {
    const writer = new BlockWriter();
    for (const start of this.#words.starts()) {
      const longer = this.#words.longerThan(start);
      if (longer.length > 0) this.#writeAll(writer, start, longer);
      else this.#writeEach(writer, start);
      yield { start, bytes: writer.taken() };
    }
  }

  #writeEach(writer: BlockWriter, start: string): void {
    for (const { word, from, end } of this.#words.wordsOf(start))
      writer.word(word, start.length, this.#steps, from, end);
  }

  /** The one entry of a start that is too short for words stands for all of the goods below it. */
  #writeAll(writer: BlockWriter, start: string, longer: readonly string[]): void {
    const places = new Places(this.#size);
    for (const each of [start, ...longer])
      for (const { from, end } of this.#words.wordsOf(each)) markSteps(this.#steps, from, end, places);
    const steps = stepsOf(places, this.#size);
    writer.word(start, start.length, steps, 0, steps.length);
  }
}
