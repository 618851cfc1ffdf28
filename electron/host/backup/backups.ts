import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BackupProgress } from '../../../shared/contract/backups.ts';
import type { BackupFault } from '../../../shared/domain/facts/backups.ts';
import type { Env } from '../../../shared/env.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import type { BackupWriter } from '../../core/ports.ts';
import type { Paths } from '../paths.ts';
import type { BackupNews, BackupWork } from './backup-worker.ts';
import { supersededBackups } from './names.ts';
import type { WrittenBackup } from './write.ts';

/** Writes backups, one at a time, each in a thread of its own that gives way as `taken` counts on (`RightOfWay`); `changed` is called as one goes on. */
export function openBackups(
  paths: Paths,
  env: Env,
  taken: Int32Array,
  changed: () => void,
): BackupWriter & { stop(): Promise<void> } {
  let progress: BackupProgress | null = null;
  let worker: Worker | null = null;
  const becomes = (now: BackupProgress | null) => {
    progress = now;
    changed();
  };
  return {
    folder: paths.backups,
    progress: () => progress,
    write: async to => {
      const folder = to ?? paths.backups;
      becomes({ phase: 'copying', permille: 0 });
      worker = new Worker(new URL('./backup-worker.ts', import.meta.url), {
        workerData: { database: paths.database, folder, at: env.wallMs(), taken } satisfies BackupWork,
      });
      try {
        const written = await newsOf(worker, env, becomes);
        if (written.ok && to === undefined) removeOld(folder, written.value.file, env);
        return written;
      } finally {
        worker = null;
        becomes(null);
      }
    },
    stop: async () => void (await worker?.terminate()),
  };
}

function newsOf(
  worker: Worker,
  { log }: Env,
  becomes: (progress: BackupProgress) => void,
): Promise<Result<WrittenBackup, BackupFault>> {
  return new Promise(resolve => {
    const failed = (why: BackupFault, detail: unknown) => {
      log('warn', 'backup.failed', { why, detail });
      resolve(no(why));
    };
    worker.on('message', (news: BackupNews) => {
      if (news.type === 'progress') becomes(news.progress);
      else if (news.type === 'failed') failed(news.why, news.detail);
      else {
        log('info', 'backup.written', news.backup);
        resolve(ok(news.backup));
      }
    });
    worker.once('error', error => failed('failed', error));
    // After its last news this is told to nobody; before it, the till is being shut.
    worker.once('exit', () => resolve(no('failed')));
  });
}

/** An old one that stays does no harm, and takes nothing from the new one. */
function removeOld(folder: string, newest: string, { log }: Env): void {
  try {
    for (const file of supersededBackups(readdirSync(folder), newest)) rmSync(path.join(folder, file));
  } catch (error) {
    log('warn', 'backup.old-one-stays', { error });
  }
}
