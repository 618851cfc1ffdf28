import { open } from 'node:fs/promises';
import { ok, type Result } from '../../shared/lib/result.ts';
import { type Fault, fault, messageOf } from './answer.ts';

export type Write = (text: string) => Promise<void>;

/** Lets `work` write a new file and waits until it is on disk; an existing one is never overwritten. */
export async function intoFile<T>(
  file: string,
  work: (write: Write) => Promise<Result<T, Fault>>,
): Promise<Result<{ readonly value: T; readonly bytes: number }, Fault>> {
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      const written = await work(async text => void (await handle.write(text)));
      if (!written.ok) return written;
      await handle.sync();
      return ok({ value: written.value, bytes: (await handle.stat()).size });
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
