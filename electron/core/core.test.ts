import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller, CommandEnvelope } from '../../shared/contract/router.ts';
import type { StaffId } from '../../shared/domain/sale.ts';
import { ok } from '../../shared/lib/result.ts';
import { type ManualEnv, manualEnv } from '../../test/doubles/manual-env.ts';
import { migrate } from '../db/migrate.ts';
import { openWriteDb, type WriteDb } from '../db/open.ts';
import { Core } from './core.ts';
import { type AnyFeature, refuse, systemActor, type Tx } from './feature.ts';
import { journalHead } from './journal.ts';
import { Outbox } from './outbox.ts';
import { Session } from './session.ts';

// The core with two small features of its own, over a real file; the disk fails where a test says so.

const page: Caller = { kind: 'page' };
const drawer = { word: 'shifts.openDrawer', input: { reason: '找零' } };

type Bench = {
  readonly core: Core;
  readonly env: ManualEnv;
  readonly db: WriteDb;
  readonly session: Session;
  /** How the next commits fail: before anything is on disk, or after all of it is. */
  disk: 'works' | 'full' | 'fails-after-commit' | 'gone';
  reactThrows: boolean;
  viewThrows: boolean;
  prepared: number;
  memory: string[];
};

let folder: string;
let bench: Bench;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evertill-core-'));
  bench = openBench();
});
afterEach(() => {
  bench.db.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a feature that throws about a fact takes the whole command back, and the next command works', async () => {
  bench.reactThrows = true;
  const answer = await submit({ id: 'one', ...drawer });
  expect(answer).toMatchObject({
    ok: false,
    refusal: { code: 'internal', params: { incident: expect.any(String) } },
  });
  const { incident } = (answer as unknown as { refusal: { params: { incident: string } } }).refusal.params;
  expect(bench.env.logged).toContainEqual({
    event: 'incident',
    facts: expect.objectContaining({ incident, where: 'shifts.openDrawer' }),
  });
  expect(journalHead(bench.db).seq).toBe(0);
  expect(bench.memory).toEqual([]);
  bench.reactThrows = false;
  expect(await submit({ id: 'one', ...drawer })).toEqual(ok({}));
  expect(journalHead(bench.db).seq).toBe(1);
  expect(bench.memory).toEqual(['找零']);
});

test('a view that throws is an incident for its watcher, who goes on watching', async () => {
  const end = new AbortController();
  const watch = bench.core.watch('shifts.current', {}, page, end.signal)[Symbol.asyncIterator]();
  bench.viewThrows = true;
  expect((await watch.next()).value).toMatchObject({ refusal: { code: 'internal' } });
  bench.viewThrows = false;
  bench.core.tell('shift');
  expect((await watch.next()).value).toEqual(ok(null));
  end.abort();
});

test('a slow watcher sees the latest state once, not each one on the way to it', async () => {
  const end = new AbortController();
  const watch = bench.core.watch('session.current', {}, page, end.signal)[Symbol.asyncIterator]();
  expect((await watch.next()).value).toEqual(ok(0));
  for (let each = 0; each < 5; each += 1) await submit({ id: `drawer-${each}`, ...drawer });
  expect((await watch.next()).value).toEqual(ok(5));
  const nothingMore = watch.next();
  end.abort();
  expect(await nothingMore).toMatchObject({ done: true });
});

test('a full disk is a plain refusal, nothing is kept in memory, and the same command works when there is room', async () => {
  bench.disk = 'full';
  expect(await submit({ id: 'one', ...drawer })).toMatchObject({ refusal: { code: 'disk-trouble' } });
  expect(bench.memory).toEqual([]);
  bench.disk = 'works';
  expect(await submit({ id: 'one', ...drawer })).toEqual(ok({}));
  expect(await submit({ id: 'one', ...drawer })).toEqual(ok({}));
  expect(journalHead(bench.db).seq).toBe(1);
});

test('a commit that failed and is on the disk all the same is told as done, to everybody, once', async () => {
  const end = new AbortController();
  const watch = bench.core.watch('session.current', {}, page, end.signal)[Symbol.asyncIterator]();
  await watch.next();
  bench.disk = 'fails-after-commit';
  expect(await submit({ id: 'one', ...drawer })).toEqual(ok({}));
  bench.disk = 'works';
  expect((await watch.next()).value).toEqual(ok(1));
  expect(bench.memory).toEqual(['找零']);
  expect(await submit({ id: 'one', ...drawer })).toEqual(ok({}));
  expect(journalHead(bench.db).seq).toBe(1);
  end.abort();
});

test('a disk that was gone for a while does not leave the till without its database', async () => {
  bench.disk = 'gone';
  expect(await submit({ id: 'one', ...drawer })).toMatchObject({ refusal: { code: 'disk-trouble' } });
  expect(await submit({ id: 'two', ...drawer })).toMatchObject({ refusal: { code: 'disk-trouble' } });
  bench.disk = 'works';
  expect(await submit({ id: 'two', ...drawer })).toEqual(ok({}));
});

test('slow work before a command is done once, however often the command is sent meanwhile and later', async () => {
  const envelope = { id: 'enrol', word: 'session.signIn', input: { staff: 'wang', pin: '8351' } };
  const answers = await Promise.all(Array.from({ length: 5 }, () => submit(envelope)));
  answers.push(await submit(envelope));
  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
  expect(bench.prepared).toBe(1);
});

test('work left for later waits out a full disk instead of turning the till in circles', async () => {
  let carriedOut = 0;
  const outbox = new Outbox(bench.core.parts, [
    {
      kind: 'print',
      run: async (_effect, settle) => {
        settle.begin(() => {});
        carriedOut += 1;
        settle.done(() => {});
      },
      crashed: () => {},
    },
  ]);
  bench.core.parts.act(systemActor, tx => tx.effect('print', { job: 'one' }));
  bench.disk = 'full';
  outbox.wake();
  await bench.env.pass(10_000);
  expect(carriedOut).toBe(0);
  expect(bench.env.logged.length).toBeLessThan(50);
  bench.disk = 'works';
  await bench.env.pass(2_000);
  expect(carriedOut).toBe(1);
  expect(bench.db.all('SELECT id FROM outbox')).toEqual([]);
  outbox.stop();
});

test('work that was taken back while it was carried out takes no other work with it when it ends', async () => {
  let end: () => void = () => {};
  const done: string[] = [];
  const outbox = new Outbox(bench.core.parts, [
    {
      kind: 'payment',
      atOnce: 2,
      run: async ({ body }, settle) => {
        if (body.of === 'first') await new Promise<void>(resolve => (end = resolve));
        settle.done(() => done.push(String(body.of)));
      },
      crashed: () => {},
    },
  ]);
  const { parts } = bench.core;
  parts.act(systemActor, tx => tx.effect('payment', { of: 'first' }, { lane: 'a', inMs: 0 }));
  outbox.wake();
  await bench.env.pass(10);
  parts.act(systemActor, tx => tx.dropEffect('payment', 'a'));
  // SQLite gives the number of the row that went to the next one.
  parts.act(systemActor, tx => tx.effect('payment', { of: 'second' }, { lane: 'b', inMs: 1_000 }));
  end();
  await bench.env.pass(10);
  outbox.wake();
  await bench.env.pass(2_000);
  expect(done).toEqual(['first', 'second']);
  outbox.stop();
});

test('work whose end could not be written down is settled as after a crash, not forgotten and not done again', async () => {
  const told: string[] = [];
  const outbox = new Outbox(bench.core.parts, [
    {
      kind: 'print',
      run: async (_effect, settle) => {
        settle.begin(() => {});
        told.push('ran');
        bench.disk = 'full';
        settle.done(() => {});
      },
      crashed: () => told.push('crashed'),
    },
  ]);
  bench.core.parts.act(systemActor, tx => tx.effect('print', { job: 'one' }));
  outbox.wake();
  await bench.env.pass(500);
  bench.disk = 'works';
  await bench.env.pass(5_000);
  expect(told).toEqual(['ran', 'crashed']);
  expect(bench.db.all('SELECT id FROM outbox')).toEqual([]);
  outbox.stop();
});

const submit = (envelope: CommandEnvelope) => bench.core.submit(envelope, page);

function openBench(): Bench {
  const env = manualEnv();
  const file = join(folder, 'till.db');
  const real = openWriteDb(file);
  migrate(real, file);
  const db: WriteDb = { ...real, transaction: failing(real), reopen: () => reopen(real) };
  const core = new Core({ db, env, identity: { till: 'till-1', epoch: 'epoch-1' } });
  const session = new Session(env, () => true);
  session.signIn('wang' as StaffId, 'owner');
  const made: Bench = {
    core,
    env,
    db: real,
    session,
    disk: 'works',
    reactThrows: false,
    viewThrows: false,
    prepared: 0,
    memory: [],
  };
  core.open([shifts(made), counting(made)], session, () => {});
  return made;
}

const failing =
  (real: WriteDb): WriteDb['transaction'] =>
  work => {
    if (bench?.disk === 'gone') throw diskFault('SQLITE_CANTOPEN');
    const result = real.transaction(() => {
      const worked = work();
      if (bench?.disk === 'full') throw diskFault('SQLITE_FULL');
      return worked;
    });
    if (bench?.disk === 'fails-after-commit') throw diskFault('SQLITE_IOERR_FSYNC');
    return result;
  };

function reopen(real: WriteDb): void {
  if (bench.disk === 'gone') throw diskFault('SQLITE_CANTOPEN');
  real.reopen();
}

const diskFault = (code: string): Error => Object.assign(new Error('disk fault of a test'), { code });

const shifts = (made: Bench): AnyFeature => ({
  family: 'shifts',
  commands: {
    openDrawer: ({ reason }: { reason: string }, tx: Tx) => {
      tx.record('drawer-opened', { shift: null, reason });
      return ok({});
    },
  },
  queries: {},
  watches: {
    current: {
      topics: ['shift'],
      read: () => {
        if (made.viewThrows) throw new Error('a view that throws');
        return null;
      },
    },
  },
  tables: [],
  project: {},
  react: {},
});

/** Answers how many drawer openings it has heard of; keeps their reasons in memory. */
const counting = (made: Bench): AnyFeature => ({
  family: 'session',
  prepare: {
    signIn: async () => {
      made.prepared += 1;
      await Promise.resolve();
    },
  },
  commands: { signIn: () => refuse('pin-wrong', { triesLeft: made.prepared }) },
  queries: {},
  watches: { current: { topics: ['health'], read: () => made.memory.length } },
  tables: [],
  project: {},
  react: {
    'drawer-opened': ({ body }, tx) => {
      tx.committed(() => made.memory.push(body.reason));
      tx.touch('health');
      if (made.reactThrows) throw new Error('a feature that throws');
    },
  },
});
