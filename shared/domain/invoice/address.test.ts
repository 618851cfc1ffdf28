import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filled, invoiceAddressFault } from './address.ts';

const good = 'https://fp.example.com/i?no={receipt}&amount={amount}&date={date}';

test('a template of the service’s becomes the address of one sale', () => {
  expect(invoiceAddressFault(good)).toBeNull();
  expect(filled(good, { receipt: '1-000042', amount: '12.50', date: '2026-11-28' })).toBe(
    'https://fp.example.com/i?no=1-000042&amount=12.50&date=2026-11-28',
  );
});

test.each([
  ['http://fp.example.com/{receipt}', 'not-https'],
  ['javascript:alert(1)//{receipt}', 'not-https'],
  ['https://fp.example.com/i', 'no-receipt'],
  ['https://{receipt}.example.com/', 'unreadable'],
  ['https://fp{receipt}/', 'unreadable'],
  ['https://user:pass@fp.example.com/{receipt}', 'unreadable'],
  ['https://fp.example.com@evil.example/{receipt}', 'unreadable'],
  ['https://localhost/{receipt}', 'unreadable'],
  ['https://127.0.0.1/{receipt}', 'unreadable'],
  ['https://fp.example.com/{receipt}#x', 'unreadable'],
  ['https://fp.example.com/{receipt}/{price}', 'unreadable'],
  ['https://fp.example.com/ {receipt}', 'unreadable'],
  ['https://发票.example.com/{receipt}', 'unreadable'],
  [`https://fp.example.com/${'a'.repeat(200)}{receipt}`, 'too-long'],
])('%s is refused: %s', (template, fault) => expect(invoiceAddressFault(template)).toBe(fault));

test('whatever a template is, one that is taken sends customers to the host it names', () => {
  const parts = [
    'https://',
    'fp.example.com',
    '/',
    '?',
    '&',
    '=',
    '{receipt}',
    '{amount}',
    '@',
    ':',
    '#',
    '\\',
    '.',
  ];
  const template = fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map(chosen => chosen.join(''));
  fc.assert(
    fc.property(
      fc.oneof(
        template,
        template.map(rest => `https://fp.example.com/{receipt}${rest}`),
      ),
      text => {
        if (invoiceAddressFault(text) !== null) return;
        const url = new URL(filled(text, { receipt: '1-000042', amount: '12.50', date: '2026-11-28' }));
        expect([url.protocol, text.startsWith(`https://${url.host}`)]).toEqual(['https:', true]);
        expect(url.href).toContain('1-000042');
      },
    ),
  );
});
