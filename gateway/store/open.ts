import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { GatewayFault } from '../fault.ts';
import { rebuildCameBack } from './came-back.ts';
import { additions, schema, schemaVersion } from './schema.ts';

export type Connection = Database.Database;

/**
 * Opens the embedded store so that COMMIT means "on disk".
 *
 * better-sqlite3 is compiled with WAL-synchronous NORMAL, which syncs nothing at a commit, and the pragma
 * keeps saying FULL until the first read. So FULL is set after WAL on every open, a read follows, and the
 * pragma is read back. The exclusive lock keeps a second gateway out of the same folder.
 * Throws `GatewayFault` data-in-use, not-durable, store-from-newer-version.
 */
export function openDurably(file: string): Connection {
  closeSync(openSync(file, 'a', 0o600)); // SQLite gives its side files the mode that it finds here.
  const db = new Database(file, { timeout: 2_000 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    const version = bringUp(db);
    if (version > schemaVersion) throw new GatewayFault('store-from-newer-version', `version ${version}`);
    if (
      db.pragma('journal_mode', { simple: true }) !== 'wal' ||
      db.pragma('synchronous', { simple: true }) !== 2
    ) {
      throw new GatewayFault('not-durable', 'SQLite does not keep WAL with synchronous=FULL');
    }
    return db;
  } catch (error) {
    db.close();
    if (isBusy(error)) throw new GatewayFault('data-in-use', file, error);
    throw error;
  }
}

function bringUp(db: Connection): number {
  return db
    .transaction(() => {
      const version = Number(db.pragma('user_version', { simple: true }));
      if (version >= schemaVersion) return version;
      if (version === 0) db.exec(schema);
      else upgrade(db, version);
      db.pragma(`user_version = ${schemaVersion}`);
      return schemaVersion;
    })
    .exclusive();
}

function upgrade(db: Connection, from: number): void {
  for (let version = from + 1; version <= schemaVersion; version += 1) db.exec(additions[version] ?? '');
  // Only version 3 reads refunds; what arrived before was kept unread.
  if (from < 3) rebuildCameBack(db);
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

/** After such a fault nobody can say whether the last commit is on disk; only opening anew tells. */
export const isDiskFault = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(IOERR|CORRUPT|FULL|NOTADB)/.test(error.code);
