import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Env } from '../../../shared/env.ts';
import { no, ok } from '../../../shared/lib/result.ts';
import { createEnd, createSignal } from '../signal.ts';
import { chunkBytesMax, type OpenTrouble, type Transport, type Written } from './transport.ts';

/**
 * Appends to a file, or writes to a printer's device file such as `/dev/usb/lp0`. Never blocks: a printer
 * without paper would otherwise hold one of Node's four file threads for each try.
 */
export function fileTransport(path: string, env: Env): Transport {
  const data = createSignal<Uint8Array>();
  const end = createEnd();
  let file: FileHandle | null = null;
  return {
    duplex: false,
    async open() {
      try {
        file = await open(path, flagsFor(path), 0o600);
        return ok(null);
      } catch (error) {
        return no(troubles[codeOf(error)] ?? 'open-failed');
      }
    },
    async write(bytes, { deadlineMs }) {
      if (!file) return { accepted: 0, end: 'lost' };
      const written = await writeAll(file, bytes, env.monotonicMs() + deadlineMs, env);
      if (written.end === 'lost') end.emit();
      return written;
    },
    onData: data.on,
    onEnd: end.on,
    async close() {
      end.emit();
      const open = file;
      file = null;
      // A device that went away may fail to close as well; there is nothing left to save.
      await open
        ?.close()
        .catch((error: unknown) => env.log('warn', 'device.close-failed', { code: codeOf(error) }));
    },
  };
}

/** The file system says exactly what it took, so a printer that takes nothing counts as nothing sent. */
async function writeAll(file: FileHandle, bytes: Uint8Array, until: number, env: Env): Promise<Written> {
  let accepted = 0;
  while (accepted < bytes.length) {
    try {
      const { bytesWritten } = await file.write(bytes.subarray(accepted, accepted + chunkBytesMax));
      accepted += bytesWritten;
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') return { accepted, end: 'lost' };
      if (env.monotonicMs() >= until) return { accepted, end: 'deadline' };
      await new Promise<void>(resolve => env.after(retryMs, resolve));
    }
  }
  return { accepted, end: 'done' };
}

/** An unplugged printer's device file must not come to life as an ordinary file. */
function flagsFor(path: string): number {
  const create = path.startsWith('/dev/') || path.startsWith('\\\\.\\') ? 0 : constants.O_CREAT;
  // O_NONBLOCK does not exist on Windows.
  return constants.O_WRONLY | constants.O_APPEND | (constants.O_NONBLOCK ?? 0) | create;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

const troubles: Readonly<Record<string, OpenTrouble>> = {
  ENOENT: 'absent',
  ENXIO: 'absent',
  ENODEV: 'absent',
  EBUSY: 'busy',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
};
const retryMs = 20;
