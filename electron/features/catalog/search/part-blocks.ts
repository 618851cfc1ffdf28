import { BlockWriter, markSteps, type StoredBlock, stepsOf } from './block.ts';
import { Places } from './places.ts';
import { shorterThan, startOf } from './words.ts';

/** A word, and where its places stand, as they are stored, among those of all words of the part. */
export type PartWord = { readonly word: string; readonly from: number; readonly end: number };

/** The words of one part of the catalogue, by their starts, as blocks. */
export class PartBlocks {
  readonly #blocks = new Map<string, PartWord[]>();
  /** Which starts a shorter text stands for. */
  readonly #longer = new Map<string, string[]>();
  readonly #steps: Uint8Array;
  readonly #size: number;

  /** `steps` holds the places of all words, each of which is below `size`. */
  constructor(steps: Uint8Array, size: number) {
    this.#steps = steps;
    this.#size = size;
  }

  /** Each word once. */
  add(word: PartWord): void {
    const start = startOf(word.word);
    const block = this.#blocks.get(start);
    if (block) {
      block.push(word);
      return;
    }
    this.#blocks.set(start, [word]);
    for (const shorter of shorterThan(start)) {
      const longer = this.#longer.get(shorter);
      if (longer) longer.push(start);
      else this.#longer.set(shorter, [start]);
    }
  }

  /** In the order of their starts. */
  *stored(): Generator<StoredBlock> {
    const writer = new BlockWriter();
    const starts = new Set([...this.#blocks.keys(), ...this.#longer.keys()]);
    for (const start of [...starts].sort()) {
      if (this.#longer.has(start)) this.#writeAll(writer, start);
      else this.#writeEach(writer, start);
      yield { start, bytes: writer.taken() };
    }
  }

  #writeEach(writer: BlockWriter, start: string): void {
    for (const { word, from, end } of this.#blocks.get(start)!)
      writer.word(word, start.length, this.#steps, from, end);
  }

  /** The one entry of a start that is too short for words stands for all of the goods below it. */
  #writeAll(writer: BlockWriter, start: string): void {
    const places = new Places(this.#size);
    for (const each of [start, ...this.#longer.get(start)!])
      for (const { from, end } of this.#blocks.get(each) ?? []) markSteps(this.#steps, from, end, places);
    const steps = stepsOf(places, this.#size);
    writer.word(start, start.length, steps, 0, steps.length);
  }
}
