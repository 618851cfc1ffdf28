import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReadDb, openWriteDb } from './open.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evertill-db-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'till.db');

test('a new file and a reopened one are both at synchronous FULL', () => {
  for (const _ of [1, 2]) {
    const db = openWriteDb(file());
    db.script('CREATE TABLE IF NOT EXISTS t (a INTEGER)');
    expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    db.close();
  }
});

test('a throw in a transaction leaves nothing behind', () => {
  const db = openWriteDb(file());
  db.script('CREATE TABLE t (a INTEGER)');
  expect(() =>
    db.transaction(() => {
      db.run('INSERT INTO t VALUES (1)');
      throw new Error('our own fault');
    }),
  ).toThrow('our own fault');
  expect(db.all('SELECT * FROM t')).toEqual([]);
  db.close();
});

test('a reader sees one moment, however much is written meanwhile', () => {
  const db = openWriteDb(file());
  db.script('CREATE TABLE t (a INTEGER)');
  const reader = openReadDb(file());
  expect(reader.all('SELECT * FROM t')).toEqual([]);
  db.run('INSERT INTO t VALUES (1)');
  expect(reader.all('SELECT * FROM t')).toEqual([]);
  expect(() => (reader as unknown as typeof db).run('INSERT INTO t VALUES (2)')).toThrow(/readonly/);
  reader.close();
  db.close();
});

test('statements work again after the file has been reopened', () => {
  const db = openWriteDb(file());
  db.script('CREATE TABLE t (a INTEGER)');
  db.run('INSERT INTO t VALUES (?)', [7]);
  db.reopen();
  expect(db.get('SELECT a FROM t')).toEqual({ a: 7 });
  expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  db.close();
});

test('a file that was out of reach when it was reopened is found again at the next use', () => {
  const db = openWriteDb(file());
  db.script('CREATE TABLE t (a INTEGER)');
  db.run('INSERT INTO t VALUES (7)');
  renameSync(folder, `${folder}-away`);
  expect(() => db.reopen()).toThrow();
  expect(() => db.get('SELECT a FROM t')).toThrow();
  renameSync(`${folder}-away`, folder);
  expect(db.get('SELECT a FROM t')).toEqual({ a: 7 });
  expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  db.close();
  expect(() => db.get('SELECT a FROM t')).toThrow(/not open/);
});

test('a slice that throws leaves nothing behind, and what follows is waited for again', () => {
  const db = openWriteDb(file());
  db.script('CREATE TABLE t (a INTEGER)');
  expect(() =>
    db.slice(() => {
      db.run('INSERT INTO t VALUES (1)');
      throw new Error('our own fault');
    }),
  ).toThrow('our own fault');
  expect(db.all('SELECT * FROM t')).toEqual([]);
  expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  expect(db.get('PRAGMA wal_autocheckpoint')).toEqual({ wal_autocheckpoint: 0 });
  db.close();
});

test('the log stays short, however much is written in slices', () => {
  const db = openWriteDb(file());
  db.script('CREATE TABLE t (a BLOB)');
  const megabyte = new Uint8Array(1_000_000);
  for (let slice = 0; slice < 30; slice++) db.slice(() => db.run('INSERT INTO t VALUES (?)', [megabyte]));
  expect(statSync(`${file()}-wal`).size).toBeLessThan(6_000_000);
  db.close();
});

const hasStrace = spawnSync('strace', ['-V']).status === 0;
if (!hasStrace) console.warn('SKIPPED: counting fsyncs needs strace, which this machine does not have.');

/** How often a database of one table `t` waits for the disk while a program does `work` to it. */
function syncsDuring(work: string): number {
  const program = `
    import { openWriteDb } from ${JSON.stringify(fileURLToPath(new URL('./open.ts', import.meta.url)))};
    const db = openWriteDb(${JSON.stringify(file())});
    db.script('CREATE TABLE t (a INTEGER)');
    process.stderr.write('EVERTILL BEGIN\\n');
    ${work}
    process.stderr.write('EVERTILL END\\n');
  `;
  const run = spawnSync(
    'strace',
    ['-f', '-e', 'trace=fsync,fdatasync,write', process.execPath, '--input-type=module', '-e', program],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  expect(run.status).toBe(0);
  const between = run.stderr.slice(run.stderr.indexOf('EVERTILL BEGIN'), run.stderr.indexOf('EVERTILL END'));
  return between.match(/\bf(?:data)?sync\(/g)?.length ?? 0;
}

/** The pragma reads FULL on a fresh file even where it is not; only the system call tells the truth. */
test.skipIf(!hasStrace)('every commit waits for the disk: one fsync or more for each of 50 commits', () => {
  const syncs = syncsDuring(
    "for (let i = 0; i < 50; i++) db.transaction(() => db.run('INSERT INTO t VALUES (?)', [i]));",
  );
  expect(syncs).toBeGreaterThanOrEqual(50);
});

test.skipIf(!hasStrace)(
  'slices do not wait for the disk; the commit after them does, for them as well',
  () => {
    const slices = "for (let i = 0; i < 50; i++) db.slice(() => db.run('INSERT INTO t VALUES (?)', [i]));";
    expect(syncsDuring(slices)).toBe(0);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    expect(syncsDuring(`${slices} db.transaction(() => db.run('INSERT INTO t VALUES (50)'));`)).toBe(1);
  },
);

test('what is read at one moment is of one moment, whatever is written meanwhile, and what is read after it is not', () => {
  const db = openWriteDb(file());
  const other = openWriteDb(file());
  db.script('CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1);');
  const count = () => db.get<{ n: number }>('SELECT count(*) AS n FROM t')!.n;
  const add = () => other.run('INSERT INTO t VALUES (2)');
  const [before, during] = db.reading(() => {
    const first = count();
    add();
    return [first, count()];
  });
  expect([before, during]).toEqual([1, 1]);
  expect(count()).toBe(2);
  expect(() => db.reading(() => expect.fail('a read that fails'))).toThrow('a read that fails');
  db.transaction(() => {
    db.run('INSERT INTO t VALUES (3)');
    expect(db.reading(count)).toBe(3);
  });
  expect(count()).toBe(3);
  other.close();
  db.close();
});
