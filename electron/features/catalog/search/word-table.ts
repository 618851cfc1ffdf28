import { lengthOf, type StoredBlock, writeNumber } from './block.ts';
import type { TakeWord } from './each-word.ts';
import { doubled } from './pair-numbers.ts';
import { PartBlocks } from './part-blocks.ts';
import { WordNumbers } from './word-numbers.ts';

/** Words that are kept, and written, together: a fraction of a millisecond. */
const wordsPerStep = 8_192;

// What is known of each word, side by side.
const bytes = 0;
const last = 1;
const fields = 2;

/**
 * Gathers the words of one part of the catalogue. What is added is only noted, in order, and counted: so at the end the
 * places of each word are written where they belong, with room for no more than they take.
 */
export class WordTable {
  readonly #numbers: WordNumbers;
  /** How many bytes the places of each word take, and the place of the last one, from 1. */
  #known: Int32Array<ArrayBuffer>;
  /** Words as they came, by number; `~place` stands before those of a place. */
  readonly #noted: Int32Array[] = [];
  #filling = new Int32Array(wordsPerStep);
  #filled = 0;
  #place = -1;
  readonly #taker: TakeWord = (units, from, to) => this.#take(this.#numbers.of(units, from, to));

  /** Parts may have their words' numbers together. */
  constructor(numbers = new WordNumbers()) {
    this.#numbers = numbers;
    this.#known = new Int32Array(Math.max(1 << 16, (numbers.count + 1) * fields));
  }

  /**
   * Takes the words of the goods at `place`, which come in order; the same word again does no harm. The one
   * taker serves all goods: it is asked for anew before each.
   */
  at(place: number): TakeWord {
    this.#place = place;
    this.#note(~place);
    return this.#taker;
  }

  /** The same for words whose numbers are known. */
  take(place: number, words: Int32Array): void {
    this.at(place);
    for (let at = 0; at < words.length; at++) this.#take(words[at]!);
  }

  /** What was gathered, as it is stored; null for a step that only prepared. */
  *blocks(): Generator<StoredBlock | null> {
    const ends = this.#begins();
    const steps = new Uint8Array(ends.at(-1)!);
    for (let at = last; at < this.#known.length; at += fields) this.#known[at] = 0;
    let place = 0;
    for (const noted of [...this.#noted, this.#filling.subarray(0, this.#filled)]) {
      place = this.#write(noted, place, steps, ends);
      yield null;
    }
    const blocks = new PartBlocks(steps, this.#place + 1);
    for (const [word, number] of this.#numbers.all()) {
      const end = ends[number]!;
      const size = this.#bytesOf(number);
      if (size > 0) blocks.add({ word, from: end - size, end });
      yield null;
    }
    yield* blocks.stored();
  }

  #take(word: number): void {
    const at = word * fields;
    while (at >= this.#known.length) this.#known = doubled(this.#known);
    const step = this.#stepFrom(at, this.#place);
    if (step < 0) return;
    this.#known[at + bytes]! += lengthOf(step);
    this.#note(word);
  }

  /** From the last place of a word to this one, which is the last from now on; -1 where it is already. */
  #stepFrom(at: number, place: number): number {
    const before = this.#known[at + last]!;
    this.#known[at + last] = place + 1;
    return before === 0 ? place : place === before - 1 ? -1 : place + 1 - before;
  }

  #note(what: number): void {
    this.#filling[this.#filled++] = what;
    if (this.#filled < wordsPerStep) return;
    this.#noted.push(this.#filling);
    this.#filling = new Int32Array(wordsPerStep);
    this.#filled = 0;
  }

  /** Writes the places of what was noted where those of each word end so far; gives the place that was the last. */
  #write(noted: Int32Array, first: number, steps: Uint8Array, ends: Int32Array): number {
    let place = first;
    for (let at = 0; at < noted.length; at++) {
      const word = noted[at]!;
      if (word < 0) place = ~word;
      else ends[word] = writeNumber(steps, ends[word]!, this.#stepFrom(word * fields, place));
    }
    return place;
  }

  #bytesOf(word: number): number {
    return this.#known[word * fields + bytes] ?? 0;
  }

  /** Where the places of each word begin among those of all, word after word; behind the last one, how long they are. */
  #begins(): Int32Array {
    const begins = new Int32Array(this.#numbers.count + 2);
    for (let word = 1; word < begins.length; word++)
      begins[word] = begins[word - 1]! + this.#bytesOf(word - 1);
    return begins;
  }
}
