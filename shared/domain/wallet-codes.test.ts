import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeCard, maskCodes, walletCodes, walletOf } from './wallet-codes.ts';

describe('payment codes, by shape', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

  /** Every two-digit prefix and every length from 14 to 26, against the documented table. */
  const documented = (prefix: number, length: number) => {
    if (length === 18 && prefix >= 10 && prefix <= 15) return 'wechat';
    if (length >= 16 && length <= 24 && prefix >= 25 && prefix <= 30) return 'alipay';
    if (length === 19 && prefix === 62) return 'unionpay';
    if (length === 19 && prefix === 1) return 'ecny';
    return null;
  };

  test('each prefix and length belongs to the documented wallet, and to none otherwise', () => {
    for (let prefix = 0; prefix < 100; prefix += 1) {
      for (let length = 14; length <= 26; length += 1) {
        const code = String(prefix).padStart(2, '0').padEnd(length, '7');
        expect(walletOf(code), `${code} (${length})`).toBe(documented(prefix, length));
      }
    }
  });

  test('no retail barcode has the shape of a payment code', () => {
    fc.assert(fc.property(fc.constantFrom(8, 12, 13, 14).chain(digits), code => walletOf(code) === null));
  });

  test('digits only, nothing around them', () => {
    const code = '134567890123456789';
    expect(walletOf(code)).toBe('wechat');
    for (const text of [
      ` ${code}`,
      `${code}\n`,
      `${code}x`,
      `x${code}`,
      '１３４５６７８９０１２３４５６７８９',
    ]) {
      expect(walletOf(text)).toBeNull();
    }
  });

  test('the rules say which version they are and where each comes from', () => {
    expect(walletCodes.version).toMatch(/^\d{4}-\d{2}$/);
    for (const { source } of walletCodes.rules) expect(source.length).toBeGreaterThan(10);
  });
});

describe('bank cards', () => {
  test.each(['4111111111111111', '378282246310005', '6222021234567890128'])('%s is one', digits => {
    expect(looksLikeCard(digits)).toBe(true);
  });

  test.each(['4111111111111112', '6901234567892', '130000000000000000', 'x'])('%s is none', digits => {
    expect(looksLikeCard(digits)).toBe(false);
  });
});

describe('codes in texts that people type', () => {
  test('nothing that could pay is kept; what names an order is', () => {
    expect(maskCodes('付款码 134091827364554637，卡 4111 4111111111111111')).toBe(
      '付款码 …4637，卡 4111 …1111',
    );
    expect(maskCodes('单号 4200001234202611271234567890')).toBe('单号 4200001234202611271234567890');
  });
});
