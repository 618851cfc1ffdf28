import { closeSync, fsyncSync, openSync } from 'node:fs';

/** What the file holds is on the disk after it. */
export const syncFile = (file: string): void => sync(file, 'r+');

/** Names in the folder are on the disk after it. Windows can't do that to a folder, and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r');
}

function sync(at: string, flags: 'r' | 'r+'): void {
  const opened = openSync(at, flags);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
