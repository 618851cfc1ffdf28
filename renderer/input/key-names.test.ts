import { describe, expect, test } from 'vitest';
import { charOf, type KeyStroke, keyName } from './key-names.ts';

const stroke = (code: string, key: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  code,
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

describe('with a Chinese input method on', () => {
  test('function keys keep their names', () => {
    expect(keyName(stroke('F9', 'Process'))).toBe('F9');
    expect(keyName(stroke('F6', 'Process', { shiftKey: true }))).toBe('Shift+F6');
  });

  test('letters and figures are read from their place', () => {
    expect(charOf(stroke('KeyK', 'Process'))).toBe('k');
    expect(charOf(stroke('Digit8', 'Process', { shiftKey: true }))).toBe('*');
    expect(charOf(stroke('Minus', 'Unidentified'))).toBe('-');
  });

  test('full-width figures are folded', () => {
    expect(charOf(stroke('Digit3', '３'))).toBe('3');
  });
});

test('the number pad types figures with NumLock off, and deletes no line', () => {
  expect(charOf(stroke('NumpadDecimal', 'Delete'))).toBe('.');
  expect(keyName(stroke('NumpadDecimal', 'Delete'))).toBeNull();
  expect(charOf(stroke('Numpad8', 'ArrowUp'))).toBe('8');
  expect(keyName(stroke('Numpad8', 'ArrowUp'))).toBeNull();
  expect(keyName(stroke('NumpadEnter', 'Enter'))).toBe('Enter');
});

test('keys held with Ctrl, Alt or the system key type nothing', () => {
  for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
    expect(charOf(stroke('KeyA', 'a', held))).toBeNull();
  }
  expect(keyName(stroke('Delete', 'Delete', { ctrlKey: true }))).toBe('Ctrl+Delete');
});

test('keys that only move or switch type nothing', () => {
  for (const key of ['Shift', 'CapsLock', 'ArrowLeft', 'F3', 'Backspace', 'Process']) {
    expect(charOf(stroke(key, key))).toBeNull();
  }
});
