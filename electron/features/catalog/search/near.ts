import { checkDigitRight, looksLikeGtin } from '../../../../shared/domain/codes.ts';
import type { Spoken } from './heard.ts';
import { allOf, anyOf, readRun, readWord, runsOfWord, type SearchQuery, wordsOf } from './query.ts';
import { codesNear, lettersLookedAt, nearStarts, nearTo, slipMin } from './slips.ts';
import { eachWay, initialsOf } from './tokens.ts';

/** Nobody types more of one word, and every way to say a name is compared. */
const slipMax = 20;

/** Ways in which a query may have gone wrong; a bound for pasted text. */
const waysMax = 4;

/**
 * The query with one slip in it: one word of letters is near to what is meant and everything else as it was
 * typed. Null where no word is long enough.
 */
export function parseNear(text: string): SearchQuery | null {
  const words = wordsOf(text);
  const ways = words.flatMap((word, place) =>
    slipsIn(word).map(slip => allOf(words.map((each, at) => (at === place ? slip : readWord(each))))),
  );
  return ways.length === 0 ? null : ways.slice(0, waysMax).reduce(anyOf);
}

function slipsIn(word: string): SearchQuery[] {
  const runs = runsOfWord(word);
  return runs.flatMap(({ kind, text }, place) =>
    kind === 'letters' && /^[a-z]+$/.test(text) && text.length >= slipMin && text.length <= slipMax
      ? [allOf(runs.map((run, at) => (at === place ? nearWord(text) : readRun(run))))]
      : [],
  );
}

function nearWord(typed: string): SearchQuery {
  const isNear = nearIn(typed);
  const starts = new Set(nearStarts(typed));
  const mayBegin = (syllable: string) => syllable.length < 2 || starts.has(syllable.slice(0, 2));
  return {
    wanted: { near: typed },
    exact: false,
    matches: ({ spoken }) =>
      [spoken, initialsOf(spoken)].some(said =>
        said.some((syllables, from) => syllables.some(mayBegin) && isNear(said, from)),
      ),
  };
}

/** Letters that may be silent in what was typed, and one that is missing. */
const moreLetters = 4;

/** Asks whether some way to say what begins at a syllable is near to `typed`. */
function nearIn(typed: string): (said: Spoken, from: number) => boolean {
  const isNear = nearTo(typed);
  // One for all goods: new ones would be most of what such a search leaves behind.
  const letters = new Uint16Array(lettersLookedAt(typed));
  return (said, from) => {
    let found = false;
    eachWay(said, from, typed.length + moreLetters, way => {
      if (found) return;
      let length = 0;
      for (const syllable of way)
        for (let at = 0; at < syllable.length && length < letters.length; at++)
          letters[length++] = syllable.charCodeAt(at);
      found = isNear(letters, length);
    });
    return found;
  };
}

/** Fewer digits are the beginning of a number, or a price. */
const digitsMin = 8;
const codeMax = 24;

/**
 * Codes for which a whole code that is typed may be a slip: a long number, or letters and digits. A barcode
 * whose check digit is right is none: it is another one, of goods that are not on the list. `listed` says how many
 * characters at the beginning of a code are those of some code on the list: the slip is not behind them.
 */
export function codesMeant(text: string, listed: (code: string) => number): string[] {
  if (text.length > codeMax) return [];
  if (/^\d+$/.test(text)) {
    const isRight = looksLikeGtin(text) && checkDigitRight(text);
    return text.length < digitsMin || isRight ? [] : codesNear(text, listed(text));
  }
  if (text.length < slipMin || !/^(?=.*\d)(?=.*[a-z])[a-z\d.-]+$/i.test(text)) return [];
  const code = text.toUpperCase();
  return codesNear(code, listed(code));
}
