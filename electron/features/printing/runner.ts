import type { PrintDocument } from '../../../shared/domain/document.ts';
import type { PrintOutcome } from '../../../shared/domain/print-outcome.ts';
import type { FeatureParts, Tx } from '../../core/feature.ts';
import type { Effect, EffectRunner, Settle } from '../../core/outbox.ts';
import { drawerLifeMs, findJob, type JobRow, receiptLifeMs, secondDrawer, setState } from './jobs.ts';

export type Printer = {
  /** The bytes of a document on the printer as it is set up now. */
  render(document: PrintDocument): Uint8Array;
  /** `second`: for the drawer on the other pin of the plug. */
  pulse(second: boolean): Uint8Array;
  /** Carries one attempt out; never throws for what a printer does. */
  print(job: { readonly id: string; readonly bytes: Uint8Array }): Promise<PrintOutcome>;
};

const retryMs = 3_000;

/** More life left than a job is ever given: the clock was set back while the till was off, so nobody knows its age. */
function isTooOld({ kind, expires_at }: JobRow, nowMs: number): boolean {
  if (expires_at === null) return false;
  const leftMs = expires_at - nowMs;
  return leftMs < 0 || leftMs > (kind === 'drawer' ? drawerLifeMs : receiptLifeMs);
}

/**
 * Carries spool rows to the printer. `sending` is on disk before the first byte leaves; what began and
 * ended nobody knows how is `uncertain`, and only a person decides to print it again.
 */
export function printRunner(
  parts: FeatureParts,
  printer: Printer,
  documentOf: (job: JobRow) => PrintDocument | null,
): EffectRunner {
  const jobOf = (effect: Effect) => findJob(parts.db, String(effect.body.job));

  const attempt = async (job: JobRow, settle: Settle): Promise<void> => {
    const bytes = job.kind === 'drawer' ? printer.pulse(job.subject === secondDrawer) : renderJob(job);
    if (!bytes) {
      settle.done(tx => setState(tx, job.id, 'failed', 'bad-job'));
      return;
    }
    settle.begin(tx => {
      tx.db.run('UPDATE print_jobs SET bytes = ? WHERE id = ?', [bytes, job.id]);
      setState(tx, job.id, 'sending', null);
    });
    conclude(job, await printer.print({ id: job.id, bytes }), settle);
  };

  const renderJob = (job: JobRow): Uint8Array | null => {
    const document = documentOf(job);
    return document && printer.render(document);
  };

  const conclude = (job: JobRow, outcome: PrintOutcome, settle: Settle): void => {
    switch (outcome.kind) {
      case 'printed':
      case 'sent':
        settle.done(tx => setState(tx, job.id, outcome.kind, null));
        return;
      case 'uncertain':
        settle.done(tx =>
          setState(tx, job.id, job.kind === 'drawer' ? 'failed' : 'uncertain', outcome.reason),
        );
        return;
      case 'failed':
        settle.done(tx => setState(tx, job.id, 'failed', outcome.reason));
        return;
      case 'blocked':
        // A drawer pulse is never tried again: the cashier has long used the key.
        if (job.kind === 'drawer') settle.done(tx => setState(tx, job.id, 'failed', outcome.reason));
        else settle.again(retryMs, tx => setState(tx, job.id, 'blocked', outcome.reason));
    }
  };

  return {
    kind: 'print',
    run: async (effect, settle) => {
      const job = jobOf(effect);
      if (!job || job.state === 'cancelled') {
        settle.done(() => {});
        return;
      }
      if (isTooOld(job, parts.steadyMs())) {
        settle.done(tx => setState(tx, job.id, 'expired', job.reason));
        return;
      }
      await attempt(job, settle);
    },
    crashed: (effect, tx: Tx) => {
      const job = jobOf(effect);
      if (job) setState(tx, job.id, job.kind === 'drawer' ? 'expired' : 'uncertain', 'till-restarted');
    },
  };
}
