import { scanMax } from '../../shared/domain/codes.ts';
import { usualTuning, type WedgeTuning } from '../../shared/domain/wedge.ts';
import {
  type Burst,
  codeOf,
  continues,
  isScan,
  isShortScan,
  isSlowScan,
  meanGap,
  type Pace,
  paceOf,
  provenKeys,
} from './burst.ts';
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
  /** It was a scan: put the picture back. */
  readonly scanned: (scan: WedgeScan) => void;
};

export type WedgeScan = {
  readonly text: string;
  /** Keys came through a Chinese input method. */
  readonly viaInputMethod: boolean;
  /** When its first and its last key were pressed, ms. */
  readonly firstAt: number;
  readonly lastAt: number;
  readonly meanGapMs: number;
};

export type Wedge = {
  /** Judges a key. `swallow`: it belongs to a scanner and must do nothing else. */
  press(key: WedgeKey): 'pass' | 'swallow';
  stop(): void;
};

/** Runs `run` after `ms`, tells it how many ms too late that was, and gives a way to call it off. */
export type After = (ms: number, run: (lateMs: number) => void) => () => void;

/** A key that came later than this after it was pressed says nothing of the next one. */
const busyMax = 1_000;
/** A scanner that has sent an ending key will send it again: so long its code may come in two pieces on a busy machine. */
const endingMs = 400;
/** Some scanners send their Enter late; by then it would press a button. */
const lateEndingMs = 300;
const altDigitsMax = 5;

/**
 * Tells a scanner that types from a person who types, by speed, with whatever input method is on; a prefix
 * makes it certain. Pure but for `after`: same keys and times, same verdicts.
 */
export function createWedge(
  after: After,
  events: WedgeEvents,
  tuning: () => WedgeTuning = () => usualTuning,
): Wedge {
  let burst: Burst | null = null;
  /** Keys that a silence gave up as typed by hand; the next key's time may still show them to be a scanner's. */
  let loose: Burst | null = null;
  /** The last scan ended with a key. */
  let sendsEnding = false;
  let altDigits = '';
  let endedAt = Number.NEGATIVE_INFINITY;
  let callOff = () => {};

  const drop = () => {
    callOff();
    burst = null;
    loose = null;
  };
  const deliver = (scan: Burst, lastAt = scan.lastAt) => {
    drop();
    endedAt = lastAt;
    const { viaInputMethod, firstAt } = scan;
    events.scanned({ text: codeOf(scan), viaInputMethod, firstAt, lastAt, meanGapMs: meanGap(scan) });
  };
  const begin = (char: string, key: WedgeKey) => {
    events.began();
    const { at } = key;
    const pace = paceOf(char, tuning());
    burst = {
      pace,
      text: char,
      keys: 1,
      firstAt: at,
      lastAt: at,
      hiccup: null,
      viaInputMethod: isVeiled(key),
    };
  };
  const silent = () => {
    const quiet = burst;
    if (quiet && isScan(quiet)) {
      sendsEnding = false;
      deliver(quiet);
    } else {
      drop();
      loose = quiet;
    }
  };
  /** The silence that ends a code without an ending key, as long as no key can still be on its way. */
  const awaitSilence = (key: WedgeKey, { hiccupMax, gapMax }: Pace) => {
    callOff();
    const silentMs = sendsEnding ? Math.max(endingMs, hiccupMax) : hiccupMax;
    callOff = after(silentMs + busyMs(key), lateMs => {
      // The page stood still: keys that were pressed meanwhile may wait behind this very moment.
      if (lateMs > gapMax) callOff = after(gapMax, silent);
      else silent();
    });
  };
  const take = (char: string, key: WedgeKey) => {
    burst ??= loose;
    loose = null;
    if (!burst || !continues(burst, key.at) || burst.text.length >= scanMax || beginsAnew(burst, char)) {
      if (burst && isScan(burst)) deliver(burst);
      begin(char, key);
    } else {
      const gap = key.at - burst.lastAt;
      if (gap > burst.pace.gapMax) burst.hiccup ??= { ms: gap, after: burst.text.length };
      burst.text += char;
      burst.keys += 1;
      burst.lastAt = key.at;
      burst.viaInputMethod ||= isVeiled(key);
    }
    if (burst) awaitSilence(key, burst.pace);
  };
  /** The prefix of a scanner right behind a key that a person pressed. */
  const beginsAnew = ({ pace, keys }: Burst, char: string) =>
    pace.prefix === '' && keys < provenKeys && char === tuning().prefix;
  const ending = (key: WedgeKey) => {
    const running = burst;
    if (
      running &&
      continues(running, key.at) &&
      (isScan(running) || isSlowScan(running) || isShortScan(running, key.at))
    ) {
      sendsEnding = true;
      deliver(running, key.at);
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
