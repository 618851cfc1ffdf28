import {
  afterRefund,
  type InvoiceAct,
  type InvoiceState,
  leadsTo,
} from '../../../shared/domain/invoice/invoice.ts';
import { invoiceTotal } from '../../../shared/domain/invoice/lines.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import type { SaleRefund } from '../../../shared/domain/sale-refund.ts';
import { assert } from '../../../shared/lib/assert.ts';
import type { Project } from '../../core/feature.ts';
import type { WriteDb } from '../../db/open.ts';
import { stateOf } from './rows.ts';

/** Where each invoice is, after each fact about it or about its sale. */
export const invoicingProject: Project = {
  'invoice-requested': ({ body: { sale, buyer, amount }, seq, at }, db) => {
    db.run(
      `INSERT INTO invoices (sale, receipt, state, buyer, amount, told_in, requested_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (sale) DO UPDATE SET state = excluded.state, buyer = excluded.buyer, amount = excluded.amount,
         told_in = excluded.told_in, requested_at = excluded.requested_at, number = NULL, red_number = NULL`,
      [sale.number, sale.receipt, moved(db, sale.number, 'request'), buyer, amount, seq, at],
    );
  },
  'invoice-withdrawn': ({ body: { sale } }, db) => {
    db.run('UPDATE invoices SET state = ? WHERE sale = ?', [moved(db, sale.number, 'withdraw'), sale.number]);
  },
  'invoice-issued': ({ body: { sale, number } }, db) => {
    const state = moved(db, sale.number, 'issue');
    db.run('UPDATE invoices SET state = ?, number = ? WHERE sale = ?', [state, number, sale.number]);
  },
  'invoice-red': ({ body: { sale, number } }, db) => {
    const state = moved(db, sale.number, 'red');
    db.run('UPDATE invoices SET state = ?, red_number = ? WHERE sale = ?', [state, number, sale.number]);
  },
  'sale-refunded': ({ body, seq }, db) => goodsCameBack(body.refund, seq, db),
  'sale-voided': ({ body, seq }, db) => goodsCameBack(body.refund, seq, db),
};

function goodsCameBack(refund: SaleRefund, seq: number, db: WriteDb): void {
  // Another till's sale has its invoice there, and here a number that means another sale.
  if (!refund.sale || refund.sale.till) return;
  const { number } = refund.sale;
  db.run('INSERT INTO invoice_refunds (seq, sale) VALUES (?, ?)', [seq, number]);
  const row = db.get<{ state: InvoiceState; amount: Minor }>(
    'SELECT state, amount FROM invoices WHERE sale = ?',
    [number],
  );
  if (!row) return;
  // What has been issued stays what it was; only what is still to be issued gets less.
  const left = minor(row.amount - invoiceTotal(refund.lines));
  const amount = row.state === 'requested' ? left : row.amount;
  db.run('UPDATE invoices SET state = ?, amount = ? WHERE sale = ?', [
    afterRefund(row.state, amount),
    amount,
    number,
  ]);
}

function moved(db: WriteDb, sale: number, act: InvoiceAct): InvoiceState {
  const state = leadsTo(act, stateOf(db, sale));
  assert(state, `a fact says ${act} only where it may be done`);
  return state;
}
