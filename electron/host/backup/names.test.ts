import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupName, readBackupName, stampOf, supersededBackups } from './names.ts';

const digest = '0123456789abcdef';
const day = 86_400_000;
const start = Date.UTC(2026, 0, 1, 21);
const named = (at: number, rows: number) => backupName({ stamp: stampOf(at), rows, digest });

test('a name says when, how many rows and which bytes, and nothing else is taken for one', () => {
  const file = named(start, 1234);
  expect(file).toBe(`backup-20260101-210000-1234-${digest}.db`);
  expect(readBackupName(file)).toEqual({ stamp: '20260101-210000', rows: 1234, digest });
  for (const other of ['till.db', `${file}.part`, 'backup-20260101-210000.part', `x${file}`])
    expect(readBackupName(other)).toBeUndefined();
});

test('of two years of evenings the last seven stay, and the last one of each of twelve months', () => {
  let folder: string[] = [];
  for (let evening = 0; evening < 730; evening += 1) {
    const newest = named(start + evening * day, 100 + evening);
    folder.push(newest);
    const gone = new Set(supersededBackups(folder, newest));
    folder = folder.filter(file => !gone.has(file));
  }
  const days = folder.map(file => readBackupName(file)!.stamp.slice(0, 8));
  expect(days.slice(-7)).toEqual([25, 26, 27, 28, 29, 30, 31].map(date => `202712${date}`));
  expect(days.slice(0, -7)).toEqual([
    ...['0131', '0228', '0331', '0430', '0531', '0630'].map(date => `2027${date}`),
    ...['0731', '0831', '0930', '1031', '1130'].map(date => `2027${date}`),
  ]);
});

test('the newest stays whatever the clock says and wherever the journal began anew', () => {
  const backups = fc.array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.nat(5_000)), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(backups, fc.nat(), (made, pick) => {
      const files = [...new Set(made.map(([days, rows]) => named(days * day, rows)))];
      const newest = files[pick % files.length]!;
      const foreign = ['till.db.before-7', 'notes.txt'];
      const gone = supersededBackups([...foreign, ...files], newest);
      expect(gone).not.toContain(newest);
      expect(gone.filter(file => foreign.includes(file))).toEqual([]);
      expect(files.length - gone.length).toBeGreaterThanOrEqual(Math.min(7, files.length));
      expect(files.length - gone.length).toBeLessThanOrEqual(7 + 7 + 12 + 1);
    }),
  );
});
