import { z } from 'zod';
import type { JournalFault } from '../domain/journal-head.ts';
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

/** What the gateway's copy says: `unreachable` and `not-enrolled` prove nothing either way. */
export type GatewayProof = 'not-asked' | 'not-enrolled' | 'unreachable' | 'agrees' | 'differs';

export type VerifyReport = {
  readonly rows: number;
  readonly verified: boolean;
  /** The first row that is wrong, by the witness that names it best. */
  readonly fault: JournalFault | null;
  /** Everything that any witness found: the chain, the second place, signed heads, the gateway. */
  readonly faults: readonly JournalFault[];
  /** Tables that differ from what the journal rebuilds; empty where a row can't be read. */
  readonly projections: readonly { readonly table: string; readonly same: boolean }[];
  /** Rows that the second place vouches for. */
  readonly kept: number;
  readonly gateway: GatewayProof;
  /** What earlier starts found, as the journal tells it; it may have been put right since. */
  readonly earlier: readonly (JournalFault & { readonly at: number })[];
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
  /** Recomputes every hash, compares it with the second place, and rebuilds every projection beside the live tables. */
  verify: query('view-reports', z.object({ gateway: z.boolean().default(false) })).returns<VerifyReport>(),
};
