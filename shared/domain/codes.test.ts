import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigitRight, cleanScan, codeSpellings, isLink, looksLikeGtin, scanMax } from './codes.ts';
import { walletOf } from './wallet-codes.ts';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''));

describe('cleanScan', () => {
  test.each([
    ['6901234567892\r\n', '6901234567892', null],
    ['\u00026901234567892\u0003', '6901234567892', null],
    ['  6901234567892 \t', '6901234567892', null],
    ['６９０１２３４５６７８９２', '6901234567892', null],
    [']E06901234567892', '6901234567892', ']E0'],
    ['］Ｅ０6901234567892', '6901234567892', ']E0'],
    [']C1\u001d0106901234567892\u001d10LOT', '\u001d0106901234567892\u001d10LOT', ']C1'],
    ['\u001d0106901234567892', '\u001d0106901234567892', null],
    ['', '', null],
    [' \r\n', '', null],
    ['可口可乐', '可口可乐', null],
  ])('%j', (raw, text, aim) => {
    expect(cleanScan(raw)).toEqual({ text, aim });
  });

  test('never makes a scan longer than it came, whatever the characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), raw => {
        const { text, aim } = cleanScan(raw);
        expect(text.length + (aim ?? '').length).toBeLessThanOrEqual(raw.length);
      }),
    );
    expect(cleanScan('ﷺ'.repeat(scanMax)).text.length).toBeLessThanOrEqual(scanMax);
  });

  test('makes no digits of raised, circled or other digits', () => {
    for (const text of ['690123456789²', '①②③④⑤⑥⑦⑧', '٦٩٠١٢٣٤٥']) expect(cleanScan(text).text).toBe(text);
  });

  test('hostile scans are read in one pass, however long they are', () => {
    const length = 100 * scanMax;
    const blanks = ' '.repeat(length);
    for (const hostile of [
      `1${blanks}x`,
      `x${blanks}x${blanks}x`,
      '\u0002'.repeat(length),
      `x${'\u0003'.repeat(length)}x`,
      '2'.repeat(length),
      `28${'1'.repeat(length)}x`,
      'https'.repeat(length),
      ']'.repeat(length),
    ]) {
      const { text } = cleanScan(hostile);
      expect(walletOf(text)).toBeNull();
      expect(isLink(text)).toBe(false);
      expect(checkDigitRight(text) || looksLikeGtin(text)).toBe(false);
      expect(codeSpellings(text)).toEqual([text]);
    }
  });
});

describe('check digits', () => {
  test.each([
    ['6901234567892', 'EAN-13'],
    ['4006381333931', 'EAN-13'],
    ['9780306406157', 'ISBN-13'],
    ['96385074', 'EAN-8'],
    ['73513537', 'EAN-8'],
    ['036000291452', 'UPC-A'],
    ['15400141288763', 'ITF-14'],
  ])('%s is right (%s), and no other last digit is', code => {
    for (let last = 0; last <= 9; last += 1) {
      const other = `${code.slice(0, -1)}${last}`;
      expect(checkDigitRight(other)).toBe(other === code);
    }
  });

  test('any single wrong digit is noticed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(7, 11, 12, 13).chain(digits),
        fc.nat(13),
        fc.integer({ min: 1, max: 9 }),
        (body, at, by) => {
          const code = [...'0123456789'].map(last => `${body}${last}`).filter(checkDigitRight);
          expect(code).toHaveLength(1);
          const index = at % code[0]!.length;
          const wrong = String((Number(code[0]![index]) + by) % 10);
          expect(checkDigitRight(`${code[0]!.slice(0, index)}${wrong}${code[0]!.slice(index + 1)}`)).toBe(
            false,
          );
        },
      ),
    );
  });

  test('only 8, 12, 13 and 14 digits are retail barcodes', () => {
    for (let length = 0; length <= 24; length += 1) {
      const zeros = '0'.repeat(length);
      expect(looksLikeGtin(zeros)).toBe([8, 12, 13, 14].includes(length));
      expect(checkDigitRight(zeros)).toBe([8, 12, 13, 14].includes(length));
    }
    for (const text of ['690123456789x', '６９０１２３４５６７８９２', '6901234567892\n', ' 96385074']) {
      expect(looksLikeGtin(text)).toBe(false);
      expect(checkDigitRight(text)).toBe(false);
    }
  });
});

describe('codeSpellings', () => {
  test('a UPC-A is found with and without its leading zero', () => {
    expect(codeSpellings('036000291452')).toEqual(['036000291452', '0036000291452']);
    expect(codeSpellings('0036000291452')).toEqual(['0036000291452', '036000291452']);
  });

  test('the code itself always comes first, and spellings know each other', () => {
    fc.assert(
      fc.property(fc.oneof(digits(12), digits(13), digits(8), fc.string()), code => {
        const spellings = codeSpellings(code);
        expect(spellings[0]).toBe(code);
        for (const other of spellings) expect(codeSpellings(other)).toContain(code);
      }),
    );
  });

  test('a wrong check digit, an EAN-13 and a shop code have one spelling only', () => {
    for (const code of ['036000291453', '6901234567892', '00123', 'ABC-1'])
      expect(codeSpellings(code)).toEqual([code]);
  });
});

test('a code that opens an address is a link; a code that merely speaks of one is not', () => {
  for (const link of [
    'https://qr.alipay.com/fkx1',
    'HTTP://x',
    'wxp://f2f0',
    'weixin://pay',
    'alipays://platform',
    'alipay://x',
  ]) {
    expect(isLink(link)).toBe(true);
  }
  for (const text of ['6901234567892', 'see https://x', 'https', 'ftp://x', 'xhttps://x'])
    expect(isLink(text)).toBe(false);
});
