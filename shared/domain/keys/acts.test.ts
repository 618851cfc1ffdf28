import { expect, test } from 'vitest';
import { type Act, actNames, acts, fixedKeys, isDestructive } from './acts.ts';
import { actOn, defaultKeys, keyOf, keysWith, sayKey } from './key-map.ts';

test('no two acts share a key, so that a key means one thing on every screen', () => {
  const keys = [...actNames.map(act => acts[act].key), ...Object.values(fixedKeys)];
  expect(new Set(keys).size).toBe(keys.length);
});

test('no act is on Enter, on Esc, on a character or on a key with Alt', () => {
  for (const act of actNames) {
    expect(acts[act].key).toMatch(/^(?:Ctrl\+|Shift\+)?(?:F\d{1,2}|Insert|Delete|Home|End)$/);
  }
});

test('what ends something for good is on a key that is held with another', () => {
  for (const act of actNames.filter(isDestructive)) expect(acts[act].key).toMatch(/\+/);
});

test('a till’s own map is asked both ways, and what it does not change stays', () => {
  const map = keysWith({ pay: 'F2', search: 'F9' });
  expect(keyOf('pay', map)).toBe('F2');
  expect(actOn('F9', map)).toBe('search');
  expect(actOn('F6', map)).toBe('hold');
  expect(actOn('Escape', map)).toBe('back');
  expect(actOn('Ctrl+Shift+F1', map)).toBeNull();
  for (const act of actNames) expect(actOn(keyOf(act, defaultKeys), defaultKeys)).toBe<Act>(act);
});

test('a key is said as it stands on keyboards', () => {
  expect(['Shift+F6', 'Ctrl+Delete', 'Escape', 'F9'].map(sayKey)).toEqual([
    'Shift+F6',
    'Ctrl+Del',
    'Esc',
    'F9',
  ]);
});
