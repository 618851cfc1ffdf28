import type { Sale, StaffId } from '../../../shared/domain/sale.ts';
import type { SaleRefund } from '../../../shared/domain/sale-refund.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Feature, type FeatureParts, refuse, type Tx } from '../../core/feature.ts';
import type { EffectRunner } from '../../core/outbox.ts';
import type { PaperPages } from '../../core/ports.ts';
import { cashSlipDocument, cashSlipTitle } from './cash-slip.ts';
import { dayPrefix, documentOf, type PrintingPorts, paperFacts } from './documents.ts';
import { holdSlipDocument, holdSlipTitle } from './hold-slip.ts';
import {
  copiesOf,
  drawerLifeMs,
  enqueue,
  findJob,
  forgetPapers,
  type JobRow,
  jobBytes,
  jobDocument,
  jobViews,
  receiptLifeMs,
  secondDrawer,
  setState,
} from './jobs.ts';
import { printRunner } from './runner.ts';

/** The spool: what is to be printed, how far it is, and what a person has to decide about it. */
export function printingFeature(
  parts: FeatureParts,
  ports: PrintingPorts,
): { feature: Feature<'printing'>; runner: EffectRunner; pages: PaperPages } {
  const { db } = parts;
  const feature: Feature<'printing'> = {
    family: 'printing',
    commands: {
      settle: ({ job: id, came }, tx) => {
        const job = findJob(db, id);
        if (job?.state !== 'uncertain') return refuse('job-not-waiting', {});
        setState(tx, id, came ? 'printed' : 'cancelled', came ? null : job.reason);
        if (!came) printAgain(tx, job, ports);
        return ok({});
      },
      retry: ({ job: id }, tx) => {
        const job = findJob(db, id);
        if (!job) return refuse('no-such-job', {});
        // A drawer opened later than its sale is an opening of its own, with leave and a fact of its own.
        if (job.kind === 'drawer') return refuse('job-not-waiting', {});
        if (job.state !== 'expired' && job.state !== 'failed') return refuse('job-not-waiting', {});
        tx.db.run('UPDATE print_jobs SET expires_at = ? WHERE id = ?', [tx.steadyMs + receiptLifeMs, id]);
        setState(tx, id, 'queued', null);
        tx.effect('print', { job: id });
        return ok({});
      },
      reprint: ({ sale: number }, tx) => {
        const sale = ports.selling.sale(number);
        return sale ? ok({ job: reprint(tx, sale) }) : refuse('no-such-sale', {});
      },
      reprintRefund: ({ refund: number }, tx) => {
        const refund = ports.refunds.refund(number);
        return refund ? ok({ job: reprintRefund(tx, refund) }) : refuse('no-such-ticket', {});
      },
      report: ({ shift }, tx) => {
        if (!ports.shifts.report(shift)) return refuse('no-such-shift', {});
        return ok({
          job: enqueue(tx, { kind: 'report', title: '', subject: shift, lifeMs: receiptLifeMs }),
        });
      },
      test: (_input, tx) =>
        ok({ job: enqueue(tx, { kind: 'test', title: '', subject: null, lifeMs: receiptLifeMs }) }),
    },
    queries: {
      paper: ({ job }) => {
        const bytes = jobBytes(db, job);
        return ok(bytes && ports.develop(bytes));
      },
    },
    watches: { jobs: { topics: ['jobs'], read: () => jobViews(db) } },
    tables: [],
    project: {},
    react: {
      'sale-completed': ({ body: { sale } }, tx) => {
        // The drawer first: the customer's change lies in it, and the pulse must not wait for paper.
        if (sale.tenders.some(tender => tender.kind === 'cash')) {
          openDrawer(tx, sale.receipt, ports);
        }
        const subject = String(sale.number);
        enqueue(tx, { kind: 'receipt', title: sale.receipt, subject, lifeMs: receiptLifeMs });
      },
      'personal-erased': ({ body }, tx) => {
        forgetPapers(tx.db, job => mayName(body.staff, job, ports));
        tx.touch('jobs');
      },
      'sale-refunded': ({ body: { refund } }, tx) => printRefund(tx, refund, ports),
      'sale-voided': ({ body: { refund } }, tx) => printRefund(tx, refund, ports),
      'exchange-returned': ({ body: { refund, back } }, tx) => printRefund(tx, { ...refund, back }, ports),
      'drawer-opened': ({ body }, tx) => openDrawer(tx, body.reason, ports),
      'shift-closed': ({ body }, tx) => {
        enqueue(tx, { kind: 'report', title: '', subject: body.shift, lifeMs: receiptLifeMs });
      },
      'day-closed': ({ body }, tx) => {
        const subject = `${dayPrefix}${body.day}`;
        enqueue(tx, { kind: 'report', title: '', subject, lifeMs: receiptLifeMs });
      },
      'cart-held': ({ body, at, actor }, tx) => {
        if (!ports.setup.settings().holdSlip) return;
        const cashier = ports.setup.staff(actor as StaffId)?.name ?? '';
        const document = holdSlipDocument(body, at, { ...paperFacts(ports, 1), cashier });
        enqueue(tx, { kind: 'report', title: holdSlipTitle, subject: null, document, lifeMs: receiptLifeMs });
      },
      'cash-moved': ({ body, at, actor }, tx) => {
        openDrawer(tx, body.reason, ports);
        const by = ports.setup.staff(actor as StaffId)?.name ?? '';
        const document = cashSlipDocument(body, at, { ...paperFacts(ports, 1), cashier: by });
        enqueue(tx, { kind: 'report', title: cashSlipTitle, subject: null, document, lifeMs: receiptLifeMs });
      },
    },
  };
  return {
    feature,
    runner: printRunner(parts, ports.printer, job => documentOf(job, parts, ports)),
    pages: {
      print: (tx, title, document) =>
        enqueue(tx, { kind: 'report', title, subject: null, document, lifeMs: receiptLifeMs }),
    },
  };
}

/** Whether this person's name may stand on a paper; reports name many. */
function mayName(
  staff: StaffId,
  { kind, subject }: Pick<JobRow, 'kind' | 'subject'>,
  ports: PrintingPorts,
): boolean {
  if (kind === 'receipt') return ports.selling.sale(Number(subject))?.cashier === staff;
  if (kind === 'refund') return ports.refunds.refund(Number(subject))?.cashier === staff;
  return kind === 'report';
}

/** Opens the drawer of the shift that sells; a till's second drawer hangs on the other pin of the plug. */
function openDrawer(tx: Tx, title: string, { shifts }: PrintingPorts): void {
  const subject = shifts.drawerPlace() === 1 ? secondDrawer : null;
  enqueue(tx, { kind: 'drawer', title, subject, lifeMs: drawerLifeMs });
}

/** As with a sale, the drawer before the paper. */
function printRefund(
  tx: Tx,
  { number, receipt, back }: Pick<SaleRefund, 'number' | 'receipt' | 'back'>,
  ports: PrintingPorts,
): void {
  if (back.some(each => each.kind === 'cash')) openDrawer(tx, receipt, ports);
  enqueue(tx, { kind: 'refund', title: receipt, subject: String(number), lifeMs: receiptLifeMs });
}

/** A person said that nothing came out: the same again, marked as a reprint, for half of it may have. */
function printAgain(tx: Tx, job: JobRow, { selling, refunds }: PrintingPorts): void {
  const number = Number(job.subject);
  const sale = job.kind === 'receipt' ? selling.sale(number) : undefined;
  const refund = job.kind === 'refund' ? refunds.refund(number) : undefined;
  if (sale) reprint(tx, sale);
  else if (refund) reprintRefund(tx, refund);
  else {
    const document = jobDocument(tx.db, job.id);
    enqueue(tx, { ...job, copy: job.copy + 1, document, lifeMs: receiptLifeMs });
  }
}

function reprint(tx: Tx, sale: Sale): string {
  const copy = copiesOf(tx.db, 'receipt', sale.number) + 1;
  tx.record('receipt-reprinted', { sale: sale.id, copy });
  const subject = String(sale.number);
  return enqueue(tx, { kind: 'receipt', title: sale.receipt, subject, copy, lifeMs: receiptLifeMs });
}

function reprintRefund(tx: Tx, { id, number, receipt }: SaleRefund): string {
  const copy = copiesOf(tx.db, 'refund', number) + 1;
  tx.record('receipt-reprinted', { refund: id, copy });
  return enqueue(tx, {
    kind: 'refund',
    title: receipt,
    subject: String(number),
    copy,
    lifeMs: receiptLifeMs,
  });
}
