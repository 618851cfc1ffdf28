import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JournalRecord, journalGenesis, sealText } from './journal.ts';

const record: JournalRecord = {
  v: 1,
  till: 'till-1',
  epoch: 'epoch-1',
  seq: 1,
  at: 1_790_000_000_000,
  kind: 'shift-opened',
  actor: 'staff-1',
  body: { shift: 's', float: 50_000, personal: { name: 'digest' } },
  prev: journalGenesis,
};

const reversed = (value: JournalRecord): JournalRecord =>
  Object.fromEntries(Object.entries(value).reverse()) as unknown as JournalRecord;

test('the sealed text is the same for the same fact, in whatever order its members stand', () => {
  expect(sealText(reversed(record))).toBe(sealText(record));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string(), fc.boolean())), members => {
      const turned = Object.fromEntries(Object.entries(members).reverse());
      expect(sealText({ ...record, body: turned })).toBe(sealText({ ...record, body: members }));
    }),
  );
});

test('whatever is changed in a record changes what is sealed', () => {
  const changes: readonly Partial<JournalRecord>[] = [
    { v: 2 },
    { till: 'till-2' },
    { epoch: 'epoch-2' },
    { seq: 2 },
    { at: record.at + 1 },
    { kind: 'shift-closed' },
    { actor: 'system' },
    { body: { ...(record.body as object), float: 50_001 } },
    { prev: 'f'.repeat(64) },
  ];
  const texts = [record, ...changes.map(change => ({ ...record, ...change }))].map(each => sealText(each));
  expect(new Set(texts).size).toBe(changes.length + 1);
});

test('its own hash is not part of what is hashed, nor is anything a row carries besides', () => {
  expect(sealText({ ...record, hash: 'f'.repeat(64), acknowledged: true } as JournalRecord)).toBe(
    sealText(record),
  );
});

test('the format of version 1 stays readable for ever: this text, this hash', () => {
  expect(sealText(record)).toBe(
    '{"actor":"staff-1","at":1790000000000,"body":{"float":50000,"personal":{"name":"digest"},"shift":"s"},' +
      `"epoch":"epoch-1","kind":"shift-opened","prev":"${journalGenesis}","seq":1,"till":"till-1","v":1}`,
  );
  expect(createHash('sha256').update(sealText(record), 'utf8').digest('hex')).toBe(
    'c065b01732f64315413914592ec1cab62127e20aa1ebd89f4499592b412d707d',
  );
});
