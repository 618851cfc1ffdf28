import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../../../shared/contract/router.ts';
import { changeRow } from '../../../test/doubles/tamper.ts';
import {
  closeShift,
  mustBe,
  openShop,
  openTestTill,
  refusalOf,
  sell,
  shelf,
  throwAway,
} from '../../../test/doubles/till.ts';
import { openReadDb } from '../../db/open.ts';
import { verifyBackup } from '../../host/backup/verify.ts';
import { pathsOf } from '../../host/paths.ts';

const commandLine: Caller = { kind: 'command-line', name: 'somebody' };
let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const cola = [shelf[0][0]];
const inFolder = () => readdirSync(pathsOf(shop.data).backups);
const facts = () => {
  const db = openReadDb(pathsOf(shop.data).database);
  try {
    return db.all<{ kind: string; actor: string }>(
      "SELECT kind, actor FROM journal WHERE kind LIKE 'backup-%' ORDER BY seq",
    );
  } finally {
    db.close();
  }
};

test('a shift that is closed is backed up, in a copy that proves itself and holds the close', async () => {
  await sell(shop, cola);
  await closeShift(shop, 20_000);
  const { last, failed } = await shop.until('backups.state', view => view.last !== null);
  expect(failed).toBeNull();
  expect(inFolder()).toEqual([last!.file]);
  const file = path.join(pathsOf(shop.data).backups, last!.file);
  expect(verifyBackup(file)).toMatchObject({ ok: true, value: { rows: last!.rows, bytes: last!.bytes } });
  const copy = openReadDb(file);
  expect(copy.get("SELECT count(*) AS closes FROM journal WHERE kind = 'shift-closed'")).toEqual({
    closes: 1,
  });
  copy.close();
  expect(facts()).toEqual([{ kind: 'backup-written', actor: 'system' }]);
  expect(mustBe(await shop.ask('syncing.verify', {}))).toMatchObject({ verified: true });
});

test('the till sells while a backup is made, and the copy ends at one row of its journal', async () => {
  let over = false;
  const made = shop.say('backups.make', {}).finally(() => {
    over = true;
  });
  let sales = 0;
  while (!over) {
    await sell(shop, cola);
    sales += 1;
    // Commands take no turn of the event loop: the news of the backup needs one.
    await new Promise(setImmediate);
  }
  const { folder, backup } = mustBe(await made);
  expect(sales).toBeGreaterThan(0);
  const copy = openReadDb(path.join(folder, backup.file));
  const live = openReadDb(pathsOf(shop.data).database);
  const upTo = 'SELECT seq, hash FROM journal WHERE seq <= ? ORDER BY seq';
  expect(copy.all(upTo, [1e9])).toEqual(live.all(upTo, [backup.rows]));
  const salesSold = 'SELECT count(*) AS sales FROM sales';
  expect(copy.get<{ sales: number }>(salesSold)!.sales).toBeLessThanOrEqual(
    live.get<{ sales: number }>(salesSold)!.sales,
  );
  copy.close();
  live.close();
});

test('a till that dies as the shift is closed makes the backup after its next start', async () => {
  await closeShift(shop, 20_000);
  await shop.stop();
  expect(inFolder().filter(file => file.endsWith('.db'))).toEqual([]);
  shop = { ...shop, ...(await openTestTill({ data: shop.data })) };
  const { last } = await shop.until('backups.state', view => view.last !== null);
  expect(inFolder()).toEqual([last!.file]);
});

test('a backup that can’t be made is refused in words and told until one is, and nothing else suffers', async () => {
  const to = path.join(shop.data, 'no-such-folder');
  const said = await shop.say('backups.make', { to }, { caller: commandLine });
  expect(said).toEqual({ ok: false, refusal: { code: 'backup-failed', params: { why: 'no-folder' } } });
  expect(await shop.see('backups.state')).toMatchObject({
    last: null,
    failed: { why: 'no-folder' },
    progress: null,
  });
  await sell(shop, cola);
  mustBe(await shop.say('backups.make', {}));
  expect(await shop.see('backups.state')).toMatchObject({ last: { elsewhere: false }, failed: null });
  expect(facts()).toEqual([
    { kind: 'backup-failed', actor: 'cli:somebody' },
    { kind: 'backup-written', actor: shop.owner },
  ]);
});

test('the command line chooses a folder, a page may not, and no path goes into the journal', async () => {
  const to = mkdtempSync(path.join(tmpdir(), 'evertill-stick-'));
  try {
    expect(refusalOf(await shop.say('backups.make', { to }))).toBe('bad-input');
    const { folder, backup } = mustBe(await shop.say('backups.make', { to }, { caller: commandLine }));
    expect([folder, readdirSync(to), inFolder()]).toEqual([to, [backup.file], []]);
    expect((await shop.see('backups.state')).last).toMatchObject({ elsewhere: true });
    const db = openReadDb(pathsOf(shop.data).database);
    expect(db.get('SELECT count(*) AS rows FROM journal WHERE instr(body, ?)', [to])).toEqual({ rows: 0 });
    db.close();
  } finally {
    rmSync(to, { recursive: true });
  }
});

test('one is made at a time', async () => {
  const first = shop.say('backups.make', {});
  expect(refusalOf(await shop.say('backups.make', {}))).toBe('backup-running');
  mustBe(await first);
  expect(inFolder()).toHaveLength(1);
});

test('a new one lets those go that have had their day, in the till’s own folder only', async () => {
  const days = Array.from({ length: 20 }, (_, day) => String(day + 1).padStart(2, '0'));
  const evenings = days.map(day => `backup-202001${day}-210000-0-0123456789abcdef.db`);
  const to = mkdtempSync(path.join(tmpdir(), 'evertill-stick-'));
  try {
    for (const folder of [to, pathsOf(shop.data).backups])
      for (const file of [...evenings, 'notes.txt']) writeFileSync(path.join(folder, file), '');
    mustBe(await shop.say('backups.make', { to }, { caller: commandLine }));
    expect(readdirSync(to)).toHaveLength(evenings.length + 2);
    const { backup } = mustBe(await shop.say('backups.make', {}));
    expect(inFolder()).toEqual([...evenings.slice(-6), backup.file, 'notes.txt']);
  } finally {
    rmSync(to, { recursive: true });
  }
});

test('a copy whose journal does not hold is not kept, and takes no older one with it', async () => {
  const { backup } = mustBe(await shop.say('backups.make', {}));
  changeRow(pathsOf(shop.data).database, 2);
  const said = await shop.say('backups.make', {});
  expect(said).toEqual({ ok: false, refusal: { code: 'backup-failed', params: { why: 'damaged' } } });
  expect(inFolder()).toEqual([backup.file]);
});

test('a full disk is said plainly, and the till sells on', async context => {
  const to = mkdtempSync(path.join(tmpdir(), 'evertill-full-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', to]).status === 0;
  try {
    if (!mounted) context.skip('a full disk needs leave to mount one (root on Linux)');
    const said = await shop.say('backups.make', { to }, { caller: commandLine });
    expect(said).toEqual({ ok: false, refusal: { code: 'backup-failed', params: { why: 'disk-full' } } });
    expect(readdirSync(to)).toEqual([]);
    await sell(shop, cola);
  } finally {
    if (mounted) spawnSync('umount', ['-l', to]);
    rmSync(to, { recursive: true });
  }
});
