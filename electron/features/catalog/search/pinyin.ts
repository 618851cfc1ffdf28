import { pinyin } from 'pinyin-pro';
import { alsoSaidOf } from './also-said.ts';
import { ByPoint } from './by-point.ts';
import { PairNumbers } from './pair-numbers.ts';

/** How a stretch of Han characters is read, character by character. */
export const readingsOf = (points: readonly number[]): readonly (readonly string[])[] =>
  points.map((_, index) => readingsAt(points, index));

/**
 * How one character of a stretch of Han, all as code points, is read: the syllables that people type for it, without
 * tones, ü as v, as a Chinese keyboard has it. The likely one where it stands comes first, then its everyday one where
 * that differs (重庆: chong, zhong), then what else is said (扒鸡: pa). None for a character that nothing is
 * known about.
 */
export function readingsAt(points: readonly number[], index: number): readonly string[] {
  const { everyday, several } = readingOf(points[index]!);
  const here = several ? inContext(points, index) : everyday;
  const also = alsoSaidOf(points, index);
  return also.length === 0 ? here : together([...here, ...also]);
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
let readThere: (readonly string[])[] = [];

/** One character with several readings among its neighbours: the one that it has there first, if anything is known. */
function inContext(points: readonly number[], index: number): readonly string[] {
  const second = index < 2 ? 0 : points[index - 2]!;
  const first = index < 1 ? 0 : points[index - 1]!;
  const point = points[index]!;
  const next = index + 1 < points.length ? points[index + 1]! : 0;
  // Characters of two units are rare, and asked for every time.
  if (Math.max(second, first, point, next) > 0xffff) return askAmong(points, index);
  const context = contexts.of((second << 16) | first, (point << 16) | next);
  const seen = readThere[context];
  if (seen) return seen;
  const readings = askAmong(points, index);
  readThere[context] = readings;
  if (contexts.count >= contextsMax) {
    contexts = new PairNumbers();
    readThere = [];
  }
  return readings;
}

function askAmong(points: readonly number[], index: number): readonly string[] {
  const start = Math.max(0, index - before);
  const around = points.slice(start, index + after + 1);
  const here = ask(String.fromCodePoint(...around), false)[index - start] ?? '';
  return together([here, ...readingOf(points[index]!).everyday]);
}

const ask = (text: string, multiple: boolean): string[] =>
  pinyin(text, { type: 'array', toneType: 'none', v: true, multiple }).map(syllable =>
    /^[a-z]+$/.test(syllable) ? syllable : '',
  );
