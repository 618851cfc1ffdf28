import type { ReadDb } from '../../../db/open.ts';
import { blockOf, blocksThere, ranksOfCodesFrom, type Slot } from '../slots.ts';
import { markStored, markWords } from './block.ts';
import { eachPlace, noPlaces, type Places } from './places.ts';
import { type Part, placesOf, type Wanted } from './query.ts';
import { lettersLookedAt, nearStarts, nearTo } from './slips.ts';
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
  const near = new NearStarts(db, slot);
  for (let part = 0; part * partSize < items; part++) {
    const places = placesOf(wanted, storedPart(db, slot, part, { codes, near, nearBytes }));
    for (const place of eachPlace(places)) yield part * partSize + place + 1;
  }
}

/** What is found out once per search, and how much may be read of each part. */
type Shared = { readonly codes: LongCodes; readonly near: NearStarts; readonly nearBytes: number };

function storedPart(db: ReadDb, slot: Slot, part: number, { codes, near, nearBytes }: Shared): Part {
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
      for (const start of near.in(part, typed)) {
        if (left <= 0) return;
        const block = blockOf(db, slot, part, start)!;
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

/** Where slips are looked for: most of the sixty starts that a slip can lead to are the start of nothing. */
class NearStarts {
  readonly #db: ReadDb;
  readonly #slot: Slot;
  readonly #found = new Map<string, ReadonlyMap<number, ReadonlySet<string>>>();

  constructor(db: ReadDb, slot: Slot) {
    this.#db = db;
    this.#slot = slot;
  }

  /** Starts that the part has, likelier ones first. */
  in(part: number, typed: string): string[] {
    const starts = nearStarts(typed);
    const there = this.#found.get(typed) ?? this.#look(typed, starts);
    return starts.filter(start => there.get(part)?.has(start));
  }

  #look(typed: string, starts: readonly string[]): ReadonlyMap<number, ReadonlySet<string>> {
    const found = new Map<number, Set<string>>();
    for (const { start, part } of blocksThere(this.#db, this.#slot, starts))
      found.set(part, (found.get(part) ?? new Set()).add(start));
    this.#found.set(typed, found);
    return found;
  }
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
