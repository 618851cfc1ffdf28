import Database from 'better-sqlite3';

export type Lock = { release(): void };

/** A connection that nobody refers to is collected, and its lock with it: held ones are kept here. */
const held = new Set<Database.Database>();

/**
 * Takes the lock that one running till holds on its data folder, or undefined where another process has
 * it. It is SQLite's own file lock on a database of its own: the system lets go of it when the holder
 * dies, whatever the reason, so there is no stale lock to argue about.
 */
export function takeLock(file: string): Lock | undefined {
  const raw = new Database(file, { timeout: 0 });
  try {
    raw.pragma('journal_mode = DELETE');
    raw.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    raw.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
  held.add(raw);
  return {
    release: () => {
      held.delete(raw);
      raw.close();
    },
  };
}
