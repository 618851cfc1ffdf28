import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WriteDb } from './open.ts';
import { syncFile, syncFolder } from './sync.ts';

export class MigrationFault extends Error {
  override readonly name = 'MigrationFault';
}

type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
};

/** The folder of numbered SQL files that lies beside this file, in the sources and in the package. */
export const migrationsFolder = join(import.meta.dirname, 'migrations');

/**
 * Brings a database to the newest schema, one transaction per step, after a copy of it as it was
 * (`FILE.before-N`; of one in memory, whose file is null, there is none). Refuses a database from a newer release by
 * name, and a step whose text has been changed since it ran.
 */
export function migrate(
  db: WriteDb,
  file: string | null,
  folder = migrationsFolder,
): { readonly from: number; readonly to: number } {
  const steps = readSteps(folder);
  db.script(
    `CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT`,
  );
  const ran = db.all<{ number: number; name: string; sha256: string }>(
    'SELECT number, name, sha256 FROM migrations ORDER BY number',
  );
  for (const done of ran) {
    const step = steps.find(each => each.number === done.number);
    if (!step)
      throw new MigrationFault(`database-from-the-future: ${done.name} is not known to this release`);
    if (step.sha256 !== done.sha256)
      throw new MigrationFault(`migration-changed: ${done.name} is not as it was when it ran`);
  }
  const due = steps.filter(step => !ran.some(done => done.number === step.number));
  if (file !== null && due.length > 0 && ran.length > 0) copyBefore(db, file, due[0]!.number);
  for (const step of due) {
    db.transaction(() => {
      db.script(step.sql);
      db.run('INSERT INTO migrations (number, name, sha256) VALUES (?, ?, ?)', [
        step.number,
        step.name,
        step.sha256,
      ]);
    });
  }
  return { from: ran.at(-1)?.number ?? 0, to: steps.at(-1)?.number ?? 0 };
}

/** The schema as SQLite tells it, in one text: what `schema.snapshot.sql` holds. */
export const schemaText = (db: WriteDb): string =>
  db
    .all<{ sql: string }>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name",
    )
    .map(row => `${row.sql};\n`)
    .join('\n');

function readSteps(folder: string): Migration[] {
  const steps = readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return {
        number: Number.parseInt(name, 10),
        name,
        sql,
        sha256: createHash('sha256').update(sql).digest('hex'),
      };
    });
  steps.forEach((step, index) => {
    if (step.number !== index + 1) throw new MigrationFault(`migrations-not-in-order: ${step.name}`);
  });
  return steps;
}

/** The copy gets its name when it is whole and on the disk: what a cut of the power leaves is no copy. */
function copyBefore(db: WriteDb, file: string, number: number): void {
  const copy = `${file}.before-${number}`;
  if (existsSync(copy)) return;
  const draft = `${copy}.part`;
  rmSync(draft, { force: true });
  db.run('VACUUM INTO ?', [draft]);
  syncFile(draft);
  renameSync(draft, copy);
  syncFolder(dirname(copy));
}
