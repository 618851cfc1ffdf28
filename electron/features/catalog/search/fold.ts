import { beginsPair, pairOf, unitsOf } from './points.ts';
import { Units } from './units.ts';

export type RunKind = 'han' | 'letters' | 'digits';

/** A stretch of one kind of characters, folded: what people type and what names are made of. */
export type Run = { readonly kind: RunKind; readonly text: string };

/**
 * The spelling under which names and queries meet: full-width forms, accents and case are folded away.
 * For searching only; names are shown as the price list has them.
 */
export function fold(text: string): string {
  // Most names are plain Han and ASCII, many without a capital, on which the rest would change nothing.
  if (/^[\x20-\x40\x5b-\x7e\u4e00-\u9fff]*$/.test(text)) return text;
  if (/^[\x20-\x7e\u4e00-\u9fff]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Splits folded text into its runs; everything else only separates. */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = [];
  apart.set(folded);
  eachRun(apart, (kind, from, to) => {
    const text = folded.slice(from, to);
    runs.push({ kind, text: kind === 'digits' ? numberText(text) : text });
  });
  return runs;
}

const apart = new Units();

/** Tells `take` from where to where each run of folded text goes. */
export function eachRun(
  { units, length }: Pick<Units, 'units' | 'length'>,
  take: (kind: RunKind, from: number, to: number) => void,
): void {
  let start = 0;
  let kind: RunKind | null = null;
  for (let at = 0; at < length; ) {
    const unit = units[at]!;
    const isPair = beginsPair(unit) && at + 1 < length && endsPair(units[at + 1]!);
    const point = isPair ? pairOf(unit, units[at + 1]!) : unit;
    // A decimal number is one run (`2.5` of `2.5L`), so that `2.5` does not find 250 ml and 500 ml.
    const isPoint: boolean = kind === 'digits' && unit === 0x2e && at + 1 < length && isDigit(units[at + 1]!);
    const here: RunKind | null = isPoint ? 'digits' : kindOf(point);
    if (here !== kind) {
      if (kind) take(kind, start, at);
      start = at;
      kind = here;
    }
    at += unitsOf(point);
  }
  if (kind) take(kind, start, length);
}

const endsPair = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** Stands for the point inside a number: the index splits at ASCII punctuation, but not at this. */
export const decimalPoint = '·';

/** A code as one token: letters and digits only, folded. */
export const codeToken = (code: string): string =>
  isDigits(code) ? code : fold(code).replace(/[^\p{L}\p{N}]/gu, '');

/** A number as a word of the index. */
export const numberText = (text: string): string =>
  text.includes('.') ? text.replaceAll('.', decimalPoint) : text;

/** Whether there are digits in it, and nothing else. */
export function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return text !== '';
}

const isDigit = (point: number): boolean => point >= 0x30 && point <= 0x39;

function kindOf(point: number): RunKind | null {
  if (point >= 0x4e00 && point <= 0x9fff) return 'han';
  if (point < 0x80) return isDigit(point) ? 'digits' : point >= 0x61 && point <= 0x7a ? 'letters' : null;
  const character = String.fromCodePoint(point);
  if (/\p{Script=Han}/u.test(character)) return 'han';
  return /\p{L}/u.test(character) ? 'letters' : null;
}
