import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, foldWidth, tameText } from './text.ts';

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\0',
      '\u001b',
      '\n',
      '\u0085',
      '\u2028',
      '\u202e',
      '\u2066',
      '\u200b',
      '\ufeff',
      '\u061c',
    ),
    fc.constantFrom(
      '\u00ad',
      '\u180e',
      '\u{e0041}',
      '\ud800',
      '\udc00',
      '\u0301',
      '\u3000',
      '<',
      '"',
      '可',
      '😀',
    ),
    fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit)),
  ),
});

describe('tameText', () => {
  test('leaves nothing that moves a cursor, turns text round, hides, or is half a character', () => {
    fc.assert(
      fc.property(hostile, text => {
        const tame = tameText(text);
        expect(tame).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(tame).not.toMatch(/\s{2}|^\s|\s$|[^\S ]/);
        expect(tame.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('once is enough', () => {
    fc.assert(
      fc.property(hostile, text => tameText(tameText(text)) === tameText(text)),
      { numRuns: 1000 },
    );
  });

  test('leaves names as people write them', () => {
    for (const name of [
      '可口可乐 330ml',
      '𠮷野家',
      'Crème brûlée',
      '“特价” ¥5.00',
      'a<b>&"\'',
      '😀',
      '\ue863',
    ]) {
      expect(tameText(name)).toBe(name.normalize('NFC'));
    }
  });

  test('examples', () => {
    expect(tameText('  a\u0000b\tc\r\nd  ')).toBe('a b c d');
    expect(tameText('cola\u202egnp.exe')).toBe('cola gnp.exe');
    expect(tameText('\u001b@\u001bp\u0000')).toBe('@ p');
    expect(tameText('e\u0301')).toBe('é');
    expect(tameText('可\u3000乐')).toBe('可 乐');
    expect(tameText('a\ud800b')).toBe('a b');
    expect(tameText('\u061c\u00ad\u200b')).toBe('');
  });

  test('10,000 characters of anything are tamed in one pass', () => {
    for (const text of [' '.repeat(100_000), `x${'\u0000 '.repeat(50_000)}x`, '\u202e'.repeat(100_000)]) {
      expect(tameText(text).length).toBeLessThanOrEqual(3);
    }
  });
});

describe('clip', () => {
  test('keeps short text as it is, cuts long text between characters, and says so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, most) => {
        const cut = clip(text, most);
        const characters = [...text];
        expect(cut).toBe(characters.length <= most ? text : `${characters.slice(0, most).join('')}…`);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
    expect(clip('😀😀😀', 2)).toBe('😀😀…');
    expect(clip('', 0)).toBe('');
  });
});

describe('foldWidth', () => {
  test('full-width forms and the ideographic blank become ASCII, everything else stays, length too', () => {
    expect(foldWidth('ＡＢｚ０９！～　￥')).toBe('ABz09!~ ￥');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(foldWidth(text).length).toBe(text.length);
        expect(foldWidth(foldWidth(text))).toBe(foldWidth(text));
        expect(foldWidth(text)).not.toMatch(/[\uff01-\uff5e\u3000]/);
      }),
    );
    for (const text of ['²', '①', '½', '㎏', '可乐', 'ｱ']) expect(foldWidth(text)).toBe(text);
  });
});
