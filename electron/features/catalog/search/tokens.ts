import { ByUnit } from './by-unit.ts';
import { codeToken, fold, runsOf } from './fold.ts';
import { readingsOf } from './pinyin.ts';

/** How many characters of a word the index keeps; a query that is longer is checked against the goods. */
export const width = { han: 2, sound: 8, initials: 4, number: 24, code: 24 } as const;

/** Whether a word of so many letters in the index may go on in the name: initials, or a sound in full. */
export const mayBeCut = (length: number): boolean => length === width.initials || length >= width.sound;

/** Takes words as parts of what they stand in, so that none need be cut out for it: what stands from `from` to `to` of `text`. */
export type TakeWord = (text: string, from: number, to: number) => void;

// Some words stand apart from those that look like them, marked by what no text that is searched holds.
const digitsMark = '#';
const signsMark = '##';
const longMark = '~';
const endMark = '$';

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

export const isDigits = (text: string): boolean => /^[0-9]+$/.test(text);

/**
 * Gives `take` every word by which goods can be found, cut to `width`: from each Han character on (可口
 * 口可 可乐 乐), from each syllable on in full pinyin (kekoukele koukele kele le) and in initials (kkkl kkl
 * kl l), each number, each code. So every query is a prefix of a word, wherever in the name it begins.
 */
export function eachWord(
  name: string,
  codes: readonly string[],
  take: TakeWord,
  digitsKept: number = codeDigits,
): void {
  for (const code of codes) takeCode(code, take, digitsKept);
  const { han, numbers, spoken } = heard(name);
  for (const { text, characters } of han) takeHan(text, characters, take);
  for (const number of numbers) take(number, 0, Math.min(number.length, width.number));
  if (spoken.every(syllables => syllables.length === 1)) takeOneWay(spoken, take);
  else takeEveryWay(spoken, take);
}

/** From each syllable on what follows, in full and in initials; all of them are parts of two texts. */
function takeOneWay(spoken: Spoken, take: TakeWord): void {
  const lastLong = lastLongRun(spoken);
  let sounds = '';
  let initials = '';
  for (const [syllable] of spoken) {
    sounds += syllable!;
    initials += syllable![0];
  }
  let from = 0;
  for (let index = 0; index < spoken.length; index++) {
    take(initials, index, Math.min(index + width.initials, initials.length));
    take(sounds, from, Math.min(from + width.sound, sounds.length));
    if (index <= lastLong) takeLong(sounds.slice(from), take);
    from += spoken[index]![0]!.length;
  }
}

function takeEveryWay(spoken: Spoken, take: TakeWord): void {
  const initials = initialsOf(spoken);
  const lastLong = lastLongRun(spoken);
  for (let from = 0; from < spoken.length; from++) {
    eachWay(initials, from, width.initials, way => take(way.join(''), 0, way.length));
    eachWay(spoken, from, width.sound, way => {
      const sounds = way.join('');
      take(sounds, 0, Math.min(width.sound, sounds.length));
      if (from <= lastLong) takeLong(sounds, take);
    });
  }
}

/** A run of letters is one syllable, however long. */
const lastLongRun = (spoken: Spoken): number =>
  spoken.findLastIndex(([syllable]) => syllable!.length > syllableMax);

function takeLong(sound: string, take: TakeWord): void {
  const word = longSoundWord(sound);
  take(word, 0, word.length);
}

/** What is said aloud of a name, syllable by syllable, each in the ways in which it is said. */
export type Spoken = readonly (readonly string[])[];

/** All the same words of an item, untruncated; those that are written fenced with blanks. */
export type WholeTokens = {
  readonly written: string;
  readonly spoken: Spoken;
  readonly codes: readonly string[];
};

export function wholeTokens(name: string, codes: readonly string[]): WholeTokens {
  // Made when it is asked for: the end of a code is in no name, and a word of letters is in what is said.
  let known: Heard | undefined;
  let written: string | undefined;
  const asHeard = (): Heard => {
    known ??= heard(name);
    return known;
  };
  return {
    codes,
    get written() {
      const { han, numbers } = asHeard();
      written ??= ` ${[
        ...codes.map(codeToken),
        ...numbers,
        ...han.flatMap(({ characters }) => suffixes(characters)),
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

/** One string for each UTF-16 unit: made anew with every name they would be most of what a list of goods leaves behind. */
const units = new ByUnit<string>();

/** Character by character. */
function charactersOf(text: string): string[] {
  const characters: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xe000) return [...text];
    characters.push(units.get(unit) ?? keptOf(unit));
  }
  return characters;
}

function keptOf(unit: number): string {
  const character = String.fromCharCode(unit);
  units.set(unit, character);
  return character;
}

type Heard = {
  /** Stretches of Han, character by character. */
  readonly han: readonly { readonly text: string; readonly characters: readonly string[] }[];
  readonly numbers: readonly string[];
  readonly spoken: Spoken;
};

function heard(name: string): Heard {
  const han: { text: string; characters: string[] }[] = [];
  const numbers: string[] = [];
  const spoken: (readonly string[])[] = [];
  for (const { kind, text } of runsOf(fold(name))) {
    if (kind === 'digits') numbers.push(text);
    else if (kind === 'letters') spoken.push([text]);
    else {
      const characters = charactersOf(text);
      han.push({ text, characters });
      for (const readings of readingsOf(characters)) if (readings.length > 0) spoken.push(readings);
    }
  }
  return { han, numbers, spoken };
}

function takeCode(code: string, take: TakeWord, digitsKept: number): void {
  const token = codeToken(code);
  if (token === '') return;
  const word = isDigits(code) ? digitsWord(code.slice(0, digitsKept)) : signsWord(token);
  take(word, 0, word.length);
  if (!hasEnd(token)) return;
  const end = endWord(token);
  take(end, 0, end.length);
}

/** Whether it is longer than the end by which it can be found, and that end is digits. */
const hasEnd = (token: string): boolean => token.length > endDigits && isDigits(token.slice(-endDigits));

function takeHan(text: string, characters: readonly string[], take: TakeWord): void {
  let from = 0;
  for (let index = 0; index < characters.length; index++) {
    const next = from + characters[index]!.length;
    take(text, from, next + (characters[index + 1]?.length ?? 0));
    from = next;
  }
}

const suffixes = (parts: readonly string[]): string[] => parts.map((_, from) => parts.slice(from).join(''));
