import type { PrintDocument } from '../../../shared/domain/document.ts';
import type { Paper } from '../../../shared/domain/paper.ts';
import type { Sale, ShiftId, StaffId } from '../../../shared/domain/sale.ts';
import type { SaleRefund } from '../../../shared/domain/sale-refund.ts';
import { receiptWords, shiftReportWords } from '../../../shared/i18n/receipt.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Feature, type FeatureParts, refuse, type Tx } from '../../core/feature.ts';
import type { EffectRunner } from '../../core/outbox.ts';
import type { PaperPages, RefundReads, SellingReads, SetupReads, ShiftReads } from '../../core/ports.ts';
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
  setState,
} from './jobs.ts';
import { type ReceiptFacts, receiptDocument, testDocument } from './receipt.ts';
import { refundDocument } from './refund-slip.ts';
import { dayDocument, type ReportFacts, reportDocument } from './report-paper.ts';
import { type Printer, printRunner } from './runner.ts';

export type PrintingPorts = {
  readonly selling: SellingReads;
  readonly refunds: RefundReads;
  readonly setup: SetupReads;
  readonly shifts: ShiftReads;
  readonly printer: Printer;
  /** The paper these bytes make on the printer as it is set up now. */
  readonly develop: (bytes: Uint8Array) => Paper;
  /** Wall ms as the shop's wall clock says it. */
  readonly timeText: (atMs: number) => string;
  /** Wall ms as the date on the shop's wall. */
  readonly dateText: (atMs: number) => string;
};

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
          enqueue(tx, { kind: 'drawer', title: sale.receipt, subject: null, lifeMs: drawerLifeMs });
        }
        const subject = String(sale.number);
        enqueue(tx, { kind: 'receipt', title: sale.receipt, subject, lifeMs: receiptLifeMs });
      },
      'personal-erased': ({ body }, tx) => {
        forgetPapers(tx.db, job => mayName(body.staff, job, ports));
        tx.touch('jobs');
      },
      'sale-refunded': ({ body: { refund } }, tx) => printRefund(tx, refund),
      'sale-voided': ({ body: { refund } }, tx) => printRefund(tx, refund),
      'exchange-returned': ({ body: { refund, back } }, tx) => printRefund(tx, { ...refund, back }),
      'drawer-opened': ({ body }, tx) => {
        enqueue(tx, { kind: 'drawer', title: body.reason, subject: null, lifeMs: drawerLifeMs });
      },
      'shift-closed': ({ body }, tx) => {
        enqueue(tx, { kind: 'report', title: '', subject: body.shift, lifeMs: receiptLifeMs });
      },
      'day-closed': ({ body }, tx) => {
        const subject = `${dayPrefix}${body.day}`;
        enqueue(tx, { kind: 'report', title: '', subject, lifeMs: receiptLifeMs });
      },
      // A slip for the drawer, and the drawer opens: cash goes in or out of it.
      'cash-moved': (_fact, tx) => {
        enqueue(tx, { kind: 'drawer', title: '', subject: null, lifeMs: drawerLifeMs });
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

/** As with a sale, the drawer before the paper. */
function printRefund(
  tx: Tx,
  { number, receipt, back }: Pick<SaleRefund, 'number' | 'receipt' | 'back'>,
): void {
  if (back.some(each => each.kind === 'cash'))
    enqueue(tx, { kind: 'drawer', title: receipt, subject: null, lifeMs: drawerLifeMs });
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

function documentOf(job: JobRow, parts: FeatureParts, ports: PrintingPorts): PrintDocument | null {
  const page = jobDocument(parts.db, job.id);
  if (page) return page;
  const settings = ports.setup.settings();
  const facts: ReceiptFacts = {
    words: receiptWords[settings.language],
    shop: settings.shop,
    tillLabel: settings.tillLabel,
    cashier: '',
    copy: job.copy,
    timeText: ports.timeText,
    invoiceUrl: settings.invoiceUrl,
    dateText: ports.dateText,
  };
  if (job.kind === 'test') return testDocument(facts, parts.env.wallMs());
  if (job.kind === 'receipt') {
    const sale = ports.selling.sale(Number(job.subject));
    const hash = ports.selling.sealOf(Number(job.subject));
    if (!sale || hash === undefined) return null;
    return receiptDocument(sale, { ...facts, cashier: ports.setup.staff(sale.cashier)?.name ?? '' }, hash);
  }
  if (job.kind === 'refund') {
    const refund = ports.refunds.refund(Number(job.subject));
    return refund
      ? refundDocument(refund, ports.refunds.returned(refund.number)?.back ?? [], {
          ...facts,
          cashier: ports.setup.staff(refund.cashier)?.name ?? '',
        })
      : null;
  }
  return reportOf(job.subject ?? '', ports, {
    ...facts,
    report: shiftReportWords[settings.language],
    currency: settings.currency,
    training: settings.training !== 'no',
    drawerName: drawer =>
      ports.setup.shiftRules().drawers.find(each => each.drawer === drawer)?.name ?? drawer,
  });
}

/** `subject` is the id of a shift, or `day:` and the business day. */
function reportOf(subject: string, { shifts }: PrintingPorts, facts: ReportFacts): PrintDocument | null {
  if (subject.startsWith(dayPrefix)) {
    const day = shifts.day(subject.slice(dayPrefix.length));
    return day && dayDocument(day, facts);
  }
  const shift = shifts.report(subject as ShiftId);
  return shift ? reportDocument(shift, facts) : null;
}

const dayPrefix = 'day:';
