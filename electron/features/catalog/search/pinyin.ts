import { pinyin } from 'pinyin-pro';
import { alsoSaidOf } from './also-said.ts';
import { ByPoint } from './by-point.ts';
import { PairNumbers } from './pair-numbers.ts';

/**
 * How a stretch of Han characters, as code points, is read: for each the syllables that people type for it, without
 * tones, ü as v, as a Chinese keyboard has it. The likely one where it stands comes first, then its everyday one where
 * that differs (重庆: chong, zhong), then what else is said (扒鸡: pa). None for characters that nothing is
 * known about.
 */
export function readingsOf(points: readonly number[]): readonly (readonly string[])[] {
  const readings: (readonly string[])[] = [];
  for (let index = 0; index < points.length; index++) {
    const { everyday, several } = readingOf(points[index]!);
    const also = alsoSaidOf(points, index);
    const here = several ? inContext(points, index) : '';
    const isEveryday = also.length === 0 && (here === '' || here === everyday[0]);
    readings.push(isEveryday ? everyday : together([here, ...everyday, ...also]));
  }
  return readings;
}

const together = (syllables: readonly string[]): string[] =>
  [...new Set(syllables)].filter(syllable => syllable !== '');

/** Has the dictionary built, which its first use does at one go: some 30 ms that are to be nobody's wait. */
export function openDictionary(): void {
  readingOf(0x4e2d);
}

/** `everyday`: one syllable, or none. */
type Reading = { readonly everyday: readonly string[]; readonly several: boolean };

/** The dictionary is asked once per character: a price list of 100,000 goods has some 3,000 different ones. */
const known = new ByPoint<Reading>();

function readingOf(point: number): Reading {
  const seen = known.get(point);
  if (seen) return seen;
  const all = new Set(ask(String.fromCodePoint(point), true));
  const [syllable = ''] = all;
  const reading = { everyday: syllable === '' ? [] : [syllable], several: all.size > 1 };
  known.set(point, reading);
  return reading;
}

/**
 * Readings depend on neighbours (音乐, 可乐). Two before and one after tell words apart, and repeat often
 * enough to be remembered.
 */
const before = 2;
const after = 1;
const contextsMax = 20_000;
let contexts = new PairNumbers();
/** By the number of their context. */
let saidThere: string[] = [];

/** The reading of one character among its neighbours, or '' where nothing is known. */
function inContext(points: readonly number[], index: number): string {
  const [second = 0, first = 0] = [points[index - 2], points[index - 1]];
  const [point, next = 0] = [points[index]!, points[index + 1]];
  // Characters of two units are rare, and asked for every time.
  if (Math.max(second, first, point, next) > 0xffff) return askAmong(points, index);
  const context = contexts.of((second << 16) | first, (point << 16) | next);
  const seen = saidThere[context];
  if (seen !== undefined) return seen;
  const syllable = askAmong(points, index);
  saidThere[context] = syllable;
  if (contexts.count >= contextsMax) {
    contexts = new PairNumbers();
    saidThere = [];
  }
  return syllable;
}

function askAmong(points: readonly number[], index: number): string {
  const start = Math.max(0, index - before);
  const around = points.slice(start, index + after + 1);
  return ask(String.fromCodePoint(...around), false)[index - start] ?? '';
}

const ask = (text: string, multiple: boolean): string[] =>
  pinyin(text, { type: 'array', toneType: 'none', v: true, multiple }).map(syllable =>
    /^[a-z]+$/.test(syllable) ? syllable : '',
  );
