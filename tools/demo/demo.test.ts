import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../electron/cli/run.ts';
import { openWriteDb } from '../../electron/db/open.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import { root } from '../root.ts';
import { liveFigures, recount } from './recount.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'evertill-day-'));
const data = path.join(folder, 'data');
const figures = path.join(folder, 'out.json');
const demo = (...argv: string[]) =>
  spawnSync(process.execPath, [path.join(root, 'tools/demo.ts'), ...argv], { encoding: 'utf8' });
let story: ReturnType<typeof demo>;

beforeAll(() => {
  story = demo('--seed', '7', '--lang', 'en', '--data', data, '--json', figures);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a day with an outage ends with every sale at the gateway once, and a drawer that is even', () => {
  expect([story.status, story.stdout]).toEqual([0, expect.stringContaining('all agree')]);
  const day = JSON.parse(readFileSync(figures, 'utf8'));
  expect(day).toMatchObject({
    sales: 40,
    tenders: 40,
    offlineSales: 12,
    pendingAtEnd: 0,
    journal: { verified: true },
    gateway: { received: 40, duplicates: 0, maxCapturesPerTender: 1 },
    receipts: 40,
    codes: { sales: 15 },
  });
  expect(day.codes).toMatchObject({ captured: day.ledger.captured, refunded: day.ledger.refunded });
  expect(day.codes.refunded).toBeGreaterThan(0);
});

test('two cashiers share the day, and the cash that one of them missed is found by its receipt', () => {
  const { shifts, planted } = JSON.parse(readFileSync(figures, 'utf8'));
  expect(shifts).toMatchObject([
    { z: 1, sales: 20 },
    { z: 2, sales: 20, variance: 0 },
  ]);
  expect(shifts[0].variance).toBeLessThan(0);
  expect(shifts[0].suspects).toContain(planted);
  for (const { picture, z } of shifts) expect(readFileSync(picture, 'utf8')).toContain(`Z report ${z}`);
});

test('the folder it leaves is a till that the command line verifies', async () => {
  let out = '';
  const terminal = {
    variables: {},
    exists: () => true,
    write: async (text: string) => {
      out += text;
    },
    progress: () => {},
  };
  expect(await runCli(['verify', '--json', '--data', data], terminal)).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ verified: true });
});

test('a table that was changed behind the journal’s back is not what is counted again', () => {
  const db = openWriteDb(pathsOf(data).database);
  db.run('UPDATE sales SET total = total + 1 WHERE number = 3');
  expect(liveFigures(db).total).toBe(recount(db).total + 1);
  db.close();
});

test('it never plays on a folder in which a till has been', () => {
  const again = demo('--data', data);
  expect([again.status, again.stdout]).toEqual([1, '']);
});
