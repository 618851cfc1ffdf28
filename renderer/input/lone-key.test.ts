import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loneKey } from './lone-key.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function desk() {
  const heard: string[] = [];
  const lone = loneKey(name => heard.push(name));
  const type = (names: readonly string[], gapMs: number) => {
    for (const name of names) {
      lone.press(name);
      vi.advanceTimersByTime(gapMs);
    }
  };
  return { heard, lone, type };
}

test('a key that a person presses is heard, and the next one too', () => {
  const { heard, type } = desk();
  type(['F6', 'Shift+F6'], 400);
  expect(heard).toEqual(['F6', 'Shift+F6']);
});

test('a scanner chooses nothing, not even one that begins or ends its codes with a function key', () => {
  const { heard, type } = desk();
  type(['F9', '6', '9', '0', '1', 'F12'], 10);
  vi.advanceTimersByTime(1_000);
  expect(heard).toEqual([]);
});

test('a key that was still waiting when the question went away is not heard', () => {
  const { heard, lone } = desk();
  lone.press('F6');
  lone.stop();
  vi.advanceTimersByTime(1_000);
  expect(heard).toEqual([]);
});
