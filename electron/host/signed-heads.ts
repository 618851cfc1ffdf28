import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import type { SignedHead } from '../../shared/domain/journal-head.ts';
import { isSigned } from './device-key.ts';

/** A line of the file as it is read again; `unreadable` where somebody or something was at it. */
export type KeptHead = SignedHead | 'unreadable';

/** The signed heads in `file`, one per line, oldest first; undefined where there is no such file. */
export function readSignedHeads(file: string): KeptHead[] | undefined {
  if (!existsSync(file)) return undefined;
  // What follows the last line end was torn by a power cut, and is written over.
  return readFileSync(file, 'utf8').split('\n').slice(0, -1).map(readLine);
}

/** Adds a head, and waits until it is on disk. A torn last line is cut before. */
export function addSignedHead(file: string, head: SignedHead): void {
  if (existsSync(file)) {
    const bytes = readFileSync(file);
    const end = bytes.lastIndexOf('\n') + 1;
    if (end < bytes.length) truncateSync(file, end);
  }
  appendFileSync(file, `${JSON.stringify(head)}\n`, { mode: 0o600, flush: true });
}

function readLine(line: string): KeptHead {
  try {
    const head = JSON.parse(line) as SignedHead;
    return isSigned(head) ? head : 'unreadable';
  } catch {
    return 'unreadable'; // No JSON any more; that it can't be read is the whole news.
  }
}
