import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openShop, sell, shelf } from '../../../test/doubles/till.ts';
import { journalHead } from '../../core/journal.ts';
import { openReadDb, openWriteDb } from '../../db/open.ts';
import { pathsOf } from '../paths.ts';
import { verifyBackup } from './verify.ts';
import { writeBackup } from './write.ts';

const at = Date.UTC(2026, 10, 28, 21, 5);
const nobodyWaits = () => {};
let data: string;
let database: string;
let folder: string;
let disk: string;
let canMount = false;

beforeAll(async () => {
  const shop = await openShop();
  await sell(shop, [shelf[0][0], shelf[1][0]]);
  await sell(shop, [shelf[2][0]]);
  await shop.stop();
  data = shop.data;
  database = pathsOf(data).database;
  disk = path.join(data, 'small-disk');
  mkdirSync(disk);
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'evertill-backups-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => {
  if (canMount) spawnSync('umount', ['-l', disk]);
  rmSync(data, { recursive: true, force: true });
});

const headOf = (file: string) => {
  const db = openReadDb(file);
  try {
    return journalHead(db);
  } finally {
    db.close();
  }
};

test('holds the moment it began at, whatever is written while it is copied', async () => {
  const db = openWriteDb(database);
  const before = headOf(database);
  const written = await writeBackup({ database, folder, at }, ({ phase }) => {
    if (phase === 'copying') db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('later', 'yes')");
  });
  expect(db.get("SELECT value FROM meta WHERE key = 'later'")).toEqual({ value: 'yes' });
  db.run("DELETE FROM meta WHERE key = 'later'");
  db.close();
  const file = path.join(folder, written.file);
  expect(written).toMatchObject({ rows: before.seq, head: before.hash, bytes: statSync(file).size });
  const copy = openReadDb(file);
  expect(copy.get("SELECT value FROM meta WHERE key = 'later'")).toBeUndefined();
  expect(copy.get('SELECT count(*) AS sales FROM sales')).toEqual({ sales: 2 });
  copy.close();
  expect(verifyBackup(file, before)).toMatchObject({ ok: true, value: { rows: before.seq } });
});

test('is one file that only its owner can read, and leaves nothing beside it', async () => {
  const { file } = await writeBackup({ database, folder, at }, nobodyWaits);
  expect(readdirSync(folder)).toEqual([file]);
  if (process.platform !== 'win32') expect(statSync(path.join(folder, file)).mode & 0o777).toBe(0o600);
});

test.each(['copying', 'checking'])(
  'killed while %s, it leaves the older ones and a draft that goes',
  async phase => {
    const older = await writeBackup({ database, folder, at }, nobodyWaits);
    const order = JSON.stringify({ database, folder, at: at + 1_000 });
    const program = `import { writeBackup } from ${JSON.stringify(path.join(import.meta.dirname, 'write.ts'))};
    await writeBackup(${order}, ({ phase }) => { if (phase === '${phase}') process.kill(process.pid, 'SIGKILL'); });`;
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', program]);
    expect(child.signal).toBe('SIGKILL');
    expect(readdirSync(folder).filter(file => file.endsWith('.db'))).toEqual([older.file]);
    expect(readdirSync(folder).some(file => file.includes('.part'))).toBe(true);
    expect(verifyBackup(path.join(folder, older.file))).toMatchObject({ ok: true });
    const next = await writeBackup({ database, folder, at: at + 2_000 }, nobodyWaits);
    expect(readdirSync(folder)).toEqual([older.file, next.file]);
  },
);

test('one changed byte, anywhere in it, is found', async () => {
  const { file, bytes } = await writeBackup({ database, folder, at }, nobodyWaits);
  const whole = readFileSync(path.join(folder, file));
  const elsewhere = path.join(folder, 'changed');
  mkdirSync(elsewhere);
  fc.assert(
    fc.property(fc.nat(bytes - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const changed = Buffer.from(whole);
      changed[place]! ^= change;
      writeFileSync(path.join(elsewhere, file), changed);
      expect(verifyBackup(path.join(elsewhere, file))).toEqual({ ok: false, refusal: 'other-bytes' });
    }),
    { numRuns: 50 },
  );
});

test('a copy under any other name is proved by its pages and its journal', async () => {
  const { file, rows } = await writeBackup({ database, folder, at }, nobodyWaits);
  const renamed = path.join(folder, 'copy.db');
  copyFileSync(path.join(folder, file), renamed);
  const { hash } = headOf(renamed);
  expect(verifyBackup(renamed)).toMatchObject({ ok: true, value: { rows } });
  expect(verifyBackup(renamed, { seq: rows + 1, hash })).toEqual({ ok: false, refusal: 'other-head' });
  const whole = readFileSync(renamed);
  const change = (how: (bytes: Buffer) => Buffer) => writeFileSync(renamed, how(Buffer.from(whole)));
  change(bytes =>
    Buffer.from(bytes.toString('latin1').replaceAll('"float":20000', '"float":20001'), 'latin1'),
  );
  expect(verifyBackup(renamed)).toEqual({ ok: false, refusal: 'broken-journal' });
  change(bytes => bytes.subarray(0, bytes.length / 2));
  expect(verifyBackup(renamed)).toEqual({ ok: false, refusal: 'broken-pages' });
  change(() => Buffer.from('no database at all, but long enough to be looked at '.repeat(40)));
  expect(verifyBackup(renamed)).toEqual({ ok: false, refusal: 'not-a-till' });
});

test('a disk without room is left as it is, and so is one that fills up meanwhile', async context => {
  const megabytes = 64 + Math.ceil(statSync(database).size / 2 ** 20) + 1;
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk]);
  canMount = mount.status === 0;
  if (!canMount) context.skip('a full disk needs leave to mount one (root on Linux)');
  const fill = (bytes: number) =>
    spawnSync('dd', ['if=/dev/zero', `of=${path.join(disk, 'fill')}`, 'bs=1M', `count=${bytes}`]);
  const whileItCopies = writeBackup({ database, folder: disk, at }, ({ phase }) => {
    if (phase === 'copying') fill(megabytes);
  });
  await expect(whileItCopies).rejects.toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
  expect(readdirSync(disk)).toEqual(['fill']);
  const onAFullOne = writeBackup({ database, folder: disk, at }, nobodyWaits);
  await expect(onAFullOne).rejects.toThrow(expect.objectContaining({ code: 'ENOSPC' }));
  expect(readdirSync(disk)).toEqual(['fill']);
});
