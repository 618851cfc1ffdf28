import { afterEach, expect, test } from 'vitest';
import type { Env } from '../../shared/env.ts';
import { mustBe, openTestTill, type TestTill, throwAway } from '../../test/doubles/till.ts';
import { openWriteDb } from '../db/open.ts';
import { realEnv } from './env.ts';
import { pathsOf } from './paths.ts';

const operator = { kind: 'command-line', name: 'owner' } as const;
let aheadMs = 0;
const real = realEnv(() => {});
const env: Env = { ...real, wallMs: () => real.wallMs() + aheadMs };
let till: TestTill;
afterEach(async () => {
  aheadMs = 0;
  await till.stop();
  throwAway(till);
});
const told = async () =>
  mustBe(await till.ask('audit.rows', { limit: 50 }, operator)).rows.map(row => [row.kind, row.note]);
const again = async () => {
  await till.stop();
  till = await openTestTill({ data: till.data, env });
};

test('a new till says where its journal begins and with which key, and a restart says nothing', async () => {
  till = await openTestTill({ env });
  expect((await told()).map(([kind]) => kind)).toEqual(['device-key-made', 'epoch-started']);
  await again();
  expect(await told()).toHaveLength(2);
});

test('a clock set back while the till was shut is told at the start', async () => {
  till = await openTestTill({ env });
  aheadMs = -3_600_000;
  await again();
  expect((await told())[0]).toEqual(['clock-moved', expect.stringMatching(/^-3[56]\d\d s$/)]);
});

test('a clock set while the till runs is told right behind the next fact', async () => {
  till = await openTestTill({ env });
  aheadMs = 600_000;
  mustBe(await till.say('audit.exporting', { what: 'audit' }, { caller: operator }));
  expect((await told()).slice(0, 2)).toEqual([
    ['clock-moved', '600 s'],
    ['data-exported', 'audit'],
  ]);
});

test('another program on the same data is told', async () => {
  till = await openTestTill({ env });
  await till.stop();
  const db = openWriteDb(pathsOf(till.data).database);
  db.run("UPDATE meta SET value = 'evertill 0.0.9' WHERE key = 'software'");
  db.close();
  till = await openTestTill({ data: till.data, env });
  expect((await told())[0]).toEqual(['software-changed', expect.stringMatching(/^evertill 0\.0\.9 → /)]);
});
