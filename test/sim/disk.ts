import Database from 'better-sqlite3';
import type { Cells, WriteDb } from '../../electron/db/open.ts';
import { assert } from '../../shared/lib/assert.ts';

/** Thrown through a till that dies. Nothing of it may go on; the world swallows it. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Moments around a commit at which a till can die; `before` and `after` return or throw `Crash`. */
export type CommitMoments = {
  readonly before: () => void;
  /** `before` threw: nothing of the transaction is in the file. */
  readonly rolledBack: () => void;
  readonly after: () => void;
};

export type Disk = ReturnType<typeof openDisk>;

/**
 * SQLite in memory, under one till after another: what a till has committed is there for the next. A story is
 * one big transaction around the till's own, so that `reset` costs nothing and statements stay compiled. How
 * safely SQLite writes to a real disk is proved elsewhere (`test/hosts/crash.ts`).
 */
export function openDisk() {
  const raw = new Database(':memory:');
  raw.pragma('foreign_keys = ON');
  const known = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const seen = known.get(sql);
    if (seen) return seen;
    const made = raw.prepare(sql);
    known.set(sql, made);
    return made;
  };
  const run = (sql: string) => void prepare(sql).run();

  function transaction<T>(work: () => T, moments: CommitMoments): T {
    run('SAVEPOINT change');
    let result: T;
    try {
      result = work();
      moments.before();
    } catch (error) {
      run('ROLLBACK TO change');
      run('RELEASE change');
      if (error instanceof Crash) moments.rolledBack();
      throw error;
    }
    run('RELEASE change');
    moments.after();
    return result;
  }

  return {
    /** For a till: works until it is closed, and then is dead to it. */
    connect(moments: CommitMoments): WriteDb {
      let isOpen = true;
      const alive = (sql: string): Database.Statement => {
        if (!isOpen) throw new Crash();
        return prepare(sql);
      };
      const whole = <T>(work: () => T): T => {
        if (!isOpen) throw new Crash();
        return transaction(work, moments);
      };
      return {
        get: <Row>(sql: string, cells: Cells = []) => alive(sql).get(cells) as Row | undefined,
        all: <Row>(sql: string, cells: Cells = []) => alive(sql).all(cells) as Row[],
        each: <Row>(sql: string, cells: Cells = []) => alive(sql).iterate(cells) as IterableIterator<Row>,
        run: (sql, cells = []) => {
          const { changes, lastInsertRowid } = alive(sql).run(cells);
          return { changes, rowid: Number(lastInsertRowid) };
        },
        script: sql => void raw.exec(sql),
        reading: work => work(),
        transaction: whole,
        slice: whole,
        checkpoint: () => ({ left: 0 }),
        reopen: () => assert(false, 'a disk in memory has no trouble'),
        close: () => {
          isOpen = false;
        },
      };
    },
    /** What is committed by now stays; whatever comes is forgotten at the next `reset`. */
    reset(): void {
      if (raw.inTransaction) raw.exec('ROLLBACK');
      raw.exec('BEGIN');
    },
    /** The bytes of the file. */
    image: (): Buffer => raw.serialize(),
  };
}
