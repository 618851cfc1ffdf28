import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteTouches, whenQuiet } from './when-quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('nothing is begun while one scan follows the other, though their keys are kept from everybody else', () => {
  const page = new EventTarget();
  noteTouches(page);
  page.addEventListener('keydown', event => event.stopImmediatePropagation(), true);
  const run = vi.fn();
  whenQuiet(run);
  for (let scans = 0; scans < 10; scans += 1) {
    vi.advanceTimersByTime(700);
    page.dispatchEvent(new Event('keydown'));
  }
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_499);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(10_000);
  expect(run).toHaveBeenCalledOnce();
});

test('what is taken back is not begun', () => {
  const run = vi.fn();
  whenQuiet(run)();
  vi.advanceTimersByTime(10_000);
  expect(run).not.toHaveBeenCalled();
});
