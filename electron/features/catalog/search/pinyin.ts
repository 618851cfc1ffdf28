import { pinyin } from 'pinyin-pro';
import { alsoSaidOf } from './also-said.ts';
import { ByUnit } from './by-unit.ts';

/**
 * How a stretch of Han characters is read: for each the syllables that people type for it, without tones, ü
 * as v, as a Chinese keyboard has it. The likely one where it stands comes first, then its everyday one where
 * that differs (重庆: chong, zhong), then what else is said (扒鸡: pa). None for characters that nothing is
 * known about.
 */
export function readingsOf(characters: readonly string[]): readonly (readonly string[])[] {
  return characters.map((character, index) => {
    const { everyday, several } = readingOf(character);
    const also = alsoSaidOf(characters, index);
    if (!several && also.length === 0) return everyday;
    const here = several ? inContext(characters, index) : '';
    return [...new Set([here, ...everyday, ...also])].filter(syllable => syllable !== '');
  });
}

/** Has the dictionary built, which its first use does at one go: some 30 ms that are to be nobody's wait. */
export function openDictionary(): void {
  readingOf('中');
}

/** `everyday`: one syllable, or none. */
type Reading = { readonly everyday: readonly string[]; readonly several: boolean };

/**
 * The dictionary is asked once per character, by its first UTF-16 unit: a price list of 100,000 goods has some 3,000
 * different ones. Those of two units are rare and asked for every time.
 */
const known = new ByUnit<Reading>();

function readingOf(character: string): Reading {
  const unit = character.charCodeAt(0);
  const isOne = character.length === 1;
  const seen = isOne ? known.get(unit) : undefined;
  if (seen) return seen;
  const all = new Set(ask(character, true));
  const [syllable = ''] = all;
  const reading = { everyday: syllable === '' ? [] : [syllable], several: all.size > 1 };
  if (isOne) known.set(unit, reading);
  return reading;
}

/**
 * Readings depend on neighbours (音乐, 可乐). Two before and one after tell words apart, and repeat often
 * enough to be remembered.
 */
const before = 2;
const after = 1;
const contexts = new Map<string, string>();
const contextsMax = 20_000;

/** The reading of one character among its neighbours, or '' where nothing is known. */
function inContext(characters: readonly string[], index: number): string {
  const start = Math.max(0, index - before);
  let around = '';
  for (let at = start; at <= index + after && at < characters.length; at++) around += characters[at];
  const key = around + (index - start);
  const seen = contexts.get(key);
  if (seen !== undefined) return seen;
  const syllable = ask(around, false)[index - start] ?? '';
  if (contexts.size >= contextsMax) contexts.clear();
  contexts.set(key, syllable);
  return syllable;
}

const ask = (text: string, multiple: boolean): string[] =>
  pinyin(text, { type: 'array', toneType: 'none', v: true, multiple }).map(syllable =>
    /^[a-z]+$/.test(syllable) ? syllable : '',
  );
