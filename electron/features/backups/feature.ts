import type { BackupsView } from '../../../shared/contract/backups.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { BackupFault } from '../../../shared/domain/facts/backups.ts';
import { type No, ok, type Result } from '../../../shared/lib/result.ts';
import { type Feature, type FeatureParts, refuse, type Tx } from '../../core/feature.ts';
import type { EffectRunner } from '../../core/outbox.ts';
import type { BackupFile, BackupWriter } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import { backupsProject, lastFailed, lastWritten } from './project.ts';

/** At most one waits: a backup holds everything up to its own moment. */
const lane = { lane: 'backup', inMs: 0 };
/** While another is written. */
const againMs = 5_000;

/** What was made before the command's transaction, to be written down in it. */
type Made = { readonly to: string | undefined; readonly came: Result<BackupFile, BackupFault> } | No<Refusal>;

/** Backups: one after every shift that is closed, and whenever somebody asks; every one and every failure is a fact. */
export function backupsFeature(
  parts: FeatureParts,
  writer: BackupWriter,
): { feature: Feature<'backups'>; runner: EffectRunner } {
  const make = async (to: string | undefined): Promise<Made> => {
    if (writer.progress()) return refuse('backup-running', {});
    return { to, came: await writer.write(to) };
  };
  const feature: Feature<'backups'> = {
    family: 'backups',
    prepare: {
      // A page may not choose a folder of the machine.
      make: ({ to }, caller) =>
        to === undefined || caller.kind === 'command-line'
          ? make(to)
          : Promise.resolve(refuse('bad-input', { field: 'to', problem: 'not-from-a-page' })),
    },
    commands: {
      make: (_input, tx, prepared) => {
        const made = prepared as Made;
        if ('ok' in made) return made;
        writeDown(tx, made.came, made.to !== undefined);
        if (!made.came.ok) return refuse('backup-failed', { why: made.came.refusal });
        return ok({ folder: made.to ?? writer.folder, backup: lastWritten(tx.db)!.card });
      },
    },
    queries: {},
    watches: { state: { topics: ['backups'], read: () => view(parts.db, writer) } },
    tables: ['backups'],
    project: backupsProject,
    react: {
      // Left in the outbox, in the transaction that closes the shift: a till that dies now makes it after its next start.
      'shift-closed': (_fact, tx) => tx.effect('backup', {}, lane),
      'backup-written': (_fact, tx) => tx.touch('backups'),
      'backup-failed': (_fact, tx) => tx.touch('backups'),
    },
  };
  const runner: EffectRunner = {
    kind: 'backup',
    run: async (_effect, settle) => {
      if (writer.progress()) return settle.again(againMs, () => {});
      const came = await writer.write();
      settle.done(tx => writeDown(tx, came, false));
    },
    // It is never begun in the outbox's sense: the world sees nothing of a backup before it is whole.
    crashed: () => {},
  };
  return { feature, runner };
}

function writeDown(tx: Tx, came: Result<BackupFile, BackupFault>, elsewhere: boolean): void {
  if (came.ok) {
    const { file, bytes, rows, head } = came.value;
    tx.record('backup-written', { file, bytes, rows, head, elsewhere });
  } else {
    tx.record('backup-failed', { why: came.refusal });
  }
}

function view(db: ReadDb, writer: BackupWriter): BackupsView {
  const last = lastWritten(db);
  const failed = lastFailed(db);
  return {
    folder: writer.folder,
    last: last ? last.card : null,
    failed: failed && failed.seq > (last?.seq ?? 0) ? { at: failed.at, why: failed.why } : null,
    progress: writer.progress(),
  };
}
