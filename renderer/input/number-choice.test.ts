import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { numberChoice } from './number-choice.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const choices = () => {
  const chosen: string[] = [];
  const { entry, stop } = numberChoice(() => ({
    1: () => chosen.push('first'),
    2: () => chosen.push('second'),
  }));
  return { chosen, entry, stop };
};

test('a digit pressed alone chooses', () => {
  const { chosen, entry } = choices();
  entry.press('2');
  vi.runAllTimers();
  expect(chosen).toEqual(['second']);
});

test('a scanner that types a code chooses nothing, whatever digits it holds', () => {
  const { chosen, entry } = choices();
  for (const digit of '1') entry.press(digit);
  for (const digit of '221') entry.press(digit);
  vi.runAllTimers();
  expect(chosen).toEqual([]);
});

test('two digits, each given its time, choose twice', () => {
  const { chosen, entry } = choices();
  entry.press('1');
  vi.runAllTimers();
  entry.press('2');
  vi.runAllTimers();
  expect(chosen).toEqual(['first', 'second']);
});

test('leaving the screen calls a waiting digit off', () => {
  const { chosen, entry, stop } = choices();
  entry.press('1');
  stop();
  vi.runAllTimers();
  expect(chosen).toEqual([]);
});
