import type { InvoiceView } from '../../../shared/contract/invoicing.ts';
import type { CheckedOf } from '../../../shared/contract/words.ts';
import type { InvoiceToIssue } from '../../../shared/domain/invoice/hand-over.ts';
import { type InvoiceAct, leadsTo } from '../../../shared/domain/invoice/invoice.ts';
import { type InvoiceLine, invoiceLines, invoiceTotal } from '../../../shared/domain/invoice/lines.ts';
import { parseTaxNumber } from '../../../shared/domain/invoice/tax-number.ts';
import type { Sale } from '../../../shared/domain/sale.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, type Feature, type FeatureParts, refuse, type Tx } from '../../core/feature.ts';
import type { CatalogReads, InvoiceReads, SellingReads } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import { invoicingProject } from './project.ts';
import {
  buyerOf,
  type InvoiceRow,
  invoiceOf,
  invoicesIn,
  receiptOfNumber,
  refundsOf,
  requestsAfter,
  stateOf,
} from './rows.ts';

export type InvoicingPorts = {
  readonly selling: Pick<SellingReads, 'sale'>;
  readonly catalog: Pick<CatalogReads, 'item'>;
};

type Done = Answer<Record<string, never>>;

/** Who wants an invoice, how far each one is, and what the shop's invoicing service has to be told. The till issues none. */
export function invoicingFeature(
  { db }: FeatureParts,
  ports: InvoicingPorts,
): { feature: Feature<'invoicing'>; reads: InvoiceReads } {
  const step = (act: InvoiceAct, number: number, record: (sale: Sale) => Done): Done => {
    const sale = ports.selling.sale(number);
    if (!sale) return refuse('no-such-sale', {});
    const state = stateOf(db, number);
    return leadsTo(act, state) ? record(sale) : refuse('invoice-not-so', { state });
  };
  /** As `step`, under a number that no other invoice has; a red one has a number of its own as well. */
  const numbered = (act: InvoiceAct, which: number, number: string, record: (sale: Sale) => Done): Done =>
    step(act, which, sale => {
      const taken = receiptOfNumber(db, number);
      return taken === undefined ? record(sale) : refuse('invoice-number-taken', { receipt: taken });
    });
  const feature: Feature<'invoicing'> = {
    family: 'invoicing',
    commands: {
      request: (input, tx) => step('request', input.sale, sale => request(tx, sale, input)),
      withdraw: ({ sale: which }, tx) =>
        step('withdraw', which, sale => {
          tx.record('invoice-withdrawn', { sale: named(sale) });
          return ok({});
        }),
      markIssued: ({ sale: which, number }, tx) =>
        numbered('issue', which, number, sale => {
          tx.record('invoice-issued', { sale: named(sale), number });
          return ok({});
        }),
      markRed: ({ sale: which, number }, tx) =>
        numbered('red', which, number, sale => {
          tx.record('invoice-red', { sale: named(sale), number, invoice: invoiceOf(db, which)!.number! });
          return ok({});
        }),
    },
    queries: {
      toIssue: ({ afterNumber, limit }) =>
        ok(requestsAfter(db, afterNumber, limit).map(row => toIssue(row, db, ports))),
    },
    watches: {
      of: { topics: ['invoices'], read: ({ sale }) => viewOf(sale, db, ports) },
      list: { topics: ['invoices'], read: wanted => invoicesIn(db, wanted).map(view) },
    },
    tables: ['invoices', 'invoice_refunds'],
    project: invoicingProject,
    react: {
      'invoice-requested': (_fact, tx) => tx.touch('invoices'),
      'invoice-withdrawn': (_fact, tx) => tx.touch('invoices'),
      'invoice-issued': (_fact, tx) => tx.touch('invoices'),
      'invoice-red': (_fact, tx) => tx.touch('invoices'),
      'sale-refunded': (_fact, tx) => tx.touch('invoices'),
      'sale-voided': (_fact, tx) => tx.touch('invoices'),
    },
  };
  return { feature, reads: { stateOf: sale => stateOf(db, sale) } };
}

function request(tx: Tx, sale: Sale, input: CheckedOf<'invoicing.request'>): Done {
  const amount = invoiceTotal(linesOf(sale, tx.db));
  if (amount === 0) return refuse('nothing-to-invoice', {});
  const { kind, title, email, phone } = input;
  const taxNumber = kind === 'company' ? parseTaxNumber(input.taxNumber) : ok({ text: '' });
  if (!taxNumber.ok) return refuse('tax-number-wrong', { fault: taxNumber.refusal });
  const told = { title, taxNumber: taxNumber.value.text, email, phone };
  tx.record(
    'invoice-requested',
    { sale: named(sale), buyer: kind, amount },
    Object.fromEntries(Object.entries(told).filter(([, text]) => text !== '')),
  );
  return ok({});
}

const named = ({ id, number, receipt }: Sale) => ({ id, number, receipt });

const linesOf = (sale: Sale, db: ReadDb): InvoiceLine[] => invoiceLines(sale, refundsOf(db, sale.number));

/** Where it can be asked for, the amount is what the invoice would come to now. */
function viewOf(number: number, db: ReadDb, { selling }: InvoicingPorts): InvoiceView | null {
  const row = invoiceOf(db, number);
  if (row && !leadsTo('request', row.state)) return view(row);
  const sale = selling.sale(number);
  if (!sale) return null;
  const nothing = { state: 'none', buyer: null, requestedAt: null, number: null, redNumber: null } as const;
  const amount = invoiceTotal(linesOf(sale, db));
  return { ...(row ? view(row) : nothing), sale: number, receipt: sale.receipt, amount };
}

const view = (row: InvoiceRow): InvoiceView => ({
  sale: row.sale,
  receipt: row.receipt,
  state: row.state,
  amount: row.amount,
  buyer: buyerOf(row),
  requestedAt: row.requested_at,
  number: row.number,
  redNumber: row.red_number,
});

/** A tax code that the price list lacked at the sale is taken from it now: that is how a shop mends one. */
function toIssue(row: InvoiceRow, db: ReadDb, { selling, catalog }: InvoicingPorts): InvoiceToIssue {
  const sale = selling.sale(row.sale)!;
  const lines = linesOf(sale, db).map(line => ({
    ...line,
    taxCode: line.taxCode || (catalog.item(line.item)?.taxCode ?? ''),
  }));
  const { number, receipt, at, currency, training } = sale;
  return { sale: number, receipt, at, currency, training, buyer: buyerOf(row), lines };
}
