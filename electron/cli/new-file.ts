import { open } from 'node:fs/promises';
import type { Result } from '../../shared/lib/result.ts';
import { ok } from '../../shared/lib/result.ts';
import { type Fault, fault, messageOf } from './answer.ts';

export type Write = (text: string) => Promise<void>;

/** Writes a file that was not there before, for its owner only, and has it on disk. What `fill` refuses is passed on. */
export async function writeNewFile<T>(
  file: string,
  fill: (write: Write, writeBytes: (bytes: Uint8Array) => Promise<void>) => Promise<Result<T, Fault>>,
): Promise<Result<{ readonly filled: T; readonly bytes: number }, Fault>> {
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      const filled = await fill(
        async text => void (await handle.write(text)),
        bytes => handle.writeFile(bytes),
      );
      if (!filled.ok) return filled;
      await handle.sync();
      return ok({ filled: filled.value, bytes: (await handle.stat()).size });
    } finally {
      await handle.close();
    }
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return exists
      ? fault('file-exists', { file })
      : fault('file-not-written', { file, reason: messageOf(error) });
  }
}
