import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatsFor } from '../../../shared/i18n/format.ts';
import { discountTyping, readDiscount } from './discount-text.ts';

const off = (text: string, language: 'zh-CN' | 'en') => {
  const read = readDiscount(text, language, 2);
  if (!read.ok) return read.refusal;
  if (read.value === null) return null;
  return read.value.kind === 'share' ? read.value.permilleOff : -read.value.off;
};

describe('in Chinese', () => {
  test.each([
    ['9', 100],
    ['9.5', 50],
    ['95', 50],
    ['85', 150],
    ['8.8', 120],
    ['0.5', 950],
    ['10%', 100],
    ['-5', -500],
    ['-0.5', -50],
    ['0', null],
  ])('%s is read as a shop means it', (text, expected) => {
    expect(off(text, 'zh-CN')).toBe(expected);
  });
});

describe('in English', () => {
  test.each([
    ['10%', 100],
    ['10', 100],
    ['12.5%', 125],
    ['-5', -500],
    ['0%', null],
  ])('%s is read as a shop means it', (text, expected) => {
    expect(off(text, 'en')).toBe(expected);
  });
});

test.each(['', '-', '-0', '%', '.', '100', '100%', '999%'])('%s gives nothing away by mistake', text => {
  expect([off(text, 'en'), off(text, 'zh-CN')]).toEqual(['unreadable', 'unreadable']);
});

test('what the till calls a share in Chinese can be typed back', () => {
  const format = formatsFor('zh-CN', 'CNY');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), tenth => {
      const said = format.discount({ kind: 'share', permilleOff: 1000 - tenth * 10 }).replace('折', '');
      expect(off(said, 'zh-CN')).toBe(1000 - tenth * 10);
    }),
  );
});

test('everything that can be typed is read or refused', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[-\d.%]{0,12}$/), text => {
      fc.pre(discountTyping.test(text));
      const read = readDiscount(text, 'zh-CN', 2);
      if (read.ok && read.value?.kind === 'share') expect(read.value.permilleOff).toBeLessThan(1000);
    }),
  );
});
