import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Pin } from '../../../shared/contract/fields.ts';
import { makePin } from './make-pin.ts';

test('a PIN of chance is always one that the till takes by its shape', () => {
  fc.assert(
    fc.property(fc.nat(0xffff), bits => {
      expect(Pin.safeParse(makePin(bits)).success).toBe(true);
      expect(makePin(bits)).toHaveLength(4);
    }),
  );
});
