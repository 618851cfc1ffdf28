import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SignedRequest, signedText, wireId } from './uplink.ts';

const plain = fc.string({ unit: 'grapheme-ascii', maxLength: 12 });
const anyRequest: fc.Arbitrary<SignedRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  path: plain,
  gateway: plain,
  till: plain,
  at: fc.nat(),
  bodyHash: plain,
});

test('two requests that differ in anything are never signed alike', () => {
  fc.assert(
    fc.property(anyRequest, anyRequest, (a, b) => {
      expect(signedText(a) === signedText(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
  const request = { method: 'POST', path: '/v1/journal', gateway: 'g', till: 't', at: 1, bodyHash: 'h' };
  // What moves from one field into the next is another request.
  expect(signedText({ ...request, gateway: 'gt', till: '' })).not.toBe(signedText(request));
});

test('ids on the wire hold nothing that could end a line, climb a path or break a header', () => {
  for (const good of ['a', '0198f3c2-7c1e-7d2a-9d6b-1f2e3d4c5b6a', 'T.1:2_3-4', 'x'.repeat(64)])
    expect(good).toMatch(wireId);
  for (const bad of [
    '',
    'x'.repeat(65),
    'a b',
    'a\n',
    '\na',
    'a/b',
    '../a',
    'a%2f',
    'ａ',
    'a\0',
    'a?b',
    'a#b',
  ]) {
    expect(bad).not.toMatch(wireId);
  }
});
