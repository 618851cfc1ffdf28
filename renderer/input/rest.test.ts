import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onceAtRest } from './rest.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function typed(keys: number, gapMs: number) {
  let changed = () => {};
  let line = '';
  const shown: string[] = [];
  const end = onceAtRest(
    tell => {
      changed = tell;
      return () => {
        changed = () => {};
      };
    },
    () => shown.push(line),
  );
  for (let key = 0; key < keys; key += 1) {
    if (key > 0) vi.advanceTimersByTime(gapMs);
    line += '6';
    changed();
  }
  return {
    shown,
    end,
    takenBack() {
      line = '';
      changed();
    },
  };
}

test('what a scanner typed is never drawn: its keys are taken back before they rest', () => {
  const scan = typed(18, 4);
  scan.takenBack();
  vi.runAllTimers();
  expect(scan.shown).toEqual(['']);
});

test('each key of a person is drawn before the next', () => {
  const hand = typed(3, 70);
  vi.runAllTimers();
  expect(hand.shown).toEqual(['6', '66', '666']);
});

test('a key that is held down is seen at work', () => {
  const held = typed(12, 25);
  expect(held.shown.length).toBeGreaterThanOrEqual(2);
});

test('a line that is gone is told nothing', () => {
  const gone = typed(1, 0);
  gone.end();
  vi.runAllTimers();
  expect(gone.shown).toEqual([]);
});
