import type { Places } from './places.ts';
import { lettersLookedAt, nearStarts, nearTo } from './slips.ts';
import { mayBeCut } from './tokens.ts';

/**
 * Where a word stands: words that begin alike stand together, so that a prefix of two letters, one Han
 * character or three digits of a code is one block and nothing else need be read. A shorter text is the
 * start of a block of its own, which holds all of those goods in one list. Of a code's end, two digits are a start.
 */
export function startOf(word: string): string {
  const first = word.charCodeAt(0);
  if (first < 0x80) return word.slice(0, marksOf(word) + (first === hash ? 3 : 2)).toWellFormed();
  return String.fromCodePoint(word.codePointAt(0)!).toWellFormed();
}

const hash = 0x23;
const dollar = 0x24;

/** How many marks of a code the word begins with. */
function marksOf(word: string): number {
  const first = word.charCodeAt(0);
  if (first === hash) return word.charCodeAt(1) === hash ? 2 : 1;
  return first === dollar ? 1 : 0;
}

/** `ke` -> `k`; `#690` -> `#69`, `#6`; nothing for other starts, nor for what is only asked for whole. */
export function shorterThan(start: string): string[] {
  if (start.charCodeAt(0) === dollar) return [];
  const least = marksOf(start) + 1;
  const shorter: string[] = [];
  for (let length = start.length - 1; length >= least; length--) shorter.push(start.slice(0, length));
  return shorter;
}

/** A word and the goods that have it, in order. */
export type Entry = { readonly word: string; readonly places: ArrayLike<number> };

/** Words by their start, and which starts a shorter text stands for. */
export class Blocks {
  readonly #blocks = new Map<string, Entry[]>();
  readonly #shorter = new Map<string, string[]>();

  /** Each word once. */
  add(entry: Entry): void {
    const start = startOf(entry.word);
    const block = this.#blocks.get(start);
    if (block) {
      block.push(entry);
      return;
    }
    this.#blocks.set(start, [entry]);
    for (const shorter of shorterThan(start)) {
      const longer = this.#shorter.get(shorter);
      if (longer) longer.push(start);
      else this.#shorter.set(shorter, [start]);
    }
  }

  /** Marks the goods that have `text` as a word, or as the beginning of one. */
  mark(text: string, whole: boolean, places: Places): void {
    for (const entry of this.#blocks.get(startOf(text)) ?? []) {
      if (whole ? entry.word === text : entry.word.startsWith(text)) places.mark(entry.places);
    }
    if (whole) return;
    for (const longer of this.#shorter.get(text) ?? [])
      for (const entry of this.#blocks.get(longer)!) places.mark(entry.places);
  }

  /** Marks the goods that have a word near to what was typed. */
  markNear(typed: string, places: Places): void {
    const isNear = nearTo(typed, mayBeCut);
    const letters = new Uint16Array(lettersLookedAt(typed));
    for (const start of nearStarts(typed)) {
      for (const { word, places: found } of this.#blocks.get(start) ?? []) {
        for (let at = 0; at < letters.length && at < word.length; at++) letters[at] = word.charCodeAt(at);
        if (isNear(letters, word.length)) places.mark(found);
      }
    }
  }
}
