import { z } from 'zod';
import { None } from './fields.ts';
import { command, query, watch } from './word.ts';

export type LinkState = 'not-enrolled' | 'connecting' | 'online' | 'degraded' | 'offline';

export type SyncView = {
  readonly link: LinkState;
  /** Wall ms since when the link is as it is. */
  readonly since: number;
  /** Why: `refused`, `timeout`, `certificate-changed`, ...; null when all is well. */
  readonly reason: string | null;
  readonly gateway: string | null;
  /** Journal rows, and finished sales among them, that the gateway has not acknowledged. */
  readonly waitingRows: number;
  readonly waitingSales: number;
  readonly lastSentAt: number | null;
  /** Rows the gateway took but could not use. */
  readonly setAside: readonly { readonly seq: number; readonly reason: string }[];
  /** Where the journal was found broken, at the start or by the last `verify`; null while it holds. */
  readonly journalFault: JournalFault | null;
};

export type WaitingRow = {
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly title: string;
};

/** A journal row that does not hold, and how: `changed`, `missing`, `unknown-version`, `epoch-not-announced`. */
export type JournalFault = { readonly seq: number; readonly how: string };

export type VerifyReport = {
  readonly rows: number;
  readonly verified: boolean;
  /** First row that is wrong. */
  readonly fault: JournalFault | null;
  /** Tables that differ from what the journal rebuilds. */
  readonly projections: readonly { readonly table: string; readonly same: boolean }[];
};

export const syncing = {
  state: watch('open', None).returns<SyncView>(),
  waiting: query('sell', z.object({ limit: z.int().min(1).max(200) })).returns<readonly WaitingRow[]>(),
  enrol: command(
    'manage-settings',
    z.object({
      url: z.url().max(300),
      code: z.string().regex(/^\d{8}$/),
      fingerprint: z.string().max(128).optional(),
    }),
  ).returns<{ gateway: string }>(),
  sendNow: command('sell', None).returns<Record<string, never>>(),
  /** Recomputes every hash and rebuilds every projection beside the live tables. */
  verify: query('view-reports', None).returns<VerifyReport>(),
};
