import { codeToken, fold, isDigits, type Run, runsOf } from './fold.ts';
import type { Places } from './places.ts';
import {
  endDigits,
  endsWith,
  endWord,
  isSaid,
  isWritten,
  longSoundWord,
  syllableMax,
  type WholeTokens,
  wholeTokens,
  width,
} from './tokens.ts';

/** What must be found: words, beginnings of words and of codes, all or any of them. */
export type Wanted =
  | { readonly word: string; readonly whole: boolean }
  /** The beginning of a code, folded. */
  | { readonly code: string }
  /** What a word of letters with a slip in it may have meant. */
  | { readonly near: string }
  | { readonly all: readonly Wanted[] }
  | { readonly any: readonly Wanted[] };

/** A query as the index and the eye understand it. */
export type SearchQuery = {
  /** For the index. May let through more than it should where `exact` is false, never less. */
  readonly wanted: Wanted;
  readonly exact: boolean;
  /** Asked of goods. */
  readonly matches: (tokens: WholeTokens) => boolean;
};

/** What is asked of one part of the catalogue. */
export type Part = {
  readonly empty: () => Places;
  readonly mark: (word: string, whole: boolean, places: Places) => void;
  readonly markCode: (code: string, places: Places) => void;
  readonly markNear: (typed: string, places: Places) => void;
};

/** The goods of `part` that answer `wanted`. */
export function placesOf(wanted: Wanted, part: Part): Places {
  if ('all' in wanted) {
    const places = placesOf(wanted.all[0]!, part);
    for (const each of wanted.all.slice(1)) {
      if (places.isNowhere()) break;
      places.keep(placesOf(each, part));
    }
    return places;
  }
  const places = part.empty();
  markWanted(wanted, part, places);
  return places;
}

function markWanted(wanted: Exclude<Wanted, { all: unknown }>, part: Part, places: Places): void {
  if ('word' in wanted) part.mark(wanted.word, wanted.whole, places);
  else if ('code' in wanted) part.markCode(wanted.code, places);
  else if ('near' in wanted) part.markNear(wanted.near, places);
  else {
    for (const each of wanted.any) {
      if ('all' in each) places.add(placesOf(each, part));
      else markWanted(each, part, places);
    }
  }
}

/** More words than this narrow nothing down; a bound for pasted text. */
const wordsMax = 8;
const runsMax = 16;

/**
 * Reads what somebody typed: words between blanks must all be found, in any order; a word may mix kinds
 * (`kk330`, `可乐330`) and then each part must be found; a word of letters and digits may also be the
 * beginning of a code (`LB0001`). Null when there is nothing to look for.
 */
export function parseQuery(text: string): SearchQuery | null {
  const words = wordsOf(text);
  return words.length === 0 ? null : allOf(words.map(readWord));
}

/** The words of a query, folded; each has something in it to look for. */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/\s+/)
    .filter(word => runsOf(word).length > 0)
    .slice(0, wordsMax);

export const runsOfWord = (word: string): Run[] => runsOf(word).slice(0, runsMax);

export function readWord(word: string): SearchQuery {
  const runs = runsOfWord(word);
  const asName = allOf(runs.map(readRun));
  // A single run begins a code as it stands; Han characters begin none.
  if (runs.length === 1 || runs.some(run => run.kind === 'han')) return asName;
  const code = codeToken(word);
  // Without its signs it may be one word or one number (`3-1`), and then it is found like one.
  const [joined, ...more] = runsOf(code);
  if (joined && more.length === 0) return anyOf(readRun(joined), asName);
  const asCode = {
    wanted: { code },
    exact: code.length <= width.code,
    matches: (tokens: WholeTokens) => isWritten(tokens, code),
  };
  return anyOf(asCode, asName);
}

export function allOf(queries: readonly SearchQuery[]): SearchQuery {
  if (queries.length === 1) return queries[0]!;
  return {
    wanted: { all: queries.map(query => query.wanted) },
    exact: queries.every(query => query.exact),
    matches: tokens => queries.every(query => query.matches(tokens)),
  };
}

export const anyOf = (one: SearchQuery, other: SearchQuery): SearchQuery => ({
  wanted: { any: [one.wanted, other.wanted] },
  exact: one.exact && other.exact,
  matches: tokens => one.matches(tokens) || other.matches(tokens),
});

export function readRun({ kind, text }: Run): SearchQuery {
  const matches = (tokens: WholeTokens) => isWritten(tokens, text);
  switch (kind) {
    case 'han':
      return { wanted: hanWanted(text), exact: [...text].length <= width.han, matches };
    case 'digits': {
      const wanted = { any: [startsWith(text.slice(0, width.number)), { code: text }] };
      return { wanted, exact: text.length <= width.number, matches };
    }
    case 'letters': {
      const isHeard = (tokens: WholeTokens) => matches(tokens) || isSaid(tokens, text);
      return { wanted: lettersWanted(text), exact: text.length <= width.initials, matches: isHeard };
    }
  }
}

/** One character begins some word; more are asked for pair by pair. */
function hanWanted(text: string): Wanted {
  const characters = [...text];
  if (characters.length < width.han) return startsWith(text);
  return { all: windows(characters, width.han).map(wholeWord) };
}

/** Full pinyin or a Latin word, from its start; or initials, where they are longer than a word, window by window; or a code. */
function lettersWanted(text: string): Wanted {
  const begun = [soundWanted(text), { code: text }];
  const characters = [...text];
  if (characters.length <= width.initials) return { any: begun };
  return { any: [...begun, { all: windows(characters, width.initials).map(wholeWord) }] };
}

/**
 * Of what is longer than a word, others begin further on: the second syllable, behind a word that the index keeps whole or
 * a shorter one (a longer one is looked for by itself), and some syllable among the last letters. Without that, one slip
 * behind the eighth letter would have every name looked at that begins like it, which of a large brand are thousands.
 */
function soundWanted(text: string): Wanted {
  const begun = startsWith(text.slice(0, width.sound));
  const last = text.length - width.sound;
  if (last <= 0) return begun;
  const end = wordAmong(text, last, syllableMax);
  return { all: last === 1 ? [begun, end] : [begun, end, wordAmong(text, 1, width.sound)] };
}

/** What begins a word in the index whose place in `text` is one of `places`, from `first` on. */
const wordAmong = (text: string, first: number, places: number): Wanted => ({
  any: Array.from({ length: places }, (_, more) =>
    startsWith(text.slice(first + more, first + more + width.sound)),
  ),
});

/**
 * For text with a word of letters that is longer than the index keeps and may be written so in a name, without
 * syllables (Schwarzkopf). Null for other text.
 */
export function parseLongWord(text: string): SearchQuery | null {
  const runs = wordsOf(text).flatMap(runsOfWord);
  const long = runs.find(run => run.kind === 'letters' && run.text.length > width.sound);
  if (!long) return null;
  return allOf(
    runs.map(run =>
      run === long ? { ...readRun(run), wanted: startsWith(longSoundWord(run.text)) } : readRun(run),
    ),
  );
}

/** For text that may be the last digits of a code. Null for other text. */
export function parseEnd(text: string): SearchQuery | null {
  const digits = fold(text).trim();
  if (!isDigits(digits) || digits.length < endDigits) return null;
  return {
    wanted: wholeWord(endWord(digits)),
    exact: digits.length === endDigits,
    matches: tokens => endsWith(tokens, digits),
  };
}

/** Whether goods are what `query` asks for; the index says so already where it is exact. */
export const answers = (query: SearchQuery, name: string, codes: string): boolean =>
  query.exact || query.matches(wholeTokens(name, codes.split(' ')));

function windows(characters: readonly string[], size: number): string[] {
  const all = new Set<string>();
  for (let from = 0; from + size <= characters.length; from++)
    all.add(characters.slice(from, from + size).join(''));
  return [...all];
}

const startsWith = (word: string): Wanted => ({ word, whole: false });
const wholeWord = (word: string): Wanted => ({ word, whole: true });
