import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, schemaText } from './migrate.ts';
import { openScratchDb, openWriteDb } from './open.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evertill-migrate-'));
  mkdirSync(join(folder, 'steps'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const step = (name: string, sql: string) => writeFileSync(join(folder, 'steps', name), sql);
const run = (file = join(folder, 'till.db')) => {
  const db = openWriteDb(file);
  try {
    return migrate(db, file, join(folder, 'steps'));
  } finally {
    db.close();
  }
};

const snapshot = join(import.meta.dirname, 'schema.snapshot.sql');

test('the schema is the one that was looked at: run with EVERTILL_WRITE_SNAPSHOT=1 after a wanted change', () => {
  const db = openScratchDb();
  migrate(db, null);
  const schema = schemaText(db);
  db.close();
  if (process.env.EVERTILL_WRITE_SNAPSHOT) writeFileSync(snapshot, schema);
  expect(schema).toBe(readFileSync(snapshot, 'utf8'));
});

test('steps run once, in order, and data lives through them', () => {
  step('0001-first.sql', 'CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1);');
  expect(run()).toEqual({ from: 0, to: 1 });
  step('0002-second.sql', 'ALTER TABLE t ADD COLUMN b INTEGER NOT NULL DEFAULT 7;');
  expect(run()).toEqual({ from: 1, to: 2 });
  expect(run()).toEqual({ from: 2, to: 2 });
  const db = openWriteDb(join(folder, 'till.db'));
  expect(db.all('SELECT * FROM t')).toEqual([{ a: 1, b: 7 }]);
  db.close();
});

test('a copy of the database as it was lies beside it before anything is changed', () => {
  step('0001-first.sql', 'CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1);');
  run();
  expect(existsSync(join(folder, 'till.db.before-2'))).toBe(false);
  step('0002-second.sql', 'DROP TABLE t;');
  run();
  const copy = openWriteDb(join(folder, 'till.db.before-2'));
  expect(copy.all('SELECT * FROM t')).toEqual([{ a: 1 }]);
  copy.close();
});

test('half a copy that a power cut left is not taken for the copy', () => {
  step('0001-first.sql', 'CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1);');
  run();
  const draft = join(folder, 'till.db.before-2.part');
  writeFileSync(draft, 'SQLite form');
  step('0002-second.sql', 'DROP TABLE t;');
  run();
  expect(existsSync(draft)).toBe(false);
  const copy = openWriteDb(join(folder, 'till.db.before-2'));
  expect(copy.all('SELECT * FROM t')).toEqual([{ a: 1 }]);
  copy.close();
});

test('of a database in memory no copy is left on the disk', () => {
  const db = openScratchDb();
  step('0001-first.sql', 'CREATE TABLE t (a INTEGER) STRICT;');
  migrate(db, null, join(folder, 'steps'));
  step('0002-second.sql', 'DROP TABLE t;');
  const here = readdirSync('.');
  migrate(db, null, join(folder, 'steps'));
  expect(readdirSync('.')).toEqual(here);
  db.close();
});

test('a step that fails leaves the database as the step before it left it', () => {
  step('0001-first.sql', 'CREATE TABLE t (a INTEGER) STRICT;');
  run();
  step('0002-second.sql', 'CREATE TABLE u (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);');
  expect(() => run()).toThrow(/nowhere/);
  const db = openWriteDb(join(folder, 'till.db'));
  expect(schemaText(db)).not.toContain('TABLE u');
  db.close();
});

test('a database from a newer release is refused by name, and left alone', () => {
  step('0001-first.sql', 'CREATE TABLE t (a INTEGER) STRICT;');
  step('0002-later.sql', 'CREATE TABLE u (a INTEGER) STRICT;');
  run();
  rmSync(join(folder, 'steps', '0002-later.sql'));
  expect(() => run()).toThrow(/database-from-the-future: 0002-later/);
});

test('a step that was changed after it ran is found out', () => {
  step('0001-first.sql', 'CREATE TABLE t (a INTEGER) STRICT;');
  run();
  step('0001-first.sql', 'CREATE TABLE t (a TEXT) STRICT;');
  expect(() => run()).toThrow(/migration-changed: 0001-first/);
});

test('a number that is missing or taken twice is refused before anything runs', () => {
  step('0001-first.sql', 'CREATE TABLE t (a INTEGER) STRICT;');
  step('0003-third.sql', 'CREATE TABLE u (a INTEGER) STRICT;');
  expect(() => run()).toThrow(/migrations-not-in-order/);
});
