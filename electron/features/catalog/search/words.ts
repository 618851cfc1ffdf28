import { ByStart, startOf } from './by-start.ts';
import type { Places } from './places.ts';
import { lettersLookedAt, nearStarts, nearTo } from './slips.ts';
import { mayBeCut } from './tokens.ts';

/** A word and the goods that have it, in order. */
export type Entry = { readonly word: string; readonly places: ArrayLike<number> };

/** Words in memory. */
export class Blocks {
  readonly #words = new ByStart<Entry>();

  /** Each word once. */
  add(entry: Entry): void {
    this.#words.add(entry);
  }

  /** Marks the goods that have `text` as a word, or as the beginning of one. */
  mark(text: string, whole: boolean, places: Places): void {
    for (const entry of this.#words.wordsOf(startOf(text))) {
      if (whole ? entry.word === text : entry.word.startsWith(text)) places.mark(entry.places);
    }
    if (whole) return;
    for (const longer of this.#words.longerThan(text))
      for (const entry of this.#words.wordsOf(longer)) places.mark(entry.places);
  }

  /** Marks the goods that have a word near to what was typed. */
  markNear(typed: string, places: Places): void {
    const isNear = nearTo(typed, mayBeCut);
    const letters = new Uint16Array(lettersLookedAt(typed));
    for (const start of nearStarts(typed)) {
      for (const { word, places: found } of this.#words.wordsOf(start)) {
        for (let at = 0; at < letters.length && at < word.length; at++) letters[at] = word.charCodeAt(at);
        if (isNear(letters, word.length)) places.mark(found);
      }
    }
  }
}
