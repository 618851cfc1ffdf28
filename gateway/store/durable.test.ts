import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GatewayFault } from '../fault.ts';
import { openDurably } from './open.ts';
import { schemaVersion } from './schema.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'evertill-store-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const faultOf = (run: () => unknown): unknown => {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof GatewayFault ? error.code : error;
  }
};

test('a reopened store is still synchronous=FULL after its first read', () => {
  const file = join(dir, 'gateway.db');
  for (let round = 0; round < 2; round += 1) {
    const db = openDurably(file);
    db.prepare('select count(*) from records').get();
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    db.close();
  }
});

test('two gateways never share a folder, and data of a later version is left alone', () => {
  const file = join(dir, 'gateway.db');
  const db = openDurably(file);
  expect(faultOf(() => openDurably(file))).toBe('data-in-use');
  db.pragma(`user_version = ${schemaVersion + 1}`);
  db.close();
  expect(faultOf(() => openDurably(file))).toBe('store-from-newer-version');
});

test('nobody changes or deletes a journal record', () => {
  const db = openDurably(join(dir, 'gateway.db'));
  db.exec(`insert into epochs (no, till, epoch, acked_through, head) values (1, 't', 'e', 1, 'h');
    insert into records (epoch_no, seq, hash, kind, sealed, received_at) values (1, 1, 'h', 'k', '{}', 0)`);
  expect(() => db.exec(`update records set kind = 'other'`)).toThrow('never changed');
  expect(() => db.exec('delete from records')).toThrow('never deleted');
  db.close();
});

const strace = spawnSync('strace', ['-V']).status === 0;
if (!strace) console.warn('SKIPPED: counting fsync needs strace, which this machine lacks');

test.skipIf(!strace)('every commit reaches the disk: as many syncs as commits at the least', () => {
  const commits = 25;
  const trace = join(dir, 'trace');
  const script = `
    import { openDurably } from ${JSON.stringify(new URL('./open.ts', import.meta.url).href)};
    const db = openDurably(${JSON.stringify(join(dir, 'gateway.db'))});
    const enrol = db.prepare("insert into tills values (?, '', '', 0)");
    process.kill(process.pid, 0);
    for (let count = 0; count < ${commits}; count += 1) enrol.run('till-' + count);
    process.kill(process.pid, 0);
    process.exit();`;
  const run = spawnSync(
    'strace',
    [
      '-f',
      '-o',
      trace,
      '-e',
      'trace=fsync,fdatasync,kill',
      process.execPath,
      '--input-type=module',
      '-e',
      script,
    ],
    { encoding: 'utf8' },
  );
  expect([run.status, run.stderr]).toEqual([0, '']);
  const [, between] = readFileSync(trace, 'utf8').split(/.*kill\(\d+, 0\).*\n/);
  expect(between?.match(/f(?:data)?sync\(\d+\)\s+= 0/g)?.length ?? 0).toBeGreaterThanOrEqual(commits);
});
