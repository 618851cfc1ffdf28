import { codeToken, isDigits, numberText } from './fold.ts';
import { heard, type Spoken } from './heard.ts';
import { beginsPair } from './points.ts';
import {
  codeDigits,
  digitsMark,
  eachWay,
  endDigits,
  endMark,
  initialsOf,
  longSoundWord,
  signsWord,
  syllableMax,
  width,
} from './tokens.ts';
import { textOf, Units } from './units.ts';

/** Takes words as parts of what they stand in, from `from` to `to`; the next word may stand in the same buffer. */
export type TakeWord = (units: Uint16Array, from: number, to: number) => void;

// Where words are put together; one each for all names.
const written = new Units();
const sounds = new Units();
const initials = new Units();
const other = new Units();

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
  const { folded, han, numbers, spoken } = heard(name, written);
  for (const { from, to } of han) takeHan(written.units, from, to, take);
  for (const { from, to } of numbers)
    takeText(numberText(folded.slice(from, to)).slice(0, width.number), take);
  if (spoken.every(syllables => syllables.length === 1)) takeOneWay(spoken, take);
  else takeEveryWay(spoken, take);
}

/** From each syllable on what follows, in full and in initials; all of them are parts of two texts. */
function takeOneWay(spoken: Spoken, take: TakeWord): void {
  sounds.length = 0;
  initials.length = 0;
  for (let index = 0; index < spoken.length; index++) {
    const syllable = spoken[index]![0]!;
    sounds.add(syllable);
    initials.add(syllable, 0, 1);
  }
  const lastLong = lastLongRun(spoken);
  let from = 0;
  for (let index = 0; index < spoken.length; index++) {
    take(initials.units, index, Math.min(index + width.initials, initials.length));
    take(sounds.units, from, Math.min(from + width.sound, sounds.length));
    if (index <= lastLong) takeLong(textOf(sounds.units, from, sounds.length), take);
    from += spoken[index]![0]!.length;
  }
}

function takeEveryWay(spoken: Spoken, take: TakeWord): void {
  const firsts = initialsOf(spoken);
  const lastLong = lastLongRun(spoken);
  for (let from = 0; from < spoken.length; from++) {
    eachWay(firsts, from, width.initials, way => takeText(way.join(''), take));
    eachWay(spoken, from, width.sound, way => {
      const sound = way.join('');
      takeText(sound.slice(0, width.sound), take);
      if (from <= lastLong) takeLong(sound, take);
    });
  }
}

/** A run of letters is one syllable, however long. */
const lastLongRun = (spoken: Spoken): number =>
  spoken.findLastIndex(syllables => syllables[0]!.length > syllableMax);

const takeLong = (sound: string, take: TakeWord): void => takeText(longSoundWord(sound), take);

function takeCode(code: string, take: TakeWord, digitsKept: number): void {
  const token = codeToken(code);
  if (token === '') return;
  if (isDigits(code)) takeMarked(digitsMark, code, 0, Math.min(digitsKept, code.length), take);
  else takeText(signsWord(token), take);
  if (hasEnd(token)) takeMarked(endMark, token, token.length - endDigits, token.length, take);
}

/** Whether it is longer than the end by which it can be found, and that end is digits. */
const hasEnd = (token: string): boolean => token.length > endDigits && isDigits(token.slice(-endDigits));

function takeHan(units: Uint16Array, from: number, to: number, take: TakeWord): void {
  for (let at = from; at < to; ) {
    const next = at + (beginsPair(units[at]!) ? 2 : 1);
    take(units, at, next < to && beginsPair(units[next]!) ? next + 2 : Math.min(next + 1, to));
    at = next;
  }
}

function takeText(text: string, take: TakeWord): void {
  other.set(text);
  take(other.units, 0, other.length);
}

/** A word that stands apart, of a part of `text`. */
function takeMarked(mark: string, text: string, from: number, to: number, take: TakeWord): void {
  other.set(mark);
  other.add(text, from, to);
  take(other.units, 0, other.length);
}
