import type { ReadDb } from '../../../db/open.ts';
import { blockOf, ranksOfCodesFrom, type Slot } from '../slots.ts';
import { markStored } from './block.ts';
import { eachPlace, noPlaces, type Places } from './places.ts';
import { type Part, placesOf, type Wanted } from './query.ts';
import { codeDigits, digitsWord, isDigits, signsWord } from './tokens.ts';
import { startOf } from './words.ts';

/**
 * Goods in one part of the stored index. Parts follow each other in rank order, so the first ones answer
 * what is common, and what is rare is in few blocks of each: neither grows with the catalogue.
 */
export const partSize = 65_536;

/** Ranks of the goods that answer `wanted`, lowest first; `items` is how many there are. */
export function* ranksAnswering(db: ReadDb, slot: Slot, items: number, wanted: Wanted): Generator<number> {
  const codes = new LongCodes(db, slot);
  for (let part = 0; part * partSize < items; part++) {
    const places = placesOf(wanted, storedPart(db, slot, part, codes));
    for (const place of eachPlace(places)) yield part * partSize + place + 1;
  }
}

function storedPart(db: ReadDb, slot: Slot, part: number, codes: LongCodes): Part {
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
  };
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
