import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeBadge } from './badge.ts';
import { checkDigitRight } from './codes.ts';
import { walletOf } from './wallet-codes.ts';

test.each(['EVT-8F2K-77QX', 'A1234567', '20240117001', 'staff:wang/0042', '4006381333932'])(
  '%j may be a badge',
  text => expect(looksLikeBadge(text)).toBe(true),
);

test.each([
  ['too short', 'A123456'],
  ['retail goods', '6901234567892'],
  ['a short retail code', '96385074'],
  ['a payment code', '134567890123456789'],
  ['a bank card', '4111111111111111'],
  ['a link', 'https://example.com/badge'],
  ['Chinese', '工牌工牌工牌工牌工牌'],
  ['two words', 'badge of Li Min'],
  ['longer than any badge', 'x'.repeat(65)],
])('%s is no badge', (_what, text) => expect(looksLikeBadge(text)).toBe(false));

test('whatever the digits, a payment code or a right retail code is never taken for a badge', () => {
  const digits = fc.stringMatching(/^\d{8,24}$/);
  fc.assert(
    fc.property(digits, text => {
      if (walletOf(text) !== null || checkDigitRight(text)) expect(looksLikeBadge(text)).toBe(false);
    }),
  );
});
