import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sealText } from '../../shared/domain/journal.ts';
import type { StaffId } from '../../shared/domain/sale.ts';
import { manualEnv } from '../../test/doubles/manual-env.ts';
import { openWriteDb, type WriteDb } from '../db/open.ts';
import { factAt, facts, Journal, journalHead, recordsAfter, verifyChain } from './journal.ts';

let folder: string;
let db: WriteDb;
let journal: Journal;
const till = 'till-1';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evertill-journal-'));
  db = openWriteDb(file());
  db.script(readFileSync(new URL('../db/migrations/0001-core.sql', import.meta.url), 'utf8'));
  journal = new Journal(db, manualEnv(), { till, epoch: 'epoch-1' });
  journal.append('epoch-started', 'system', 1, { reason: 'first-start', software: 'test' });
  journal.append(
    'staff-added',
    'system',
    2,
    { staff: 's1' as StaffId, role: 'owner' },
    { name: '李敏', pin: 'hash' },
  );
  for (let n = 3; n <= 20; n += 1)
    journal.append('signed-in', 's1', n, { staff: 's1' as StaffId, how: 'pin' });
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'till.db');
const verify = (from?: number) => {
  const steps = verifyChain(db, till, from);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
};

/** Changes rows behind the till's back, as somebody with the file and a tool would: without our triggers. */
function tamper(sql: string): void {
  const raw = new Database(file());
  raw.exec(
    'DROP TRIGGER IF EXISTS journal_is_never_changed; DROP TRIGGER IF EXISTS journal_is_never_shortened; PRAGMA foreign_keys = OFF',
  );
  raw.exec(sql);
  raw.close();
}

test('an untouched journal proves itself, whole and from any place', () => {
  expect(verify()).toBeNull();
  expect(verify(12)).toBeNull();
  expect(journalHead(db).seq).toBe(20);
});

test('the database itself refuses to change or shorten the journal', () => {
  expect(() => db.run('UPDATE journal SET at = 0 WHERE seq = 3')).toThrow('never changed');
  expect(() => db.run('DELETE FROM journal WHERE seq = 20')).toThrow('never shortened');
});

test.each([
  [
    'an amount or a name',
    `UPDATE journal SET body = '{"staff":"s2"}' WHERE seq = 9`,
    { seq: 9, how: 'changed' },
  ],
  ['who did it', `UPDATE journal SET actor = 's2' WHERE seq = 9`, { seq: 9, how: 'changed' }],
  ['when it was', 'UPDATE journal SET at = 99 WHERE seq = 9', { seq: 9, how: 'changed' }],
  ['a row taken out', 'DELETE FROM journal WHERE seq = 9', { seq: 9, how: 'missing' }],
  [
    'two rows swapped',
    'UPDATE journal SET seq = -9 WHERE seq = 9; UPDATE journal SET seq = 9 WHERE seq = 10; UPDATE journal SET seq = 10 WHERE seq = -9',
    { seq: 9, how: 'changed' },
  ],
  [
    'a row copied from elsewhere',
    'UPDATE journal SET body = (SELECT body FROM journal WHERE seq = 1), kind = (SELECT kind FROM journal WHERE seq = 1), hash = (SELECT hash FROM journal WHERE seq = 1) WHERE seq = 9',
    { seq: 9, how: 'changed' },
  ],
  [
    'a body that is no JSON any more',
    `UPDATE journal SET body = '{' WHERE seq = 9`,
    { seq: 9, how: 'changed' },
  ],
  [
    'an epoch begun without a word',
    `UPDATE journal SET epoch = 'epoch-2' WHERE seq = 9`,
    { seq: 9, how: 'epoch-not-announced' },
  ],
])('verify names the row: %s', (_what, sql, fault) => {
  tamper(sql);
  expect(verify()).toEqual(fault);
});

test('a row hashed anew after a change breaks the next one', () => {
  const [record] = recordsAfter(db, till, 8, 1);
  const { hash: _, ...changed } = { ...record!, actor: 's2' };
  const hash = createHash('sha256').update(sealText(changed)).digest('hex');
  tamper(`UPDATE journal SET actor = 's2', hash = x'${hash}' WHERE seq = 9`);
  expect(verify()).toEqual({ seq: 10, how: 'changed' });
});

test('names and PIN hashes are not in what is hashed and sent, and can be erased without breaking the chain', () => {
  const sent = JSON.stringify(recordsAfter(db, till, 0, 100));
  expect(sent).not.toContain('李敏');
  expect(factAt(db, 2)?.personal).toEqual({ name: '李敏', pin: 'hash' });
  db.run("UPDATE personal SET value = NULL WHERE seq = 2 AND field = 'name'");
  expect(verify()).toBeNull();
  expect(factAt(db, 2)?.personal).toEqual({ name: null, pin: 'hash' });
});

test('two people of the same name have different digests, so nobody can look a name up', () => {
  journal.append(
    'staff-added',
    'system',
    30,
    { staff: 's2' as StaffId, role: 'cashier' },
    { name: '李敏', pin: 'hash' },
  );
  const digests = recordsAfter(db, till, 0, 100)
    .filter(record => record.kind === 'staff-added')
    .map(record => (record.body as unknown as { personal: { name: string } }).personal.name);
  expect(new Set(digests).size).toBe(2);
});

test('a batch never spans two epochs', () => {
  const restored = new Journal(db, manualEnv(), { till, epoch: 'epoch-2' });
  restored.append('epoch-started', 'system', 40, { reason: 'restore', software: 'test' });
  expect(verify()).toBeNull();
  expect(recordsAfter(db, till, 0, 100).map(record => record.epoch)).toEqual(Array(20).fill('epoch-1'));
  expect(recordsAfter(db, till, 20, 100).map(record => record.seq)).toEqual([21]);
});

test('facts come back as they were told, in order', () => {
  const all = [...facts(db)];
  expect(all).toHaveLength(20);
  expect(all.map(fact => fact.seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(all[1]).toMatchObject({ kind: 'staff-added', body: { staff: 's1', role: 'owner' } });
});
