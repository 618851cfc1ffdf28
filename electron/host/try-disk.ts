import { rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseNotDurable, openWriteDb } from '../db/open.ts';
import { startFaultOf } from './start-fault.ts';

const commitsTried = 25;

/**
 * Commits to a scratch database in `folder`, opened as the till opens its own, and removes it. Gives the
 * median time of one commit in ms, `not-full` where SQLite would not wait for the disk, or `not-written`
 * where the disk did not take it.
 */
export function tryDisk(folder: string): { readonly commitMs: number } | 'not-full' | 'not-written' {
  const file = path.join(folder, `try-disk-${process.pid}.db`);
  try {
    return { commitMs: medianCommitMs(file) };
  } catch (error) {
    if (error instanceof DatabaseNotDurable) return 'not-full';
    if (startFaultOf(error, folder)) return 'not-written';
    throw error;
  } finally {
    for (const tail of ['', '-wal', '-shm']) rmSync(file + tail, { force: true });
  }
}

function medianCommitMs(file: string): number {
  const db = openWriteDb(file);
  try {
    db.script('CREATE TABLE tried (place INTEGER PRIMARY KEY) STRICT');
    const times = Array.from({ length: commitsTried }, () => {
      const began = performance.now();
      db.transaction(() => db.run('INSERT INTO tried DEFAULT VALUES'));
      return performance.now() - began;
    }).sort((a, b) => a - b);
    return Math.round(times[Math.floor(times.length / 2)]! * 1000) / 1000;
  } finally {
    db.close();
  }
}
