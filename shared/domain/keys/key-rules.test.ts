import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../lib/result.ts';
import { actNames } from './acts.ts';
import { actOn, type KeyChanges, keysWith } from './key-map.ts';
import { assignKey, faultIn, keyUnfit, swapKeys } from './key-rules.ts';
import { keyPresetNames, keyPresets } from './presets.ts';

const mustBe = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

describe('a key is refused', () => {
  test.each([
    ['KeyP', 'character'],
    ['F25', 'character'],
    ['Enter', 'fixed'],
    ['Ctrl+Enter', 'fixed'],
    ['Escape', 'fixed'],
    ['Shift+ArrowUp', 'fixed'],
    ['PageDown', 'fixed'],
    ['Backspace', 'fixed'],
    ['Alt+F9', 'alt'],
    ['Ctrl+Meta+F9', 'alt'],
    ['Ctrl+F4', 'system'],
  ] as const)('%s, because it is %s', (key, why) => {
    expect(keyUnfit('pay', key)).toBe(why);
    expect(assignKey({}, 'pay', key)).toEqual({
      ok: false,
      refusal: { code: 'key-unfit', params: { key, unfit: why } },
    });
  });

  test('alone, where the act ends something for good', () => {
    expect(keyUnfit('void', 'F4')).toBe('alone');
    expect(keyUnfit('void', 'Shift+F4')).toBeNull();
  });

  test('that another act has, by the name of that act', () => {
    expect(assignKey({}, 'pay', 'F6')).toEqual({
      ok: false,
      refusal: { code: 'key-taken', params: { key: 'F6', act: 'hold' } },
    });
  });
});

test('two acts change keys with each other in one go, and back', () => {
  const swapped = mustBe(swapKeys({}, 'pay', 'search'));
  expect(swapped).toEqual({ pay: 'F2', search: 'F9' });
  expect(mustBe(swapKeys(swapped, 'search', 'pay'))).toEqual({});
  expect(swapKeys({}, 'pay', 'void').ok).toBe(false);
});

test('whatever is pressed, no two acts ever share a key, and a map that was taken is taken again', () => {
  const keys = fc
    .tuple(
      fc.constantFrom('', 'Shift+', 'Ctrl+', 'Alt+'),
      fc.constantFrom('F2', 'F4', 'F9', 'Insert', 'Enter'),
    )
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...actNames), keys), { maxLength: 30 }), presses => {
      let changes: KeyChanges = {};
      for (const [act, key] of presses) {
        const next = assignKey(changes, act, key);
        if (next.ok) changes = next.value;
      }
      expect(faultIn(changes)).toBeNull();
      const map = keysWith(changes);
      expect(new Set(Object.values(map)).size).toBe(actNames.length);
      for (const act of actNames) expect(actOn(map[act], map)).toBe(act);
    }),
  );
});

test('an act that a new version brings takes no key from one that was chosen', () => {
  const map = keysWith({ pay: 'F4' });
  expect([map.pay, map.price, actOn('F4', map)]).toEqual(['F4', '', 'pay']);
});

test.each(keyPresetNames)('the keys of %s hold no fault, and are what its source lists', name => {
  const { known, changes } = keyPresets[name];
  expect(faultIn(changes)).toBeNull();
  expect(keysWith(changes)).toMatchObject(known);
});
