import type { PrintJobState, PrintJobView } from '../../../shared/contract/printing.ts';
import type { Messages, Sentence } from '../../../shared/i18n/index.ts';
import type { ChipTone } from '../../kit/status-chip.tsx';

/** `1-000012 · 补打 1`, `退货单 1-R000001`, the report’s title, or what kind of paper it is. `copy` 1 is the receipt itself. */
export function titleOf(job: Pick<PrintJobView, 'kind' | 'title' | 'copy'>, t: Messages): string {
  const titles: Readonly<Record<string, string>> = { ...t.reports.titles, ...t.printing.slips };
  const report = job.kind === 'report' ? titles[job.title] : undefined;
  const kind = report ?? t.printing.kinds[job.kind];
  const name = job.kind === 'receipt' ? job.title : job.kind === 'refund' ? `${kind} ${job.title}` : kind;
  return job.copy > 1 ? `${name} · ${t.printing.copy(job.copy - 1)}` : name;
}

/** A code of the device host in plain words, with one thing to do. */
export const sayReason = (reason: string, t: Messages): Sentence =>
  (t.devices.reasons as Readonly<Record<string, Sentence>>)[reason] ?? t.devices.unknownReason(reason);

/** How a state looks; colour is the third sign after icon and word. */
export const toneOf: Readonly<Record<PrintJobState, ChipTone>> = {
  queued: 'idle',
  blocked: 'waiting',
  sending: 'idle',
  printed: 'ok',
  sent: 'ok',
  uncertain: 'waiting',
  failed: 'trouble',
  cancelled: 'idle',
  expired: 'idle',
};

/** How it went, in a word; a drawer is not printed. */
export const stateOf = (job: PrintJobView, t: Messages): string =>
  job.kind === 'drawer' ? t.printing.drawerFailed : t.printing.states[job.state];

/** Only what never began may simply be tried again; the drawer has long been opened with its key. */
export const canRetry = (job: PrintJobView): boolean =>
  job.kind !== 'drawer' && (job.state === 'failed' || job.state === 'expired');
