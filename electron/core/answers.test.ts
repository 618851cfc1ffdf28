import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../shared/lib/result.ts';
import { migrate, migrationsFolder } from '../db/migrate.ts';
import { openScratchDb } from '../db/open.ts';
import { Answers } from './answers.ts';

function freshDb() {
  const db = openScratchDb();
  migrate(db, null);
  return db;
}

function answered(answers: Answers, id: string, sale: number): void {
  answers.keep(id, ok({ sale }));
  answers.committed(id);
}

test('an answer is found again under its command, also after a restart', () => {
  const db = freshDb();
  const answers = new Answers(db);
  answered(answers, 'a', 1);
  answered(answers, 'b', 2);
  for (const each of [answers, new Answers(db)]) {
    expect(each.find('a')).toEqual(ok({ sale: 1 }));
    expect(each.find('b')).toEqual(ok({ sale: 2 }));
    expect(each.find('c')).toBeNull();
  }
});

test('an answer that is in the file although its commit failed is found, and keeps its place', () => {
  const answers = new Answers(freshDb());
  answered(answers, 'a', 1);
  answers.keep('b', ok({ sale: 2 }));
  expect(answers.find('b')).toEqual(ok({ sale: 2 }));
  answers.committed('b');
  answered(answers, 'c', 3);
  expect(['a', 'b', 'c'].map(id => answers.find(id))).toEqual([1, 2, 3].map(sale => ok({ sale })));
});

test('an answer that was rolled back is not remembered', () => {
  const db = freshDb();
  const answers = new Answers(db);
  expect(() =>
    db.transaction(() => {
      answers.keep('a', ok({ sale: 1 }));
      throw new Error('our own fault');
    }),
  ).toThrow('our own fault');
  expect(answers.find('a')).toBeNull();
  answered(answers, 'b', 2);
  expect(answers.find('b')).toEqual(ok({ sale: 2 }));
});

test('only answers that nobody can still be waiting for are forgotten, in the file as in memory', () => {
  const db = freshDb();
  const answers = new Answers(db);
  db.transaction(() => {
    for (let sale = 1; sale <= 11_000; sale += 1) answered(answers, `command-${sale}`, sale);
  });
  answers.forgetOld();
  expect(db.get('SELECT min(place) AS first, max(place) AS last FROM answers')).toEqual({
    first: 1_001,
    last: 11_000,
  });
  expect(answers.find('command-1000')).toBeNull();
  expect(answers.find('command-1001')).toEqual(ok({ sale: 1_001 }));
});

test('answers of a till from before are remembered in the order they were given, also two with one place', () => {
  const before = mkdtempSync(join(tmpdir(), 'evertill-answers-'));
  const db = openScratchDb();
  try {
    for (const name of readdirSync(migrationsFolder).filter(each => each < '0021'))
      copyFileSync(join(migrationsFolder, name), join(before, name));
    migrate(db, null, before);
    db.script(`INSERT INTO commands (id, place, answer) VALUES
      ('a', 8, '{"ok":true,"value":{"sale":2}}'), ('b', 7, '{"ok":true,"value":{"sale":1}}'),
      ('d', 8, '{"ok":true,"value":{"sale":3}}')`);
    migrate(db, null);
    const answers = new Answers(db);
    answered(answers, 'c', 4);
    expect(db.all('SELECT place, id FROM answers ORDER BY place')).toEqual([
      { place: 1, id: 'b' },
      { place: 2, id: 'a' },
      { place: 3, id: 'd' },
      { place: 4, id: 'c' },
    ]);
    expect(['b', 'a', 'd'].map(id => answers.find(id))).toEqual([1, 2, 3].map(sale => ok({ sale })));
  } finally {
    rmSync(before, { recursive: true, force: true });
  }
});
