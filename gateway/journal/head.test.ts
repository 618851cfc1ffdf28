import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import type { SealedRecord } from '../../shared/domain/journal.ts';
import { headText, type SignedHead } from '../../shared/domain/journal-head.ts';
import type { CheckedBatch } from './check.ts';
import { checkHead } from './head.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const hash = 'a'.repeat(64);
const batch: CheckedBatch = {
  till: 'till-1',
  epoch: 'epoch-1',
  first: 7,
  last: 7,
  records: [{ record: { seq: 7, hash } as SealedRecord, sealed: '' }],
};
const signed = (change: Partial<SignedHead> = {}): SignedHead => {
  const head = { till: 'till-1', epoch: 'epoch-1', seq: 7, hash, at: 1, key, ...change };
  const signature = sign(null, Buffer.from(headText(head), 'utf8'), privateKey).toString('base64url');
  return { ...head, signature };
};
const check = (head: SignedHead) => checkHead(JSON.stringify(head), batch);

test('a till that signs no heads is heard as before', () => {
  expect(checkHead(undefined, batch)).toEqual({ ok: true, value: undefined });
});

test('a head signed for a record of the batch is taken', () => {
  expect(check(signed())).toEqual({ ok: true, value: signed() });
});

test.each([
  ['names another hash', signed({ hash: 'b'.repeat(64) }), 'hash-differs'],
  ['speaks of a row outside', signed({ seq: 8 }), 'malformed'],
  ['speaks of another till', signed({ till: 'till-2' }), 'malformed'],
  ['was changed after it was signed', { ...signed(), at: 2 }, 'signature-wrong'],
])('a head that %s is refused', (_what, head, reason) => {
  expect(check(head)).toMatchObject({ ok: false, refusal: { reason } });
});

test('no JSON is no head', () => {
  expect(checkHead('{', batch)).toMatchObject({ ok: false, refusal: { reason: 'malformed' } });
});
