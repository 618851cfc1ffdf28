import type { SaleRefund } from '../../../shared/domain/sale-refund.ts';
import type { Project } from '../../core/feature.ts';
import type { WriteDb } from '../../db/open.ts';

export const refundingProject: Project = {
  'sale-refunded': ({ body, seq }, db) => addRefund(body.refund, seq, db),
  'sale-voided': ({ body, seq }, db) => addRefund(body.refund, seq, db),
};

function addRefund({ number, sale, total, lines }: SaleRefund, seq: number, db: WriteDb): void {
  db.run('INSERT INTO refunds (number, seq, sale, amount) VALUES (?, ?, ?, ?)', [
    number,
    seq,
    sale?.id ?? null,
    total,
  ]);
  if (!sale) return;
  for (const { id, sold, quantity } of lines) {
    db.run(
      `INSERT INTO refunded_lines (sale, line, sold, refunded) VALUES (?, ?, ?, ?)
       ON CONFLICT (sale, line) DO UPDATE SET refunded = refunded + excluded.refunded`,
      [sale.id, id, sold, quantity],
    );
  }
}
