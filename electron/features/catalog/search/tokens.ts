import { codeToken, numberText } from './fold.ts';
import { type Heard, heard, type Spoken } from './heard.ts';
import { Units } from './units.ts';

/** How many characters of a word the index keeps; a query that is longer is checked against the goods. */
export const width = { han: 2, sound: 8, initials: 4, number: 24, code: 24 } as const;

/** Whether a word of so many letters in the index may go on in the name: initials, or a sound in full. */
export const mayBeCut = (length: number): boolean => length === width.initials || length >= width.sound;

// Some words stand apart from those that look like them, marked by what no text that is searched holds.
export const digitsMark = '#';
const signsMark = '##';
const longMark = '~';
export const endMark = '$';

/** The word under which a code of digits only stands in the index, or what somebody typed of one. */
export const digitsWord = (digits: string): string => digitsMark + digits;

/** The same for codes with letters or signs in them, by their token. */
export const signsWord = (token: string): string => signsMark + token.slice(0, width.code);

/**
 * The word under which a sound stands once more in the index where a long run of letters is in it or after it: a run
 * of so many has no second syllable at which the end of a long query could be found.
 */
export const longSoundWord = (sound: string): string => longMark + sound.slice(0, width.sound - 1);

/** Last digits of a code that must be typed at least for it to be found by them (条码后几位); so many the index keeps. */
export const endDigits = 4;

/** The word under which a code stands in the index by its last digits; asked for whole. */
export const endWord = (digits: string): string => endMark + digits.slice(-endDigits);

/** Letters of the longest syllable (zhuang); fewer than a word has, by more than one. */
export const syllableMax = 6;

/**
 * Digits that the index keeps of a code of digits only. Fewer than ten thousand of real goods share one more;
 * who types more is answered by the table of codes, which has them in order. With each further digit kept
 * here, the block of all goods of one country, which every shorter beginning reads, has ten times as many words.
 */
export const codeDigits = 7;

/** All words of an item, untruncated; those that are written fenced with blanks. */
export type WholeTokens = {
  readonly written: string;
  readonly spoken: Spoken;
  readonly codes: readonly string[];
};

/** Takes what `heard` folds; here it is cut out of the text. */
const unread = new Units();

export function wholeTokens(name: string, codes: readonly string[]): WholeTokens {
  // Made when it is asked for: the end of a code is in no name, and a word of letters is in what is said.
  let known: Heard | undefined;
  let written: string | undefined;
  const asHeard = (): Heard => {
    known ??= heard(name, unread);
    return known;
  };
  return {
    codes,
    get written() {
      const { folded, han, numbers } = asHeard();
      written ??= ` ${[
        ...codes.map(codeToken),
        ...numbers.map(({ from, to }) => numberText(folded.slice(from, to))),
        ...han.flatMap(({ from, to }) => suffixes(folded.slice(from, to))),
      ].join(' ')} `;
      return written;
    },
    get spoken() {
      return asHeard().spoken;
    },
  };
}

/** Whether `text` begins a word that is written. */
export const isWritten = ({ written }: WholeTokens, text: string): boolean => written.includes(` ${text}`);

/** Whether a code ends with these digits. */
export const endsWith = ({ codes }: WholeTokens, digits: string): boolean =>
  codes.some(code => codeToken(code).endsWith(digits));

/** Whether `text` begins what is said from some syllable on, in full or in initials. */
export function isSaid({ spoken }: WholeTokens, text: string): boolean {
  const initials = initialsOf(spoken);
  return spoken.some((_, from) => goesOn(spoken, from, text) || goesOn(initials, from, text));
}

const goesOn = (spoken: Spoken, at: number, rest: string): boolean =>
  rest === '' ||
  (spoken[at] ?? []).some(
    syllable =>
      syllable.startsWith(rest) ||
      (rest.startsWith(syllable) && goesOn(spoken, at + 1, rest.slice(syllable.length))),
  );

/** Gives `take` every way to say what begins at syllable `from`, until it has `least` letters. */
export function eachWay(
  spoken: Spoken,
  from: number,
  least: number,
  take: (way: readonly string[]) => void,
): void {
  const way: string[] = [];
  const goOn = (letters: number): void => {
    const at = from + way.length;
    if (letters >= least || at >= spoken.length) take(way);
    else
      for (const syllable of spoken[at]!) {
        way.push(syllable);
        goOn(letters + syllable.length);
        way.pop();
      }
  };
  goOn(0);
}

/** The first letters of each syllable. */
export const initialsOf = (spoken: Spoken): Spoken =>
  spoken.map(syllables =>
    syllables.length === 1 ? [syllables[0]![0]!] : [...new Set(syllables.map(syllable => syllable[0]!))],
  );

const suffixes = (text: string): string[] => [...text].map((_, from, all) => all.slice(from).join(''));
