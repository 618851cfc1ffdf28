import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibratedGap, usualTuning, type WedgeTuning } from '../../shared/domain/wedge.ts';
import { createWedge, type WedgeKey } from './wedge.ts';

type Heard = { text: string; ime: boolean };

/**
 * A desk with a keyboard whose clock the test winds: `type` presses keys, `silence` lets time pass, and in a
 * `stall` it passes while the page does nothing.
 */
function desk(tuning: WedgeTuning = usualTuning) {
  const heard: Heard[] = [];
  const gaps: number[] = [];
  const began: number[] = [];
  let now = 1000;
  let timer: { at: number; run: (lateMs: number) => void } | null = null;
  const wedge = createWedge(
    (ms, run) => {
      const mine = { at: now + ms, run };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
    {
      began: () => began.push(now),
      scanned: ({ text, viaInputMethod, meanGapMs }) => {
        heard.push({ text, ime: viaInputMethod });
        gaps.push(meanGapMs);
      },
    },
    () => tuning,
  );
  const ring = () => {
    const { at, run } = timer!;
    timer = null;
    run(now - at);
  };
  const silence = (ms: number) => {
    const until = now + ms;
    while (timer && timer.at <= until) {
      now = timer.at;
      ring();
    }
    now = until;
  };
  const stall = (ms: number) => {
    now += ms;
    if (timer && timer.at <= now) ring();
  };
  const press = (key: Partial<WedgeKey>) => wedge.press({ ...plain, at: now, heardAt: now, ...key });
  const type = (text: string, gapMs: number, veil = false) =>
    [...text].map(char => {
      silence(gapMs);
      return press(veil ? { ...strokes(char), key: 'Process' } : strokes(char));
    });
  const enter = (gapMs: number) => {
    silence(gapMs);
    return press({ key: 'Enter', code: 'Enter' });
  };
  /** Keys that were pressed `gapMs` apart from `from` on, and are heard only now. */
  const hear = (text: string, from: number, gapMs: number) => {
    for (const [index, char] of [...text].entries()) press({ ...strokes(char), at: from + index * gapMs });
  };
  return { heard, gaps, began, silence, stall, press, type, enter, hear, now: () => now };
}

const plain: WedgeKey = {
  type: 'keydown',
  key: '',
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isTrusted: true,
  at: 0,
  heardAt: 0,
};

function strokes(char: string): Partial<WedgeKey> {
  if (/\d/.test(char)) return { key: char, code: `Digit${char}` };
  if (/[a-z]/i.test(char))
    return { key: char, code: `Key${char.toUpperCase()}`, shiftKey: /[A-Z]/.test(char) };
  if (char === '~') return { key: char, code: 'Backquote', shiftKey: true };
  return { key: char, code: char === '-' ? 'Minus' : 'Space' };
}

const cola = '6901234567892';

describe('a scanner that types', () => {
  test('is heard with an ending key, and its Enter presses no button', () => {
    const { heard, type, enter } = desk();
    type(cola, 4);
    expect(enter(4)).toBe('swallow');
    expect(heard).toEqual([{ text: cola, ime: false }]);
  });

  test('is heard without an ending key, after a short silence', () => {
    const { heard, type, silence } = desk();
    type(cola, 12);
    expect(heard).toEqual([]);
    silence(106);
    expect(heard).toEqual([{ text: cola, ime: false }]);
  });

  test('which has sent an ending key is not cut short where the machine hands its code over in two pieces', () => {
    const { heard, type, enter, silence, hear, press, now } = desk();
    type('6920202888883', 4);
    enter(4);
    silence(1_000);
    const from = now();
    hear(cola.slice(0, 11), from, 0);
    silence(300);
    hear(cola.slice(11), from, 0);
    expect(press({ key: 'Enter', code: 'Enter', at: from })).toBe('swallow');
    silence(1_000);
    expect(heard.map(({ text }) => text)).toEqual(['6920202888883', cola]);
  });

  test('and no longer sends an ending key is heard all the same', () => {
    const { heard, type, enter, silence } = desk();
    type(cola, 4);
    enter(4);
    silence(1_000);
    for (const waitMs of [401, 106]) {
      type(cola, 4);
      silence(waitMs);
    }
    expect(heard).toHaveLength(3);
  });

  test('leaves the Enter of a cashier alone who pressed F9 right after the scan', () => {
    const { heard, type, enter, press, silence } = desk();
    type('6901234567892', 5);
    enter(5);
    silence(40);
    expect(press({ key: 'F9', code: 'F9' })).toBe('pass');
    expect(enter(60)).toBe('pass');
    expect(heard).toEqual([{ text: '6901234567892', ime: false }]);
  });

  test('sends an Enter too late to press a button', () => {
    const { heard, type, silence, enter } = desk();
    type(cola, 8);
    silence(106);
    expect(enter(120)).toBe('swallow');
    expect(enter(900)).toBe('pass');
    expect(heard).toHaveLength(1);
  });

  test('sends CR and LF, and neither presses a button', () => {
    const { type, enter } = desk();
    type(cola, 5);
    expect([enter(5), enter(5)]).toEqual(['swallow', 'swallow']);
  });

  test('is read through a Chinese input method by the place of the keys', () => {
    const { heard, type, enter } = desk();
    type('AB12cd', 6, true);
    enter(6);
    expect(heard).toEqual([{ text: 'AB12cd', ime: true }]);
  });

  test('types full-width figures that are folded', () => {
    const { heard, press, silence, enter } = desk();
    for (const [index, char] of [...'６９０１２３'].entries()) {
      silence(5);
      press({ key: char, code: `Digit${index}` });
    }
    enter(5);
    expect(heard[0]?.text).toBe('690123');
  });

  test('hiccups once, at any place, and the code stays whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 36, max: 104 }), (at, ms) => {
        const { heard, type, silence, enter } = desk();
        type(cola.slice(0, at), 5);
        silence(ms - 5);
        type(cola.slice(at), 5);
        enter(5);
        expect(heard).toEqual([{ text: cola, ime: false }]);
      }),
    );
  });

  test('is not torn where its first keys come at once and the others late', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 110, max: 900 }), (first, lateMs) => {
        const { heard, began, silence, hear, now } = desk();
        const from = now();
        const code = '6901234567892';
        hear(code.slice(0, first), from, 2);
        // Long enough that the page has given them up as typed by hand.
        silence(lateMs);
        hear(code.slice(first), from + first * 2, 2);
        silence(1_500);
        expect(heard).toEqual([{ text: code, ime: false }]);
        // What the first keys typed is taken back with the rest: one picture, from before them.
        expect(began).toHaveLength(1);
      }),
    );
  });

  test('is not torn where a busy machine hands its keys over late, a part at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 12 }), fc.integer({ min: 100, max: 900 }), (at, lateMs) => {
        const { heard, press, silence, hear, now } = desk();
        const from = now();
        silence(lateMs);
        hear(cola.slice(0, at), from, 5);
        silence(lateMs);
        hear(cola.slice(at), from + at * 5, 5);
        press({ key: 'Enter', code: 'Enter', at: from + cola.length * 5 });
        silence(2_000);
        expect(heard).toEqual([{ text: cola, ime: false }]);
      }),
    );
  });

  test('is not torn where the page stands still in the middle of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 12 }), fc.integer({ min: 160, max: 3_000 }), (at, ms) => {
        const { heard, press, silence, stall, hear, now } = desk();
        const from = now();
        hear(cola.slice(0, at), from, 0);
        stall(ms);
        hear(cola.slice(at), from + 5, 5);
        press({ key: 'Enter', code: 'Enter', at: from + cola.length * 5 });
        silence(2_000);
        expect(heard).toEqual([{ text: cola, ime: false }]);
      }),
    );
  });

  test('is not mixed with a key that a person pressed just before', () => {
    const { heard, type, silence, enter } = desk();
    type('1', 500);
    silence(60);
    type(cola, 5);
    enter(5);
    expect(heard).toEqual([{ text: cola, ime: false }]);
  });

  test('reads two codes in a row as two', () => {
    const { heard, type, enter } = desk();
    type(cola, 3);
    enter(3);
    type('6907992512570', 3);
    enter(3);
    expect(heard.map(({ text }) => text)).toEqual([cola, '6907992512570']);
  });

  test('reports a code that is too short instead of swallowing it', () => {
    const { heard, type, enter } = desk();
    type('123', 5);
    expect(enter(5)).toBe('swallow');
    expect(heard[0]?.text).toBe('123');
  });

  test('keeps the separators of GS1 data, and no browser shortcut comes of them', () => {
    const { heard, type, press, silence, enter } = desk();
    type('0106901234567892', 4);
    silence(4);
    expect(press({ key: ']', code: 'BracketRight', ctrlKey: true })).toBe('swallow');
    silence(4);
    press({ key: '^', code: 'Digit6', ctrlKey: true, shiftKey: true });
    type('AB', 4);
    enter(4);
    expect(heard[0]?.text).toBe('0106901234567892\u001d\u001eAB');
  });

  test('types Chinese as Alt and the number pad, in GBK', () => {
    const { heard, press, type, silence, enter } = desk();
    type('12345', 4);
    for (const digit of '49097') {
      silence(2);
      expect(press({ key: digit, code: `Numpad${digit}`, altKey: true })).toBe('swallow');
    }
    silence(2);
    press({ type: 'keyup', key: 'Alt', code: 'AltLeft' });
    enter(4);
    expect(heard[0]?.text).toBe('12345可');
  });

  test('any code at machine speed arrives whole and once', () => {
    const codes = fc.stringMatching(/^[0-9A-Za-z-]{6,40}$/);
    fc.assert(
      fc.property(codes, fc.integer({ min: 0, max: 30 }), fc.boolean(), (code, gap, ending) => {
        const { heard, type, silence, enter } = desk();
        type(code, gap);
        if (ending) enter(gap);
        silence(500);
        expect(heard).toEqual([{ text: code, ime: false }]);
      }),
    );
  });

  test('asks for a picture of the text boxes before its first key does anything', () => {
    const { began, type, enter } = desk();
    type(cola, 5);
    enter(5);
    expect(began).toHaveLength(1);
  });
});

describe('a person who types', () => {
  test('is never a scanner, at 60 ms a key and more', () => {
    const hand = fc.array(fc.tuple(fc.constantFrom(...'0123456789ab'), fc.integer({ min: 60, max: 400 })), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(hand, fc.integer({ min: 60, max: 400 }), (keys, gap) => {
        const { heard, type, enter, silence } = desk();
        for (const [char, ms] of keys) expect(type(char, ms)).toEqual(['pass']);
        expect(enter(gap)).toBe('pass');
        silence(500);
        expect(heard).toEqual([]);
      }),
    );
  });

  test('is no scanner when two keys fall together', () => {
    const { heard, type, enter } = desk();
    type('5', 300);
    type('0', 12);
    expect(enter(90)).toBe('pass');
    expect(heard).toEqual([]);
  });

  test('who holds a key down types no code', () => {
    const { heard, press, silence } = desk();
    for (let count = 0; count < 20; count += 1) {
      press({ key: '1', code: 'Digit1', repeat: count > 0 });
      silence(30);
    }
    silence(500);
    expect(heard).toEqual([]);
  });

  test('keeps Enter, Tab and function keys', () => {
    const { press, silence } = desk();
    for (const code of ['Enter', 'Tab', 'F9', 'Escape']) {
      silence(200);
      expect(press({ key: code, code })).toBe('pass');
    }
  });
});

test('a script that makes keys up is not heard', () => {
  const { heard, press, silence } = desk();
  for (const digit of cola) {
    silence(3);
    press({ key: digit, code: `Digit${digit}`, isTrusted: false });
  }
  silence(500);
  expect(heard).toEqual([]);
});

describe('a slow Bluetooth scanner', () => {
  const slow = { gapMs: 80, prefix: '' };

  test('is heard once it has been calibrated, with an ending key', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 75 }), gapMs => {
        const before = desk();
        before.type(cola, gapMs);
        before.enter(gapMs);
        expect(before.heard).toEqual([]);
        const after = desk({ gapMs: calibratedGap([gapMs, gapMs, gapMs]), prefix: '' });
        after.type(cola, gapMs);
        expect(after.enter(gapMs)).toBe('swallow');
        expect(after.heard).toEqual([{ text: cola, ime: false }]);
        expect(after.gaps).toEqual([gapMs]);
      }),
    );
  });

  test('is not believed by its silence alone, for a hand can be as fast', () => {
    const { heard, type, silence } = desk(slow);
    type(cola, 65);
    silence(2_000);
    expect(heard).toEqual([]);
  });
});

describe('a prefix', () => {
  const tuned = { gapMs: 80, prefix: '~' };

  test('makes a slow scan certain, short and without an ending key too, and is no part of the code', () => {
    const { heard, type, silence } = desk(tuned);
    type(`~${cola}`, 70);
    silence(400);
    type('~123', 70);
    silence(400);
    expect(heard.map(({ text }) => text)).toEqual([cola, '123']);
  });

  test('behind a key that a person pressed begins the code', () => {
    const { heard, type, enter } = desk(tuned);
    type('5', 400);
    type(`~${cola}`, 8);
    enter(8);
    expect(heard.map(({ text }) => text)).toEqual([cola]);
  });

  test('leaves whoever types fast without it alone', () => {
    const { heard, type, enter, silence } = desk(tuned);
    type('258036', 62);
    expect(enter(62)).toBe('pass');
    silence(1_000);
    expect(heard).toEqual([]);
  });

  test('typed by a hand, with more behind it at a hand’s pace, is no scan', () => {
    const { heard, type, silence } = desk(tuned);
    type('~hello', 120);
    silence(1_000);
    expect(heard).toEqual([]);
  });
});
