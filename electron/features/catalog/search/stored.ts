import type { ReadDb } from '../../../db/open.ts';
import { blockOf, ranksOfCodesFrom, type Slot, startsThere } from '../slots.ts';
import { markStored, markWords } from './block.ts';
import { startOf } from './by-start.ts';
import { isDigits } from './fold.ts';
import { Places } from './places.ts';
import { type Part, placesOf, type Wanted } from './query.ts';
import { lettersLookedAt, nearStarts, nearTo } from './slips.ts';
import { codeDigits, digitsWord, mayBeCut, signsWord } from './tokens.ts';

/**
 * Goods in one part of the stored index. Parts follow each other in rank order, so the first ones answer
 * what is common, and what is rare is in few blocks of each: neither grows with the catalogue.
 */
export const partSize = 65_536;

/**
 * Bytes of blocks read for words with a slip, shared by all parts: where a slip may be among the first two
 * letters, the word may be in sixty blocks. Enough for all of them up to some 100,000 goods; beyond, the
 * likelier ones of each part are read.
 */
const nearBytesMax = 1024 * 1024;

/**
 * Ranks of the goods that answer `wanted`, lowest first, at most `most` at a time and then of one part; `items` is how
 * many goods there are.
 */
export function* ranksAnswering(
  db: ReadDb,
  slot: Slot,
  items: number,
  wanted: Wanted,
  most: number,
): Generator<readonly number[]> {
  const codes = new LongCodes(db, slot);
  const nearBytes = nearBytesMax / Math.ceil(items / partSize);
  for (let part = 0; part * partSize < items; part++) {
    const places = placesOf(wanted, storedPart(db, slot, part, { codes, nearBytes }));
    const first = part * partSize + 1;
    let found = places.from(0, most);
    while (found.length > 0) {
      yield found.map(place => first + place);
      found = places.from(found.at(-1)! + 1, most);
    }
  }
}

/** What is found out once per search, and how much may be read of each part. */
type Shared = { readonly codes: LongCodes; readonly nearBytes: number };

function storedPart(db: ReadDb, slot: Slot, part: number, { codes, nearBytes }: Shared): Part {
  // Words of one query often stand in the same block.
  const blocks = new Map<string, Uint8Array | undefined>();
  const blockAt = (start: string): Uint8Array | undefined => {
    if (!blocks.has(start)) blocks.set(start, blockOf(db, slot, part, start));
    return blocks.get(start);
  };
  const mark = (word: string, whole: boolean, places: Places): void => {
    const start = startOf(word);
    const block = blockAt(start);
    if (block) markStored(block, word.slice(start.length), whole, places);
  };
  return {
    empty: () => new Places(partSize),
    mark,
    markCode: (code, places) => {
      mark(signsWord(code), false, places);
      if (!isDigits(code)) return;
      if (code.length > codeDigits) codes.mark(code, part, places);
      else mark(digitsWord(code), false, places);
    },
    markNear: (typed, places) => {
      let left = nearBytes;
      // Most of the sixty starts that a slip can lead to are the start of nothing.
      const starts = nearStarts(typed);
      const there = startsThere(db, slot, part, starts);
      for (const start of starts) {
        if (!there.has(start)) continue;
        if (left <= 0) return;
        const block = blockAt(start)!;
        left -= block.length;
        markNearIn(block, start, typed, places);
      }
    },
  };
}

/** Marks the goods of one block that have a word near to what was typed; `start` is what all its words begin with. */
function markNearIn(block: Uint8Array, start: string, typed: string, places: Places): void {
  const isNear = nearTo(typed, mayBeCut);
  const word = new Uint8Array(Math.max(start.length, lettersLookedAt(typed)));
  for (let at = 0; at < start.length; at++) word[at] = start.charCodeAt(at);
  const isWanted = (from: number, length: number): boolean => {
    const end = Math.min(start.length + length, word.length);
    for (let at = start.length; at < end; at++) word[at] = block[from + at - start.length]!;
    return isNear(word, start.length + length);
  };
  markWords(block, isWanted, places);
}

/** Goods by more digits of a code than the index keeps; looked up once per search. */
class LongCodes {
  readonly #db: ReadDb;
  readonly #slot: Slot;
  /** Of each code its places, part by part. */
  readonly #places = new Map<string, ReadonlyMap<number, readonly number[]>>();

  constructor(db: ReadDb, slot: Slot) {
    this.#db = db;
    this.#slot = slot;
  }

  mark(code: string, part: number, places: Places): void {
    const known = this.#places.get(code) ?? this.#look(code);
    places.mark(known.get(part) ?? []);
  }

  #look(code: string): ReadonlyMap<number, readonly number[]> {
    const found = new Map<number, number[]>();
    for (const rank of ranksOfCodesFrom(this.#db, this.#slot, code)) {
      const part = Math.floor((rank - 1) / partSize);
      const places = found.get(part);
      if (places) places.push((rank - 1) % partSize);
      else found.set(part, [(rank - 1) % partSize]);
    }
    this.#places.set(code, found);
    return found;
  }
}
