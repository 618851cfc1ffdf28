import type { SaleRefund } from '../../../shared/domain/sale-refund.ts';
import type { Project } from '../../core/feature.ts';
import type { WriteDb } from '../../db/open.ts';

export const refundingProject: Project = {
  'sale-refunded': ({ body, seq }, db) => addRefund(body.refund, seq, db),
  'sale-voided': ({ body, seq }, db) => addRefund(body.refund, seq, db),
  'sale-completed': ({ body }, db) => {
    if (body.sale.tenders.some(tender => tender.kind === 'exchange')) closeCredit(db);
  },
  'exchange-returned': ({ body, seq }, db) => {
    closeCredit(db);
    db.run('INSERT INTO exchange_returns (refund, seq) VALUES (?, ?)', [body.refund.number, seq]);
  },
};

const closeCredit = (db: WriteDb): void => void db.run('DELETE FROM exchange_credit');

function addRefund({ number, sale, total, lines, back }: SaleRefund, seq: number, db: WriteDb): void {
  db.run('INSERT INTO refunds (number, seq, sale, amount) VALUES (?, ?, ?, ?)', [
    number,
    seq,
    sale?.id ?? null,
    total,
  ]);
  if (back.some(each => each.kind === 'exchange'))
    db.run('INSERT INTO exchange_credit (place, seq) VALUES (0, ?)', [seq]);
  if (!sale) return;
  for (const { id, sold, quantity } of lines) {
    db.run(
      `INSERT INTO refunded_lines (sale, line, sold, refunded) VALUES (?, ?, ?, ?)
       ON CONFLICT (sale, line) DO UPDATE SET refunded = refunded + excluded.refunded`,
      [sale.id, id, sold, quantity],
    );
  }
}
