import { pinyin } from 'pinyin-pro';
import { readingsOf } from '../../electron/features/catalog/search/pinyin.ts';
import { pointsOf } from '../../electron/features/catalog/search/points.ts';
import type { Rng } from '../../shared/lib/rng.ts';

export type Listed = { readonly code: string; readonly name: string };

/**
 * What searching means, said as plainly as possible and as slowly: each word is cut into Han, letters and
 * numbers, and each part must be in the name, in its sound, in its initials or begin a code; four digits or more
 * may end one. Shares with the till only how characters are read in their context.
 */
export function oracle(listed: readonly Listed[], text: string): string[] {
  const words = plain(text)
    .split(/\s+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
    .map(wordOf);
  const isCode = listed.some(({ code }) => code === text);
  return listed
    .filter(
      goods =>
        goods.code === text ||
        (!isCode && endsSo(goods, text)) ||
        words.every(word => answers(knownOf(goods), word)),
    )
    .map(goods => goods.code);
}

const endsSo = (goods: Listed, text: string): boolean =>
  /^\d{4,}$/.test(text) && knownOf(goods).code.endsWith(text);

/** Ways in which somebody might type what they are looking for. */
export function asTyped({ code, name }: Listed, rng: Rng): string[] {
  const folded = plain(name);
  const from4 = 4 + Math.floor(rng() * 5);
  const typed = [code, code.slice(0, from4), codeOf(code), codeOf(code).slice(0, from4 + 1)];
  typed.push(...[4, from4].map(length => codeOf(code).slice(-length)).filter(end => /^\d{4,}$/.test(end)));
  const han = folded.match(/\p{Script=Han}+/gu) ?? [];
  const number = folded.match(/\d+(\.\d+)?/)?.[0] ?? '';
  for (const run of han) {
    const from = Math.floor(rng() * run.length);
    for (const length of [1, 2, 3, 6]) typed.push(run.slice(from, from + length));
    const syllables = syllablesOf(run).slice(from);
    if (syllables.some(syllable => syllable === '')) continue;
    const full = syllables.join('');
    const initials = syllables.map(syllable => syllable[0]).join('');
    typed.push(full, full.slice(0, 1 + Math.floor(rng() * full.length)), initials, initials.slice(0, 2));
    if (number)
      typed.push(
        `${initials}${number}`,
        `${full}${number}`,
        `${run.slice(from)}${number}`,
        `${number} ${initials}`,
      );
  }
  return typed.filter(text => text.trim() !== '' && /[\p{L}\p{N}]/u.test(text));
}

/** The everyday reading, character by character: what a person types who looks at each one alone. */
const syllablesOf = (han: string): string[] =>
  [...han].map(character => (/^[a-z]+$/.test(sound(character)) ? sound(character) : ''));

const sounds = new Map<string, string>();
function sound(character: string): string {
  let known = sounds.get(character);
  if (known === undefined) {
    known = pinyin(character, { toneType: 'none', v: true });
    sounds.set(character, known);
  }
  return known;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

type Word = {
  readonly parts: readonly string[];
  /** What it is as the beginning of a code, where it may be one that has several parts. */
  readonly code: string | null;
};

function wordOf(word: string): Word {
  const parts = partsOf(word);
  return { parts, code: parts.length > 1 && !/\p{Script=Han}/u.test(word) ? codeOf(word) : null };
}

/** What is known of an item; numbers and sounds each with a blank before it. */
type Known = {
  readonly folded: string;
  readonly code: string;
  readonly numbers: string;
  readonly sounds: string;
};
const memory = new WeakMap<Listed, Known>();

const answers = (known: Known, { parts, code }: Word): boolean =>
  (code !== null && known.code.startsWith(code)) ||
  (parts.length > 0 && parts.every(part => partAnswers(known, part)));

function partAnswers({ folded, code, numbers, sounds }: Known, part: string): boolean {
  if (/^\p{Script=Han}/u.test(part)) return folded.includes(part);
  return (/^\d/.test(part) ? numbers : sounds).includes(` ${part}`) || code.startsWith(part);
}

function knownOf(goods: Listed): Known {
  let known = memory.get(goods);
  if (!known) {
    const folded = plain(goods.name);
    const parts = partsOf(folded);
    const isNumber = (part: string) => /^\d/.test(part);
    known = {
      folded,
      code: codeOf(goods.code),
      numbers: fenced(parts.filter(isNumber)),
      sounds: soundsOf(parts.filter(part => !isNumber(part))),
    };
    memory.set(goods, known);
  }
  return known;
}

/** Of a million goods many sound alike. */
const heard = new Map<string, string>();

/** Sound and initials from every syllable on, in each way the name is read. */
function soundsOf(spoken: readonly string[]): string {
  const key = spoken.join(' ');
  let sounds = heard.get(key);
  if (sounds === undefined) {
    sounds = fenced(startsOf(spoken));
    heard.set(key, sounds);
  }
  return sounds;
}

function startsOf(spoken: readonly string[]): string[] {
  const syllables = spoken
    .flatMap(part => (/^\p{Script=Han}/u.test(part) ? readingsOf(pointsOf(part)) : [[part]]))
    .filter(readings => readings.length > 0);
  const initials = syllables.map(readings => [...new Set(readings.map(syllable => syllable[0]!))]);
  return syllables.flatMap((_, from) => [
    ...waysToSay(syllables.slice(from)),
    ...waysToSay(initials.slice(from)),
  ]);
}

const waysToSay = (syllables: readonly (readonly string[])[]): string[] =>
  syllables.reduce<string[]>(
    (ways, readings) => ways.flatMap(way => readings.map(syllable => way + syllable)),
    [''],
  );

const fenced = (words: readonly string[]): string => words.map(word => ` ${word}`).join('');

const partsOf = (word: string): string[] =>
  word.match(/\p{Script=Han}+|\d+(\.\d+)*|((?!\p{Script=Han})\p{L})+/gu) ?? [];

const codeOf = (code: string): string => plain(code).replace(/[^\p{L}\p{N}]/gu, '');
