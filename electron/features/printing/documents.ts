import type { PrintDocument } from '../../../shared/domain/document.ts';
import type { Paper } from '../../../shared/domain/paper.ts';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import { receiptWords, shiftReportWords } from '../../../shared/i18n/receipt.ts';
import type { FeatureParts } from '../../core/feature.ts';
import type { RefundReads, SellingReads, SetupReads, ShiftReads } from '../../core/ports.ts';
import { type JobRow, jobDocument } from './jobs.ts';
import { receiptDocument, testDocument } from './receipt.ts';
import { refundDocument } from './refund-slip.ts';
import { dayDocument, type ReportFacts, reportDocument } from './report-paper.ts';
import type { Printer } from './runner.ts';

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

/** What a job is to print; null where there is nothing any more that it could be. */
export function documentOf(job: JobRow, parts: FeatureParts, ports: PrintingPorts): PrintDocument | null {
  const page = jobDocument(parts.db, job.id);
  if (page) return page;
  const facts = paperFacts(ports, job.copy);
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
  return reportOf(job.subject ?? '', ports, facts);
}

/** What every paper says besides what it is about; whoever printed it is named by whoever knows. */
export function paperFacts({ setup, timeText, dateText }: PrintingPorts, copy: number): ReportFacts {
  const settings = setup.settings();
  return {
    words: receiptWords[settings.language],
    report: shiftReportWords[settings.language],
    shop: settings.shop,
    tillLabel: settings.tillLabel,
    cashier: '',
    copy,
    timeText,
    invoiceUrl: settings.invoiceUrl,
    dateText,
    currency: settings.currency,
    training: settings.training !== 'no',
    drawerName: drawer => setup.shiftRules().drawers.find(each => each.drawer === drawer)?.name ?? drawer,
  };
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

export const dayPrefix = 'day:';
