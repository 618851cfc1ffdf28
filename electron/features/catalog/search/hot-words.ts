import { eachWord, type TakeWord } from './each-word.ts';
import { Places } from './places.ts';
import type { Part } from './query.ts';
import { digitsWord, signsWord } from './tokens.ts';
import { textOf } from './units.ts';
import { Blocks } from './words.ts';

/** The words of goods in memory, with codes whole; each item has the place it was given, one after the other. */
export class HotWords {
  readonly #words = new Blocks();
  /** The places of each word in it. */
  readonly #known = new Map<string, number[]>();
  #size = 0;

  /** Places given out. */
  get size(): number {
    return this.#size;
  }

  /** Takes up the words of one more item, and tells its place. */
  add(name: string, codes: readonly string[]): number {
    const place = this.#size;
    this.#size += 1;
    const learn: TakeWord = (units, from, to) => this.#learn(textOf(units, from, to), place);
    eachWord(name, codes, learn, Number.POSITIVE_INFINITY);
    return place;
  }

  /** To be asked like a part of the catalogue. */
  part(): Part {
    const words = this.#words;
    return {
      empty: () => new Places(this.#size),
      mark: (word, whole, places) => words.mark(word, whole, places),
      markCode: (code, places) => {
        words.mark(signsWord(code), false, places);
        words.mark(digitsWord(code), false, places);
      },
      markNear: (typed, places) => words.markNear(typed, places),
    };
  }

  #learn(word: string, place: number): void {
    const places = this.#known.get(word);
    if (places) {
      if (places.at(-1) !== place) places.push(place);
      return;
    }
    const entry = { word, places: [place] };
    this.#known.set(word, entry.places);
    this.#words.add(entry);
  }
}
