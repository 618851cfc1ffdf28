import type { StoredBlock } from './block.ts';
import type { TakeWord } from './each-word.ts';
import { doubled } from './pair-numbers.ts';
import { WordNumbers } from './word-numbers.ts';
import { Blocks } from './words.ts';

/** Links that are kept, and sorted, together: a fraction of a millisecond. */
const linksPerStep = 8_192;

/** Which word (by number) is found at which place; the first `size` of each. */
class Links {
  readonly words = new Int32Array(linksPerStep);
  readonly places = new Int32Array(linksPerStep);
  size = 0;
}

// What is known of each word, side by side.
const count = 0;
const last = 1;
const fields = 2;

/**
 * Gathers the words of one part of the catalogue. What is added is only noted, word and place, and sorted by word at the
 * end by counting, so that memory is walked in order.
 */
export class WordTable {
  readonly #numbers: WordNumbers;
  /** How many links each word has, and the place of the last one, from 1. */
  #known: Int32Array<ArrayBuffer>;
  /** Links in the order in which they came. */
  readonly #links: Links[] = [];
  #filling = new Links();
  #place = -1;
  readonly #taker: TakeWord = (units, from, to) => this.#link(this.#numbers.of(units, from, to));

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
    return this.#taker;
  }

  /** The same for words whose numbers are known. */
  take(place: number, words: Int32Array): void {
    this.#place = place;
    for (let at = 0; at < words.length; at++) this.#link(words[at]!);
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
    for (const [word, number] of this.#numbers.all()) {
      const links = this.#countOf(number);
      if (links > 0) blocks.add({ word, places: sorted.subarray(ends[number]! - links, ends[number]) });
      yield null;
    }
    yield* blocks.stored(this.#place + 1);
  }

  #link(word: number): void {
    const place = this.#place;
    const at = word * fields;
    while (at >= this.#known.length) this.#known = doubled(this.#known);
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

  #countOf(word: number): number {
    return this.#known[word * fields + count] ?? 0;
  }

  /** Where the places of each word begin among all of them, word after word. */
  #firstPlaces(): Int32Array {
    const firsts = new Int32Array(this.#numbers.count + 1);
    for (let word = 2; word <= this.#numbers.count; word++) {
      firsts[word] = firsts[word - 1]! + this.#countOf(word - 1);
    }
    return firsts;
  }
}
