import { z } from 'zod';
import type { BackupFault } from '../domain/facts/backups.ts';
import { None } from './fields.ts';
import { command, watch } from './word.ts';

export type BackupProgress = { readonly phase: 'copying' | 'checking'; readonly permille: number };

export type BackupCard = {
  readonly file: string;
  /** Wall ms. */
  readonly at: number;
  readonly bytes: number;
  /** Journal rows in it. */
  readonly rows: number;
  /** In a folder that was named for it, which is not written down. */
  readonly elsewhere: boolean;
};

export type BackupsView = {
  /** Where the till keeps its backups. */
  readonly folder: string;
  /** The last one that was written and proved. */
  readonly last: BackupCard | null;
  /** The latest try, where it came to nothing. */
  readonly failed: { readonly at: number; readonly why: BackupFault } | null;
  /** Null while none is being written. */
  readonly progress: BackupProgress | null;
};

export const backups = {
  state: watch('open', None).returns<BackupsView>(),
  /** Writes one and proves it; answers when it is there. `to`: another folder than the till's own, for the command line only. */
  make: command('manage-settings', z.object({ to: z.string().min(1).max(1_000).optional() })).returns<{
    readonly folder: string;
    readonly backup: BackupCard;
  }>(),
};
