import { checkDigitRight, scanMax } from '../../shared/domain/codes.ts';
import { charOf, type KeyStroke } from './key-names.ts';

/** A key as the decoder needs it. `at` is when it was pressed (event time stamp, ms), not when it was handled. */
export type WedgeKey = KeyStroke & {
  readonly type: 'keydown' | 'keyup';
  readonly repeat: boolean;
  readonly isTrusted: boolean;
  readonly at: number;
  /** When it got here, by the same clock (ms): later than pressed, where the machine is busy. */
  readonly heardAt: number;
};

export type WedgeEvents = {
  /** A key that may be the first of a scan, before it does anything: take a picture of the text boxes. */
  readonly began: () => void;
  /** It was a scan: put the picture back. `viaInputMethod`: keys came through a Chinese input method. */
  readonly scanned: (text: string, viaInputMethod: boolean) => void;
};

export type Wedge = {
  /** Judges a key. `swallow`: it belongs to a scanner and must do nothing else. */
  press(key: WedgeKey): 'pass' | 'swallow';
  stop(): void;
};

/** Runs `run` after `ms`, tells it how many ms too late that was, and gives a way to call it off. */
export type After = (ms: number, run: (lateMs: number) => void) => () => void;

// Scanners type a key every 1 to 16 ms, slow Bluetooth ones up to 30; people need 60 and more, in bursts 30.
const meanGapMax = 35;
/** One hiccup of the machine, up to this, does not tear a code apart. */
const hiccupMax = 3 * meanGapMax;
/** So many keys at machine speed prove a scanner; then it may hiccup again, as long as the mean holds. */
const provenKeys = 4;
/** Without an ending key a scan is at least this long, for nobody types so much so fast. */
const scanLengthMin = 6;
/** With an ending key even a short code is a scan if it came twice as fast as any hand. */
const shortLengthMin = 3;
const shortMeanGapMax = meanGapMax / 2;
/** A key that came later than this after it was pressed says nothing of the next one. */
const busyMax = 1_000;
/** Some scanners send their Enter late; by then it would press a button. */
const lateEndingMs = 300;
const altDigitsMax = 5;

type Burst = {
  text: string;
  keys: number;
  firstAt: number;
  lastAt: number;
  /** The first long gap: how long, and how much text stood before it. */
  hiccup: { readonly ms: number; readonly after: number } | null;
  viaInputMethod: boolean;
};

/**
 * Tells a scanner that types from a person who types, by speed alone, with whatever input method is on.
 * Pure but for `after`: same keys and times, same verdicts.
 */
export function createWedge(after: After, events: WedgeEvents): Wedge {
  let burst: Burst | null = null;
  let altDigits = '';
  let endedAt = Number.NEGATIVE_INFINITY;
  let callOff = () => {};

  const drop = () => {
    callOff();
    burst = null;
  };
  const deliver = (scan: Burst) => {
    drop();
    endedAt = scan.lastAt;
    events.scanned(codeOf(scan), scan.viaInputMethod);
  };
  const begin = (char: string, key: WedgeKey) => {
    events.began();
    const { at } = key;
    burst = { text: char, keys: 1, firstAt: at, lastAt: at, hiccup: null, viaInputMethod: isVeiled(key) };
  };
  const silent = () => {
    if (burst && isScan(burst)) deliver(burst);
    else drop();
  };
  /** The silence that ends a code without an ending key, as long as no key can still be on its way. */
  const awaitSilence = (key: WedgeKey) => {
    callOff();
    callOff = after(hiccupMax + busyMs(key), lateMs => {
      // The page stood still: keys that were pressed meanwhile may wait behind this very moment.
      if (lateMs > meanGapMax) callOff = after(meanGapMax, silent);
      else silent();
    });
  };
  const take = (char: string, key: WedgeKey) => {
    if (!burst || !continues(burst, key.at) || burst.text.length >= scanMax) {
      if (burst && isScan(burst)) deliver(burst);
      begin(char, key);
    } else {
      const gap = key.at - burst.lastAt;
      if (gap > meanGapMax) burst.hiccup ??= { ms: gap, after: burst.text.length };
      burst.text += char;
      burst.keys += 1;
      burst.lastAt = key.at;
      burst.viaInputMethod ||= isVeiled(key);
    }
    awaitSilence(key);
  };
  const ending = (key: WedgeKey) => {
    const running = burst;
    if (running && continues(running, key.at) && (isScan(running) || isShortScan(running, key.at))) {
      deliver({ ...running, lastAt: key.at });
      return 'swallow';
    }
    drop();
    const late = key.at - endedAt <= lateEndingMs;
    endedAt = Number.NEGATIVE_INFINITY;
    return late ? 'swallow' : 'pass';
  };
  const altNumpad = (key: WedgeKey): boolean => {
    const digit = key.altKey ? /^Numpad(\d)$/.exec(key.code) : null;
    if (digit) altDigits = (altDigits + digit[1]).slice(-altDigitsMax);
    return digit !== null;
  };

  return {
    press: key => {
      if (!key.isTrusted) return 'pass';
      if (key.type === 'keyup') {
        if (!/^Alt/.test(key.code) || altDigits === '') return 'pass';
        take(fromAltDigits(altDigits), key);
        altDigits = '';
        return 'swallow';
      }
      if (isModifier(key)) return 'pass';
      if (altNumpad(key)) return 'swallow';
      if (key.repeat) {
        drop();
        return 'pass';
      }
      if (/^(Enter|NumpadEnter|Tab)$/.test(key.code)) return ending(key);
      const char = separatorOf(key) ?? charOf(key);
      if (char === null) {
        if (burst && isScan(burst)) deliver(burst);
        else drop();
        // Whoever presses F9 after a scan means the Enter that follows.
        endedAt = Number.NEGATIVE_INFINITY;
        return 'pass';
      }
      take(char, key);
      // A separator inside a scan would otherwise be a browser shortcut.
      return separatorOf(key) ? 'swallow' : 'pass';
    },
    stop: drop,
  };
}

/** How late a key was handed over; what was pressed after it can come as much later. */
const busyMs = ({ at, heardAt }: WedgeKey): number => Math.min(busyMax, Math.max(0, heardAt - at));

/** Mean gap between keys, ms; the one hiccup that is forgiven is left out. */
function meanGap({ keys, firstAt, lastAt, hiccup }: Burst): number {
  const gaps = keys - 1 - (hiccup ? 1 : 0);
  return gaps <= 0 ? 0 : (lastAt - firstAt - (hiccup?.ms ?? 0)) / gaps;
}

/** Whether a key at `at` still belongs to the burst. */
function continues(burst: Burst, at: number): boolean {
  const gap = at - burst.lastAt;
  if (gap <= meanGapMax) return true;
  if (gap > hiccupMax) return false;
  return (
    burst.hiccup === null || (burst.keys >= provenKeys && (at - burst.firstAt) / burst.keys <= meanGapMax)
  );
}

const isScan = (burst: Burst): boolean => burst.text.length >= scanLengthMin && meanGap(burst) <= meanGapMax;

/** All gaps count here, that before the ending key too. */
const isShortScan = (burst: Burst, endedAt: number): boolean =>
  burst.text.length >= shortLengthMin && (endedAt - burst.firstAt) / burst.keys <= shortMeanGapMax;

/**
 * What was scanned. A person's key just before a scan looks like a hiccup near its beginning: where the whole
 * is no barcode by its check digit and the part after the gap is one, the part is meant.
 */
function codeOf({ text, hiccup }: Burst): string {
  const rest = hiccup ? text.slice(hiccup.after) : '';
  return checkDigitRight(rest) && !checkDigitRight(text) ? rest : text;
}

const isModifier = (key: WedgeKey): boolean => /^(Shift|Control|Alt|Meta|CapsLock|NumLock)/.test(key.code);

const isVeiled = (key: WedgeKey): boolean => key.key === 'Process' || key.key === 'Unidentified';

/** GS and RS of GS1 codes arrive as Ctrl+] and Ctrl+^. */
function separatorOf(key: WedgeKey): string | null {
  if (!key.ctrlKey || key.altKey || key.metaKey) return null;
  if (key.code === 'BracketRight' || key.key === ']') return '\u001d';
  return key.key === '^' || (key.code === 'Digit6' && key.shiftKey) ? '\u001e' : null;
}

/** Alt with a number on the pad types one code unit: ASCII, or above 255 a character of GBK. */
function fromAltDigits(digits: string): string {
  const unit = Number(digits);
  if (unit <= 0xff) return String.fromCharCode(unit);
  return new TextDecoder('gbk').decode(Uint8Array.of((unit >> 8) & 0xff, unit & 0xff));
}
