import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBase64 } from './base64.ts';

test('base64 of any bytes reads back as the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), bytes => {
      expect(Buffer.from(toBase64(bytes), 'base64').equals(bytes)).toBe(true);
    }),
  );
});
