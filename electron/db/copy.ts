import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Pages of one step (of 4 kB). What a step wrote is put on the disk before the next begins: a sale's commit
 * waits for everything the system still has to write, and must not find a gigabyte of ours there.
 */
const pagesPerStep = 256;

/** Pages copied so far, and of how many. */
export type CopyProgress = (done: number, total: number) => void;

/**
 * Copies what the connection `from` sees, page by page, to the new file `to` (0600), and has it on the disk
 * when it resolves. `from` holds a read transaction: all pages are of its one moment, whatever is sold meanwhile.
 */
export async function copyDatabase(
  from: Database.Database,
  to: string,
  progress: CopyProgress,
): Promise<void> {
  const file = openSync(to, 'wx', 0o600);
  try {
    await from.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        fdatasyncSync(file);
        progress(totalPages - remainingPages, totalPages);
        return pagesPerStep;
      },
    });
    leaveLogMode(to);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The copy is one file, and can be read where nothing may be written beside it. */
function leaveLogMode(file: string): void {
  const raw = new Database(file);
  try {
    raw.pragma('journal_mode = DELETE');
  } finally {
    raw.close();
  }
}
