import { parentPort, workerData } from 'node:worker_threads';
import type { BackupProgress } from '../../../shared/contract/backups.ts';
import type { BackupFault } from '../../../shared/domain/facts/backups.ts';
import { givingWay, lowerOwnPriority } from '../give-way.ts';
import { startFaultOf } from '../start-fault.ts';
import { type BackupOrder, DamagedCopy, type WrittenBackup, writeBackup } from './write.ts';

// The thread of one backup: copying, waiting for the disk and reading back would each stop the till for seconds.

/** What the thread tells; nothing more comes after `written` or `failed`. */
export type BackupNews =
  | { readonly type: 'progress'; readonly progress: BackupProgress }
  | { readonly type: 'written'; readonly backup: WrittenBackup }
  | { readonly type: 'failed'; readonly why: BackupFault; readonly detail: string };

/** `taken`: counts up with every word at the till (`RightOfWay`). */
export type BackupWork = BackupOrder & { readonly taken: Int32Array };

let told = { phase: '', percent: -1 };

const tell = (news: BackupNews): void => parentPort!.postMessage(news);
const { taken, ...order } = workerData as BackupWork;

// SQLite's own check of all pages is one step, and takes its seconds.
lowerOwnPriority();

try {
  const giveWay = givingWay(taken);
  const backup = await writeBackup(order, progress => {
    tellOnce(progress);
    giveWay();
  });
  tell({ type: 'written', backup });
} catch (error) {
  // Errors lose their codes on the way to another thread, so what they mean is found out here.
  tell({ type: 'failed', why: faultOf(error, order.folder), detail: String(error) });
}

/** Whole percents: there are more steps than anybody can follow. */
function tellOnce({ phase, permille }: BackupProgress): void {
  const percent = Math.floor(permille / 10);
  if (told.phase === phase && told.percent === percent) return;
  told = { phase, percent };
  tell({ type: 'progress', progress: { phase, permille } });
}

function faultOf(error: unknown, folder: string): BackupFault {
  if (error instanceof DamagedCopy) return 'damaged';
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'no-folder';
  const fault = startFaultOf(error, folder);
  switch (fault) {
    case 'disk-full':
    case 'read-only':
    case 'no-permission':
      return fault;
    case 'not-a-folder':
      return 'no-folder';
    default:
      return 'failed';
  }
}
