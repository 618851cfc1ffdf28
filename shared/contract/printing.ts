import { z } from 'zod';
import type { Paper } from '../domain/paper.ts';
import { Id, None, ShiftIdField } from './fields.ts';
import { command, query, watch } from './word.ts';

export type PrintJobState =
  | 'queued'
  | 'blocked'
  | 'sending'
  | 'printed'
  | 'sent'
  | 'uncertain'
  | 'failed'
  | 'cancelled'
  | 'expired';

export type PrintJobView = {
  readonly job: string;
  readonly kind: 'receipt' | 'refund' | 'report' | 'drawer' | 'test';
  /** Number of the receipt or refund, or the id of a report; empty for the paper of a shift. */
  readonly title: string;
  /** Number of the sale whose receipt it is. */
  readonly sale: number | null;
  readonly copy: number;
  readonly at: number;
  readonly state: PrintJobState;
  /** `paper-out`, `no-answer`, ...; the page has the words. */
  readonly reason: string | null;
};

export const printing = {
  jobs: watch('sell', None).returns<readonly PrintJobView[]>(),
  /** The paper of a job as the virtual printer developed it from the very bytes; null until they are made. */
  paper: query('sell', z.object({ job: Id })).returns<Paper | null>(),
  /** The cashier's word on a job whose end nobody knows. */
  settle: command('sell', z.object({ job: Id, came: z.boolean() })).returns<Record<string, never>>(),
  retry: command('sell', z.object({ job: Id })).returns<Record<string, never>>(),
  reprint: command('reprint', z.object({ sale: z.int().min(1) })).returns<{ job: string }>(),
  /** The slip of a refund once more, by the refund's number. */
  reprintRefund: command('reprint', z.object({ refund: z.int().min(1) })).returns<{ job: string }>(),
  /** X of a shift that goes on, or its Z once more; a Z says by its number that it is one and the same. */
  report: command('view-reports', z.object({ shift: ShiftIdField })).returns<{ job: string }>(),
  test: command('manage-settings', None).returns<{ job: string }>(),
};
