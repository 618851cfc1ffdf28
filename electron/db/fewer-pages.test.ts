import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, migrationsFolder } from './migrate.ts';
import { openWriteDb, type WriteDb } from './open.ts';

let folder: string;
let db: WriteDb;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evertill-fewer-pages-'));
  db = openWriteDb(join(folder, 'till.db'));
  migrate(db, join(folder, 'till.db'), stepsThrough(3));
  db.script(dataBefore);
  migrate(db, join(folder, 'till.db'), stepsThrough(4));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A folder with the first steps only. */
function stepsThrough(last: number): string {
  const steps = join(folder, `through-${last}`);
  mkdirSync(steps);
  for (const name of readdirSync(migrationsFolder).filter(each => Number.parseInt(each, 10) <= last))
    copyFileSync(join(migrationsFolder, name), join(steps, name));
  return steps;
}

const dataBefore = `
  INSERT INTO journal (seq, v, epoch, at, kind, actor, body, hash)
    VALUES (1, 1, 'e', 5, 'sale-completed', 'wang', '{}', zeroblob(32));
  INSERT INTO item_popularity (item, units) VALUES ('cola', 2);
  INSERT INTO sales (number, id, seq, total) VALUES (7, 'sale-7', 1, 250);
  INSERT INTO shifts (id, cashier, opened_at, closed_at, float, cash_expected)
    VALUES ('early', 'wang', 5, 6, 0, 0), ('late', 'li', 7, NULL, 0, 0);
  INSERT INTO shift_tenders (shift, kind, count, amount) VALUES ('early', 'cash', 2, 700), ('early', 'wallet', 1, 90);
  INSERT INTO print_jobs (place, id, kind, title, subject, copy, at, expires_at, state, reason, bytes) VALUES
    (1, 'job-1', 'receipt', '1-000007', 'sale-7', 1, 5, 9, 'uncertain', 'link-lost', x'1b40'),
    (2, 'job-2', 'receipt', '1-000007', 'sale-7', 2, 6, 9, 'queued', NULL, NULL),
    (3, 'job-3', 'report', '', 'early', 1, 7, 9, 'blocked', 'paper-out', NULL);
  INSERT INTO carts (id, state, body, multiplier, label, held_at, held_by) VALUES
    ('b', 'held', '{"b":1}', NULL, 'Tea', 9, 'li'), ('c', 'open', '{"c":1}', 3000, '', NULL, NULL),
    ('d', 'held', '{"d":1}', NULL, 'Cola', 8, 'wang');
  INSERT INTO outbox (id, kind, body, due_at, tries, running) VALUES
    (4, 'print', '{"job":"job-2"}', 5, 0, 0), (5, 'print', '{"job":"job-3"}', 6, 3, 1);
`;

test('print jobs keep their state and their bytes, name their sale by its number, and are still due', () => {
  expect(
    db.all('SELECT id, kind, subject, copy, state, reason, hex(bytes) AS bytes FROM print_jobs'),
  ).toEqual([
    { id: 1, kind: 'receipt', subject: '7', copy: 1, state: 'uncertain', reason: 'link-lost', bytes: '1B40' },
    { id: 2, kind: 'receipt', subject: '7', copy: 2, state: 'queued', reason: null, bytes: '' },
    { id: 3, kind: 'report', subject: 'early', copy: 1, state: 'blocked', reason: 'paper-out', bytes: '' },
  ]);
  expect(db.all('SELECT id, body, due_at, tries, running FROM outbox')).toEqual([
    { id: 4, body: '{"job":"2"}', due_at: 5, tries: 0, running: 0 },
    { id: 5, body: '{"job":"3"}', due_at: 6, tries: 3, running: 1 },
  ]);
});

test('sales are found by their number, shifts keep what they took, and what was counted is not counted again', () => {
  expect(db.all('SELECT * FROM sales')).toEqual([{ number: 7, seq: 1, total: 250 }]);
  expect(db.all('SELECT id, tenders FROM shifts ORDER BY id')).toEqual([
    { id: 'early', tenders: '{"cash":{"amount":700,"count":2},"wallet":{"amount":90,"count":1}}' },
    { id: 'late', tenders: '{}' },
  ]);
  expect(db.all("SELECT value FROM meta WHERE key = 'popularity-through'")).toEqual([{ value: '1' }]);
  expect(db.all('SELECT * FROM item_popularity')).toEqual([{ item: 'cola', units: 2 }]);
});

test('the open cart stays on the counter, the held ones keep their order', () => {
  expect(db.all('SELECT * FROM carts WHERE place = 0')).toEqual([
    {
      place: 0,
      id: 'c',
      body: '{"c":1}',
      multiplier: 3000,
      saved_after: 1,
      label: '',
      held_at: null,
      held_by: null,
    },
  ]);
  expect(
    db.all('SELECT id, body, label, held_at, held_by FROM carts WHERE place > 0 ORDER BY place'),
  ).toEqual([
    { id: 'd', body: '{"d":1}', label: 'Cola', held_at: 8, held_by: 'wang' },
    { id: 'b', body: '{"b":1}', label: 'Tea', held_at: 9, held_by: 'li' },
  ]);
});
