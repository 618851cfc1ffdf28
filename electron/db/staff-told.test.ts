import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrationsFolder } from './migrate.ts';
import { openWriteDb } from './open.ts';

const dataBefore = `
  INSERT INTO journal (seq, v, epoch, at, kind, actor, body, hash) VALUES
    (1, 1, 'e', 5, 'staff-added', 'system', '{"personal":{},"role":"owner","staff":"wang"}', zeroblob(32)),
    (2, 1, 'e', 6, 'staff-added', 'wang', '{"personal":{},"role":"cashier","staff":"li"}', zeroblob(32)),
    (3, 1, 'e', 7, 'signed-in', 'li', '{"staff":"li"}', zeroblob(32)),
    (4, 1, 'e', 8, 'pin-set', 'wang', '{"personal":{},"staff":"li"}', zeroblob(32));
  INSERT INTO staff (id, role, told_in) VALUES ('wang', 'owner', 1), ('li', 'cashier', 4);
`;

test('people hired before are known by every row that tells of them, blocked by nobody and without a badge', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evertill-staff-told-'));
  const [file, before] = [join(folder, 'till.db'), join(folder, 'before')];
  mkdirSync(before);
  const names = readdirSync(migrationsFolder).sort();
  for (const name of names.slice(0, names.indexOf(names.find(each => each.endsWith('-staff.sql'))!)))
    copyFileSync(join(migrationsFolder, name), join(before, name));
  const db = openWriteDb(file);
  try {
    migrate(db, file, before);
    db.script(dataBefore);
    migrate(db, file);
    expect(db.all('SELECT staff, seq FROM staff_told ORDER BY seq')).toEqual([
      { staff: 'wang', seq: 1 },
      { staff: 'li', seq: 2 },
      { staff: 'li', seq: 4 },
    ]);
    const states = 'badge_in, codes_in, second_factor, blocked, forgotten';
    expect(db.all(`SELECT id, role, told_in, ${states} FROM staff WHERE id = 'li'`)).toEqual([
      {
        id: 'li',
        role: 'cashier',
        told_in: 4,
        badge_in: null,
        codes_in: null,
        second_factor: 0,
        blocked: 0,
        forgotten: 0,
      },
    ]);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
