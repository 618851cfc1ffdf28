import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { realEnv } from '../../electron/host/env.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import { type Row, rewriteJournal } from '../doubles/tamper-journal.ts';
import { mustBe, openShop, openTestTill, sell, shelf } from '../doubles/till.ts';

// Whoever has the file, our source code and an evening can write any journal. Each test is one such evening;
// the till that opens in the morning has to name the row.

const operator = { kind: 'command-line', name: 'owner' } as const;
const runs = { numRuns: 12 };

let root: string;
/** A till with a day's facts, stopped; and as it was the evening before. */
let day: string;
let yesterday: string;
let rows: number;
/** Where each test plays. */
let data: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'evertill-tampering-'));
  [day, yesterday, data] = [join(root, 'day'), join(root, 'yesterday'), join(root, 'data')];
  const shop = await openShop({ data: day });
  await sell(shop, [shelf[0][0], shelf[1][0]]);
  await sell(shop, [shelf[2][0]], 1_000);
  await shop.stop();
  cpSync(day, yesterday, { recursive: true });
  const today = await openTestTill({ data: day });
  const staff = (await today.see('setup.state', operator)).staff;
  mustBe(await today.say('session.signIn', { staff: staff[0]!.id, pin: '8351' }));
  for (const [code] of shelf) await sell(today, [code]);
  await today.stop();
  rows = journal(day).length;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => fresh());

function fresh(): void {
  rmSync(data, { recursive: true, force: true });
  cpSync(day, data, { recursive: true });
}

const journal = (folder: string): Row[] => {
  const db = new Database(pathsOf(folder).database, { readonly: true });
  const all = db.prepare('SELECT * FROM journal ORDER BY seq').all() as Row[];
  db.close();
  return all;
};
/** What `verify` says in the morning; a till that found harm at its start has a banner and a fact of it. */
async function inTheMorning() {
  const till = await openTestTill({ data, env: quiet });
  try {
    const banner = (await till.see('syncing.state', operator)).journalFault;
    const report = mustBe(await till.ask('syncing.verify', {}, operator));
    return { ...report, banner };
  } finally {
    await till.stop();
  }
}
/** Harm is logged as an error, which here is no fault of ours. */
const quiet = realEnv(() => {});

const anyRow = () => fc.integer({ min: 1, max: rows });
const recomputed = { renumber: true, recompute: true };
const plain = { renumber: false, recompute: false };
const tamper = (change: (all: Row[]) => Row[], how: typeof plain) =>
  rewriteJournal(pathsOf(data).database, change, how);
/** Names the row, twice: this morning, and once more after the till has gone on. */
async function expectFault(seq: number, how: string): Promise<void> {
  const first = await inTheMorning();
  expect(first).toMatchObject({ verified: false, fault: { seq, how }, banner: { seq } });
  const second = await inTheMorning();
  expect(second).toMatchObject({ verified: false, fault: { seq, how } });
  expect(second.earlier).toContainEqual(expect.objectContaining({ seq }));
}
const forged = (row: Row): Row => ({ ...row, actor: 'somebody-else' });

test('a day that nobody touched holds', async () => {
  expect(await inTheMorning()).toMatchObject({ verified: true, faults: [], kept: rows, banner: null });
});

for (const [name, how] of [
  ['as it is', plain],
  ['and every hash after it recomputed', recomputed],
] as const) {
  test(`a changed row is named, ${name}`, async () => {
    await fc.assert(
      fc.asyncProperty(anyRow(), async seq => {
        fresh();
        tamper(all => all.map(row => (row.seq === seq ? forged(row) : row)), how);
        await expectFault(seq, 'changed');
      }),
      runs,
    );
  });

  test(`a row taken out is named, ${name}`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: rows - 1 }), async seq => {
        fresh();
        tamper(all => all.filter(row => row.seq !== seq), how);
        await expectFault(seq, 'missing');
      }),
      runs,
    );
  });

  test(`a row put in is named, ${name}`, async () => {
    await fc.assert(
      fc.asyncProperty(anyRow(), async seq => {
        fresh();
        tamper(all => all.flatMap(row => (row.seq === seq ? [forged(row), row] : [row])), {
          ...how,
          renumber: true,
        });
        await expectFault(seq, 'inserted');
      }),
      runs,
    );
  });

  test(`rows that changed places are named, ${name}`, async () => {
    await fc.assert(
      fc.asyncProperty(anyRow(), anyRow(), async (one, other) => {
        fc.pre(one !== other);
        fresh();
        tamper(
          all =>
            all.map(row => (row.seq === one ? all[other - 1]! : row.seq === other ? all[one - 1]! : row)),
          {
            ...how,
            renumber: true,
          },
        );
        await expectFault(Math.min(one, other), 'reordered');
      }),
      runs,
    );
  });
}

test('an end that was cut off is named by its first row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: rows }), async seq => {
      fresh();
      tamper(all => all.filter(row => row.seq < seq), plain);
      const { fault, verified, banner } = await inTheMorning();
      expect([fault?.seq, verified, banner?.seq]).toEqual([seq, false, seq]);
      expect(['cut-off', 'older-file']).toContain(fault?.how);
    }),
    runs,
  );
});

test('a cut that leaves the tables of the sales behind is no older file', async () => {
  const lastSale = journal(data).findLast(row => row.kind === 'sale-completed')!.seq;
  tamper(all => all.filter(row => row.seq < lastSale), plain);
  await expectFault(lastSale, 'cut-off');
});

test('yesterday’s file in the place of today’s is told apart from a cut', async () => {
  const left = journal(yesterday).length;
  cpSync(pathsOf(yesterday).database, pathsOf(data).database);
  await expectFault(left + 1, 'older-file');
});

test('a row added behind the end of a till that was shut is named', async () => {
  tamper(all => [...all, forged(all.at(-1)!)], recomputed);
  await expectFault(rows + 1, 'inserted');
});

const headsFile = (name: string) => join(pathsOf(data).heads, name);

test('a second place that is gone is told, and a new one begun', async () => {
  rmSync(pathsOf(data).heads, { recursive: true });
  expect(await inTheMorning()).toMatchObject({ verified: false, fault: { seq: 0, how: 'heads-gone' } });
  const second = await inTheMorning();
  expect(second).toMatchObject({ verified: true, fault: null, earlier: [{ seq: 0, how: 'heads-gone' }] });
});

test('a damaged record of the second place is named', async () => {
  await fc.assert(
    fc.asyncProperty(anyRow(), async seq => {
      fresh();
      const file = headsFile('0001.rows');
      const bytes = readFileSync(file);
      bytes[(seq - 1) * 48 + 5]! ^= 1;
      writeFileSync(file, bytes);
      expect(await inTheMorning()).toMatchObject({ verified: false, fault: { seq, how: 'heads-damaged' } });
    }),
    runs,
  );
});

test('a second place that was shortened is named, and one that a power cut has torn goes on', async () => {
  truncateSync(headsFile('0001.rows'), 48 * 5);
  expect(await inTheMorning()).toMatchObject({ verified: false, fault: { seq: 6, how: 'heads-damaged' } });
  fresh();
  // Nobody stopped this till: no mark of its end, and a record half written.
  rmSync(headsFile('closed'));
  rmSync(headsFile('signed.jsonl'));
  cpSync(join(pathsOf(yesterday).heads, 'signed.jsonl'), headsFile('signed.jsonl'));
  truncateSync(headsFile('0001.rows'), 48 * (rows - 1) + 17);
  expect(await inTheMorning()).toMatchObject({ verified: true, faults: [], kept: rows - 1 });
});

test('journal and second place changed together are caught by the signed heads', async () => {
  tamper(all => all.map(row => (row.seq === 4 ? forged(row) : row)), recomputed);
  const signed = readFileSync(headsFile('signed.jsonl'));
  for (const name of readdirSync(pathsOf(data).heads)) rmSync(headsFile(name));
  // A second place made anew by the till itself is as good as any forger could make it.
  await inTheMorning();
  writeFileSync(headsFile('signed.jsonl'), signed);
  const { verified, faults } = await inTheMorning();
  expect(verified).toBe(false);
  expect(faults).toContainEqual(expect.objectContaining({ how: 'head-differs' }));
});

test('a till is as good as whole to its owner after a name has been erased', async () => {
  const db = new Database(pathsOf(data).database);
  expect(db.prepare('UPDATE personal SET value = NULL').run().changes).toBeGreaterThan(0);
  db.close();
  expect((await inTheMorning()).faults).toEqual([]);
});
