import { describe, expect, test } from 'vitest';
import { digitsOf, emptyDraft, faultsOf } from './draft.ts';

const whole = { ...emptyDraft, shopName: '惠民便利', ownerName: '王芳', pin: '7391', pinAgain: '7391' };

describe('the first run', () => {
  test('goes on with a shop, an owner and a PIN typed twice', () => {
    expect(faultsOf(whole)).toEqual([]);
  });

  test('names everything that is missing at once', () => {
    expect(faultsOf(emptyDraft)).toEqual(['shopName', 'ownerName', 'pinShape']);
    expect(faultsOf({ ...whole, shopName: '   ' })).toEqual(['shopName']);
  });

  test('does not go on with a PIN that was mistyped the second time', () => {
    expect(faultsOf({ ...whole, pinAgain: '7390' })).toEqual(['pinDiffers']);
  });

  test('takes digits from a Chinese input method, and no more than eight', () => {
    expect(digitsOf('７３９１')).toBe('7391');
    expect(digitsOf('12a3-4 56789')).toBe('12345678');
  });
});
