import { type Minor, minor } from '../../../shared/domain/money.ts';
import type { Sale } from '../../../shared/domain/sale.ts';
import { canonicalJson } from '../../../shared/lib/canonical.ts';
import type { Project } from '../../core/feature.ts';
import type { WriteDb } from '../../db/open.ts';

/** How often and how much of each kind of tender a shift has taken. */
export type ShiftTenders = { readonly [kind: string]: { readonly count: number; readonly amount: Minor } };

export const shiftsProject: Project = {
  'shift-opened': ({ body, at }, db) => {
    db.run('INSERT INTO shifts (id, cashier, opened_at, float, cash_expected) VALUES (?, ?, ?, ?, ?)', [
      body.shift,
      body.cashier,
      at,
      body.float,
      body.float,
    ]);
  },
  'shift-closed': ({ body, at }, db) => {
    db.run('UPDATE shifts SET closed_at = ?, counted = ? WHERE id = ?', [at, body.counted, body.shift]);
  },
  'sale-completed': ({ body }, db) => addSale(body.sale, db),
  'line-removed': ({ body }, db) => {
    db.run('UPDATE shifts SET removed_lines = removed_lines + 1 WHERE id = ?', [body.shift]);
  },
  'cart-voided': ({ body }, db) => {
    db.run('UPDATE shifts SET removed_lines = removed_lines + ? WHERE id = ?', [
      body.cart.lines.length,
      body.shift,
    ]);
  },
  'drawer-opened': ({ body }, db) => {
    db.run('UPDATE shifts SET drawer_openings = drawer_openings + 1 WHERE id = ?', [body.shift]);
  },
};

function addSale(sale: Sale, db: WriteDb): void {
  const cash = sale.tenders.reduce((all, tender) => all + (tender.kind === 'cash' ? tender.amount : 0), 0);
  db.run(
    `UPDATE shifts SET sales = sales + 1, gross = gross + :gross, discounts = discounts + :discounts, net = net + :net,
       tax = tax + :tax, total = total + :total, cash_expected = cash_expected + :cash,
       first_receipt = coalesce(first_receipt, :receipt), last_receipt = :receipt, tenders = :tenders
     WHERE id = :shift`,
    {
      gross: sale.gross,
      discounts: sale.lineDiscount + sale.ticketDiscount,
      net: sale.net,
      tax: sale.tax,
      total: sale.total,
      cash,
      receipt: sale.receipt,
      tenders: canonicalJson(tendersWith(sale, db)),
      shift: sale.shift,
    },
  );
}

/** In the shift's own row, not in a table beside it, which would be one more page in every sale. */
function tendersWith({ shift, tenders }: Sale, db: WriteDb): ShiftTenders {
  const row = db.get<{ tenders: string }>('SELECT tenders FROM shifts WHERE id = ?', [shift]);
  const taken = new Map(Object.entries(JSON.parse(row?.tenders ?? '{}') as ShiftTenders));
  for (const { kind, amount } of tenders) {
    const before = taken.get(kind);
    taken.set(kind, { count: (before?.count ?? 0) + 1, amount: minor((before?.amount ?? 0) + amount) });
  }
  return Object.fromEntries(taken);
}
