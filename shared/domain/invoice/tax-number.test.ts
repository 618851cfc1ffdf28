import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCharacter, parseTaxNumber } from './tax-number.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const body = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 17, maxLength: 17 });
const whole = body.map(code => code + checkCharacter(code));

describe('a unified code', () => {
  test.each([
    // Codes as companies carry them: a letter as the check character, a digit, letters within.
    '9144030071526726XG',
    '91330100799655058B',
    '914403001922038216',
  ])('of a real company is taken: %s', text =>
    expect(parseTaxNumber(text)).toEqual({ ok: true, value: { text, form: 'unified' } }),
  );

  test('is taken however it was typed', () => {
    expect(parseTaxNumber(' ９１４４ 0300-7152 6726 xg ')).toMatchObject({
      value: { text: '9144030071526726XG' },
    });
  });

  test('with one wrong character is never taken', () => {
    const slip = fc.tuple(whole, fc.nat(17), fc.constantFrom(...alphabet));
    fc.assert(
      fc.property(slip, ([code, at, other]) => {
        fc.pre(code[at] !== other);
        const wrong = code.slice(0, at) + other + code.slice(at + 1);
        expect(parseTaxNumber(wrong)).toEqual({ ok: false, refusal: 'check-digit' });
      }),
    );
  });

  test('with two neighbours swapped is never taken', () => {
    fc.assert(
      fc.property(whole, fc.nat(16), (code, at) => {
        fc.pre(code[at] !== code[at + 1]);
        const wrong = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
        expect(parseTaxNumber(wrong).ok).toBe(false);
      }),
    );
  });

  test('has none of the letters that look like figures', () => {
    for (const letter of 'IOSVZ') {
      expect(parseTaxNumber(`9144030071526726${letter}G`)).toEqual({ ok: false, refusal: 'shape' });
    }
  });
});

test.each([15, 17, 20])('an old number of %i characters is taken, and said to be old', length => {
  const text = '1'.repeat(length);
  expect(parseTaxNumber(text)).toEqual({ ok: true, value: { text, form: 'old' } });
});

test('nothing, or anything else, is no tax number', () => {
  expect(parseTaxNumber(' ')).toEqual({ ok: false, refusal: 'missing' });
  for (const text of ['1', '1'.repeat(16), '1'.repeat(19), '1'.repeat(21), '公司'.repeat(9)])
    expect(parseTaxNumber(text)).toEqual({ ok: false, refusal: 'shape' });
});
