import type { ReadDb } from '../../../db/open.ts';
import { blockOf, ranksOfCodesFrom, type Slot } from '../slots.ts';
import { markStored, markWords, wordBytesMax } from './block.ts';
import { eachPlace, noPlaces, type Places } from './places.ts';
import { type Part, placesOf, type Wanted } from './query.ts';
import { nearStarts, nearTo } from './slips.ts';
import { codeDigits, digitsWord, isDigits, mayBeCut, signsWord } from './tokens.ts';
import { startOf } from './words.ts';

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

/** Ranks of the goods that answer `wanted`, lowest first; `items` is how many there are. */
export function* ranksAnswering(db: ReadDb, slot: Slot, items: number, wanted: Wanted): Generator<number> {
  const codes = new LongCodes(db, slot);
  const nearBytes = nearBytesMax / Math.ceil(items / partSize);
  for (let part = 0; part * partSize < items; part++) {
    const places = placesOf(wanted, storedPart(db, slot, part, codes, nearBytes));
    for (const place of eachPlace(places)) yield part * partSize + place + 1;
  }
}

function storedPart(db: ReadDb, slot: Slot, part: number, codes: LongCodes, nearBytes: number): Part {
  const mark = (word: string, whole: boolean, places: Places): void => {
    const block = blockOf(db, slot, part, word);
    if (block) markStored(block, word.slice(startOf(word).length), whole, places);
  };
  return {
    empty: () => noPlaces(partSize),
    mark,
    markCode: (code, places) => {
      mark(signsWord(code), false, places);
      if (!isDigits(code)) return;
      if (code.length > codeDigits) codes.mark(code, part, places);
      else mark(digitsWord(code), false, places);
    },
    markNear: (typed, places) => {
      let left = nearBytes;
      for (const start of nearStarts(typed)) {
        const block = left > 0 ? blockOf(db, slot, part, start) : undefined;
        if (!block) continue;
        left -= block.length;
        markNearIn(block, start, typed, places);
      }
    },
  };
}

/** Marks the goods of one block that have a word near to what was typed; `start` is what all its words begin with. */
function markNearIn(block: Uint8Array, start: string, typed: string, places: Places): void {
  const isNear = nearTo(typed, mayBeCut);
  const word = new Uint8Array(start.length + wordBytesMax);
  for (let at = 0; at < start.length; at++) word[at] = start.charCodeAt(at);
  const isWanted = (from: number, length: number): boolean => {
    for (let at = 0; at < length; at++) word[start.length + at] = block[from + at]!;
    return isNear(word, start.length + length);
  };
  markWords(block, isWanted, places);
}

/** Goods by more digits of a code than the index keeps; looked up once per search. */
class LongCodes {
  readonly #db: ReadDb;
  readonly #slot: Slot;
  readonly #ranks = new Map<string, readonly number[]>();

  constructor(db: ReadDb, slot: Slot) {
    this.#db = db;
    this.#slot = slot;
  }

  mark(code: string, part: number, places: Places): void {
    let ranks = this.#ranks.get(code);
    if (!ranks) {
      ranks = ranksOfCodesFrom(this.#db, this.#slot, code);
      this.#ranks.set(code, ranks);
    }
    const first = part * partSize + 1;
    for (const rank of ranks) {
      const place = rank - first;
      if (place >= 0 && place < partSize) places[place >>> 5]! |= 1 << (place & 31);
    }
  }
}
