import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

export type RotatingFile = { write(line: string): void; close(): void };
export type RotationLimits = { readonly bytesMax: number; readonly filesMax: number };

const defaults: RotationLimits = { bytesMax: 5_000_000, filesMax: 6 };

/**
 * Appends lines to `till.jsonl` in `folder`; at `bytesMax` it becomes `till.1.jsonl`, that one
 * `till.2.jsonl`, and so on to `filesMax` files in all. Writing is synchronous, so the last words of a
 * till that dies are on disk. A failed write drops the line; the first line after it says how many.
 */
export function openRotatingFile(folder: string, limits: RotationLimits = defaults): RotatingFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = (age: number) => path.join(folder, age === 0 ? 'till.jsonl' : `till.${age}.jsonl`);
  let file: number | undefined;
  let bytes = 0;
  let dropped = 0;

  const open = (): number => {
    const opened = openSync(name(0), 'a', 0o600);
    bytes = fstatSync(opened).size;
    return opened;
  };
  const close = () => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  const rotate = () => {
    close();
    rmSync(name(limits.filesMax - 1), { force: true });
    for (let age = limits.filesMax - 2; age >= 0; age -= 1) moveIfThere(name(age), name(age + 1));
  };
  const append = (line: string) => {
    file ??= open();
    if (bytes > 0 && bytes + Buffer.byteLength(line) > limits.bytesMax) {
      rotate();
      file = open();
    }
    bytes += writeSync(file, line);
  };
  return {
    write: line => {
      try {
        if (dropped > 0) append(`{"level":"warn","event":"log.lines-dropped","count":${dropped}}\n`);
        dropped = 0;
        append(line);
      } catch {
        // A log must not stop a sale; the count above is how the loss is told.
        dropped += 1;
      }
    },
    close,
  };
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
