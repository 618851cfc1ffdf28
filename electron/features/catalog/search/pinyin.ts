import { pinyin } from 'pinyin-pro';

/**
 * How a stretch of Han characters is read: one syllable per character, without tones, ü as v, as a Chinese
 * keyboard types it. The first reading is the likely one where characters stand as they do; a second one
 * follows where the everyday reading of some character differs (重庆: chong qing, zhong qing), because
 * people type both. Characters that nothing is known about have an empty syllable.
 */
export function readingsOf(characters: readonly string[]): readonly (readonly string[])[] {
  const readings = characters.map(readingOf);
  const everyday = readings.map(reading => reading.syllable);
  let likely: string[] | null = null;
  for (let index = 0; index < characters.length; index++) {
    if (!readings[index]!.several) continue;
    const here = inContext(characters, index);
    if (here === '' || here === everyday[index]) continue;
    likely ??= [...everyday];
    likely[index] = here;
  }
  return likely ? [likely, everyday] : [everyday];
}

/** Has the dictionary built, which its first use does at one go: some 30 ms that are to be nobody's wait. */
export function openDictionary(): void {
  readingOf('中');
}

type Reading = { readonly syllable: string; readonly several: boolean };

/** The dictionary is asked once per character: a price list of 100,000 goods has some 3,000 different ones. */
const known = new Map<string, Reading>();
const knownMax = 30_000;

function readingOf(character: string): Reading {
  const seen = known.get(character);
  if (seen) return seen;
  const all = new Set(ask(character, true));
  const [syllable = ''] = all;
  const reading = { syllable, several: all.size > 1 };
  if (known.size >= knownMax) known.clear();
  known.set(character, reading);
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
