import type { StoredBlock } from './block.ts';
import { eachWord } from './each-word.ts';
import { WordTable } from './word-table.ts';

/** The words of one part of the catalogue, once all its goods have been taken. */
export type PartWords = {
  /** Null as soon as they can be had. */
  readonly made: Promise<void> | null;
  /** As they are stored; null for a step that only prepared. To be asked when they are made. */
  blocks(): Iterator<StoredBlock | null>;
};

/** Makes the search words of a new catalogue, part after part. */
export type WordMaker = {
  /** Goods that will be taken, most likely, and in about this order: what can be made of them ahead, a thread makes. */
  foresee(name: string, codes: readonly string[]): void;
  /** The next goods of the part, in order. */
  take(name: string, codes: readonly string[]): void;
  /** The part has all its goods; what is taken from now on is the next one's. */
  endPart(): PartWords;
  /** Nothing more is wanted. */
  stop(): void;
};

export type WordMakers = {
  /** A list of so many goods is coming in, and will be imported, most likely: what takes long to begin begins. */
  expect(goods: number): void;
  /** For a catalogue of so many goods. */
  make(goods: number): WordMaker;
};

/** Those that need no thread. */
export const wordMakersHere: WordMakers = { expect: () => {}, make: () => wordMakerHere() };

/** Makes them here, as the goods come. */
export function wordMakerHere(): WordMaker {
  let words = new WordTable();
  let place = 0;
  return {
    foresee: () => {},
    take: (name, codes) => {
      eachWord(name, codes, words.at(place));
      place += 1;
    },
    endPart: () => {
      const made = words;
      words = new WordTable();
      place = 0;
      return { made: null, blocks: () => made.blocks() };
    },
    stop: () => {},
  };
}
