import Database from 'better-sqlite3';
import { type CopyProgress, copyDatabase } from './copy.ts';

/** A value that SQLite stores. */
export type Cell = string | number | bigint | Uint8Array | null;
/** Cells of one statement: by position, or by name. */
export type Cells = readonly Cell[] | Readonly<Record<string, Cell>>;

/**
 * May only look. Statements are compiled once per text; so a limit is bound as `LIMIT +?`, for a bare `?` there has
 * SQLite look at its value and plan anew at every run, at six times the cost of a short statement.
 */
export type ReadDb = {
  /** The first row, or undefined. */
  get<Row>(sql: string, cells?: Cells): Row | undefined;
  all<Row>(sql: string, cells?: Cells): Row[];
  /** Rows one at a time; the connection is busy until the loop ends. */
  each<Row>(sql: string, cells?: Cells): IterableIterator<Row>;
};

/** May also write; there is one of these per till. */
export type WriteDb = ReadDb & {
  run(sql: string, cells?: Cells): { readonly changes: number; readonly rowid: number };
  /** Several statements without parameters: migrations and pragmas. */
  script(sql: string): void;
  /**
   * All that `work` reads is of one moment, and the log is locked for reading once: that takes two calls of the
   * system, and as long as a short statement, which each statement on its own pays for itself.
   */
  reading<T>(work: () => T): T;
  /** Runs `work` in one BEGIN IMMEDIATE ... COMMIT; a throw rolls back. */
  transaction<T>(work: () => T): T;
  /**
   * As `transaction`, for one slice of long work that can begin again: a power cut may take slices back, the
   * last ones first, until the next `transaction` has committed. Carries the log into the file as it goes,
   * for a log that grew with all of the work would stop the till in the first idle moment after it.
   */
  slice<T>(work: () => T): T;
  /** Moves what the log holds into the file, as far as readers allow; for idle moments. */
  checkpoint(): { readonly left: number };
  /**
   * Closes and opens the file again: after a failed COMMIT only the file knows what is in it. Where it
   * can't be opened this throws, and the next use tries again.
   */
  reopen(): void;
  close(): void;
};

export class DatabaseNotDurable extends Error {
  override readonly name = 'DatabaseNotDurable';
}

/**
 * Opens the till's one writing connection. better-sqlite3 is compiled with
 * SQLITE_DEFAULT_WAL_SYNCHRONOUS=1 (NORMAL), reads back 2 (FULL) right after the switch to WAL on a
 * fresh file, and only later 1; so FULL is set after WAL on every open, then a read is done, and only
 * then is the setting believed. Without it a power cut eats acknowledged sales.
 */
export function openWriteDb(file: string): WriteDb {
  return connection(() => openDurable(file));
}

/** A database in memory, gone when closed: what the journal rebuilds is compared in it. */
export function openScratchDb(): WriteDb {
  return connection(() => new Database(':memory:'));
}

function openDurable(file: string): Database.Database {
  const raw = new Database(file);
  try {
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    raw.pragma('fullfsync = ON'); // macOS: FULL alone leaves the sale in the drive's cache.
    raw.pragma('foreign_keys = ON');
    raw.pragma('busy_timeout = 2000');
    // What is erased leaves no text behind in a page that is written anyway.
    raw.pragma('secure_delete = FAST');
    // A checkpoint inside a sale is the p99 of a sale; they run when the till is idle (`checkpoint`).
    raw.pragma('wal_autocheckpoint = 0');
    raw.pragma('cache_size = -16000');
    raw.prepare('SELECT count(*) FROM sqlite_schema').get();
    const level = raw.pragma('synchronous', { simple: true });
    if (level !== 2) throw new DatabaseNotDurable(`synchronous is ${String(level)}, not FULL`);
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** Eyes on one moment of a file: all reads see the same, from the first one until it is closed. */
export type MomentDb = ReadDb & {
  /** Writes that moment to a new file; see `copyDatabase`. */
  copyTo(file: string, progress: CopyProgress): Promise<void>;
  close(): void;
};

/** Opens a second connection that can't write; its reads see one moment until it is closed. */
export function openReadDb(file: string): MomentDb {
  const raw = new Database(file, { readonly: true, fileMustExist: true });
  raw.pragma('busy_timeout = 2000');
  raw.exec('BEGIN');
  return {
    ...connection(() => raw),
    copyTo: (copy, progress) => copyDatabase(raw, copy, progress),
  };
}

/**
 * Pages of the log (of 4 kB) that slices leave behind before it is carried into the file: some milliseconds of
 * work, and no more than a sale in between can put on disk along with its own.
 */
const slicePagesMax = 250;

/** Distinct statements are few (SQL is written, not composed); the bound is for a mistake, not for use. */
const statementsMax = 2000;

function connection(open: () => Database.Database): WriteDb {
  let raw = open();
  let known = new Map<string, Database.Statement>();
  let over = false;
  // Asked at every statement; to ask the connection itself costs as much as a short statement does.
  let lost = false;
  const openAnew = (): void => {
    known = new Map();
    raw = open();
    lost = false;
  };
  /** The connection, after one more try where it could not be opened the last time. */
  const usable = (): Database.Database => {
    if (lost && !over) openAnew();
    return raw;
  };
  const prepare = (sql: string): Database.Statement => {
    const connected = usable();
    const seen = known.get(sql);
    if (seen) return seen;
    if (known.size >= statementsMax) known.clear();
    const made = connected.prepare(sql);
    known.set(sql, made);
    return made;
  };
  return {
    get: <Row>(sql: string, cells: Cells = []) => prepare(sql).get(cells) as Row | undefined,
    all: <Row>(sql: string, cells: Cells = []) => prepare(sql).all(cells) as Row[],
    each: <Row>(sql: string, cells: Cells = []) => prepare(sql).iterate(cells) as IterableIterator<Row>,
    run: (sql: string, cells: Cells = []) => {
      const { changes, lastInsertRowid } = prepare(sql).run(cells);
      return { changes, rowid: Number(lastInsertRowid) };
    },
    script: (sql: string) => {
      usable().exec(sql);
    },
    reading: <T>(work: () => T): T => {
      if (usable().inTransaction) return work();
      prepare('BEGIN').run();
      try {
        return work();
      } finally {
        // It has written nothing. Where the file was opened anew meanwhile the moment is gone with it.
        if (raw.inTransaction) prepare('COMMIT').run();
      }
    },
    transaction: <T>(work: () => T): T => usable().transaction(work).immediate(),
    slice: <T>(work: () => T): T => {
      const connected = usable();
      connected.exec(`PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${slicePagesMax}`);
      try {
        return connected.transaction(work).immediate();
      } finally {
        connected.exec('PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0');
      }
    },
    checkpoint: () => {
      const [row] = usable().pragma('wal_checkpoint(PASSIVE)') as [{ log: number; checkpointed: number }];
      return { left: Math.max(0, row.log - row.checkpointed) };
    },
    reopen: () => {
      raw.close();
      lost = true;
      openAnew();
    },
    close: () => {
      over = true;
      raw.close();
    },
  };
}
