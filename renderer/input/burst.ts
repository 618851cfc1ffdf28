import { checkDigitRight } from '../../shared/domain/codes.ts';
import { gapMsMax, usualTuning, type WedgeTuning } from '../../shared/domain/wedge.ts';

/** One hiccup of the machine, up to so many times the largest gap, does not tear a code apart. */
const hiccupGaps = 3;
/** What comes slower could be a hand: then only an ending key or a prefix proves a scanner. */
const silentGapMax = 50;
/** So many keys at machine speed prove a scanner; then it may hiccup again, as long as the mean holds. */
export const provenKeys = 4;
/** Without an ending key a scan is at least this long, for nobody types so much so fast. */
const scanLengthMin = 6;
/** With an ending key even a short code is a scan if it came twice as fast as any hand. */
const shortLengthMin = 3;
/** After a prefix so many characters are enough. */
const prefixedLengthMin = 3;

/** Keys that came in a row, as fast as one scanner types. */
export type Burst = {
  /** How fast its keys have to follow each other: it begins with the prefix, or not. */
  readonly pace: Pace;
  text: string;
  keys: number;
  firstAt: number;
  lastAt: number;
  /** The first long gap: how long, and how much text stood before it. */
  hiccup: { readonly ms: number; readonly after: number } | null;
  viaInputMethod: boolean;
};

/** How fast is fast enough, ms: the mean between keys, and a single hiccup. */
export type Pace = { readonly prefix: string; readonly gapMax: number; readonly hiccupMax: number };

/** With a prefix set, only what begins with it may be slow: a person who types fast is no slow scanner. */
export function paceOf(char: string, { prefix, gapMs }: WedgeTuning): Pace {
  const prefixed = prefix !== '' && char === prefix;
  const slow = prefix === '' || prefixed ? gapMs : Math.min(gapMs, usualTuning.gapMs);
  const gapMax = prefixed ? gapMsMax : slow;
  return {
    prefix: prefixed ? prefix : '',
    gapMax,
    hiccupMax: hiccupGaps * Math.max(gapMax, usualTuning.gapMs),
  };
}

/** Mean gap between keys, ms; the one hiccup that is forgiven is left out. */
export function meanGap({ keys, firstAt, lastAt, hiccup }: Burst): number {
  const gaps = keys - 1 - (hiccup ? 1 : 0);
  return gaps <= 0 ? 0 : (lastAt - firstAt - (hiccup?.ms ?? 0)) / gaps;
}

/** Whether a key at `at` still belongs to the burst. */
export function continues(burst: Burst, at: number): boolean {
  const { gapMax, hiccupMax } = burst.pace;
  const gap = at - burst.lastAt;
  if (gap <= gapMax) return true;
  if (gap > hiccupMax) return false;
  return burst.hiccup === null || (burst.keys >= provenKeys && (at - burst.firstAt) / burst.keys <= gapMax);
}

/** Proved without an ending key. */
export function isScan(burst: Burst): boolean {
  const { prefix, gapMax } = burst.pace;
  if (prefix !== '') return burst.text.length > prefixedLengthMin && meanGap(burst) <= gapMax;
  return burst.text.length >= scanLengthMin && meanGap(burst) <= Math.min(gapMax, silentGapMax);
}

/** Proved by an ending key behind it, of a scanner so slow that silence alone would not do. */
export const isSlowScan = (burst: Burst): boolean =>
  burst.text.length >= scanLengthMin && meanGap(burst) <= burst.pace.gapMax;

/** All gaps count here, that before the ending key too. */
export const isShortScan = (burst: Burst, endedAt: number): boolean =>
  burst.text.length >= shortLengthMin && (endedAt - burst.firstAt) / burst.keys <= burst.pace.gapMax / 2;

/**
 * What was scanned. A person's key just before a scan looks like a hiccup near its beginning: where the whole
 * is no barcode by its check digit and the part after the gap is one, the part is meant.
 */
export function codeOf({ text, hiccup, pace }: Burst): string {
  if (pace.prefix !== '') return text.slice(pace.prefix.length);
  const rest = hiccup ? text.slice(hiccup.after) : '';
  return checkDigitRight(rest) && !checkDigitRight(text) ? rest : text;
}
