import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealText } from '../../shared/domain/journal.ts';
import { canonicalJson, type Json } from '../../shared/lib/canonical.ts';
import { paperTill } from '../../test/conformance/uplinks/paper-till.ts';
import { sealedText } from './sealed-text.ts';

const [record] = paperTill().journal;
const sealed = (seal: typeof sealText, body: Json) => {
  try {
    return record && seal({ ...record, body });
  } catch {
    return 'refused';
  }
};

const anyJson = fc.jsonValue({ maxDepth: 4 }).map(value => value as Json);
const wholeJson = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(null, true, false),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('10', '9', 'a', 'B', 'toJSON', '可乐', 'constructor')),
      tie('value'),
    ),
  ),
})).value;

test('is letter for letter what the journal hashes, in whatever order the keys arrive, and refuses the same', () => {
  fc.assert(
    fc.property(fc.oneof(anyJson, wholeJson), value => {
      const asSent = JSON.parse(JSON.stringify(value)) as Json;
      expect(sealed(sealedText, asSent)).toBe(sealed(sealText, asSent));
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(wholeJson, value => {
      const inOrder = JSON.parse(canonicalJson(JSON.parse(JSON.stringify(value)) as Json)) as Json;
      expect(sealed(sealedText, inOrder)).toBe(sealed(sealText, inOrder));
    }),
    { numRuns: 500 },
  );
});
