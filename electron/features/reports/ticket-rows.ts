import type { CartLine } from '../../../shared/domain/cart.ts';
import type { ExchangeReturn } from '../../../shared/domain/facts/refunds.ts';
import type { Facts } from '../../../shared/domain/facts.ts';
import { type Minor, minor, sum } from '../../../shared/domain/money.ts';
import { grossOf } from '../../../shared/domain/pricing.ts';
import type { Sale } from '../../../shared/domain/sale.ts';
import type { MoneyBack, SaleRefund } from '../../../shared/domain/sale-refund.ts';
import type { TenderName, Ticket } from '../../../shared/domain/ticket.ts';
import { canonicalJson } from '../../../shared/lib/canonical.ts';
import type { Project } from '../../core/feature.ts';
import type { WriteDb } from '../../db/open.ts';

/** Something that loss prevention looks at beside tickets; `amount` is what the goods would have cost, what a price set by hand took off, or how much further below the floor it went. */
type Act = {
  readonly seq: number;
  readonly kind: 'line-removed' | 'cart-voided' | 'drawer-opened' | 'price-overridden' | 'floor-passed';
  readonly actor: string;
  readonly at: number;
  readonly amount: number;
};

/** The rows that follow from facts; the same whoever replays them, wherever and whenever. */
export const ticketProject: Project = {
  'sale-completed': ({ seq, body }, db) => insertTicket(ticketOfSale(seq, body.sale), db),
  'sale-refunded': ({ seq, body }, db) => insertTicket(ticketOfRefund(seq, body.refund), db),
  'sale-voided': ({ seq, body }, db) => insertTicket(ticketOfRefund(seq, body.refund), db),
  'exchange-returned': ({ body }, db) => exchangeReturned(body, db),
  'line-removed': ({ seq, at, actor, body }, db) =>
    insertAct({ seq, at, actor, kind: 'line-removed', amount: worth([body.line]) }, db),
  'cart-voided': ({ seq, at, actor, body }, db) =>
    insertAct({ seq, at, actor, kind: 'cart-voided', amount: worth(body.cart.lines) }, db),
  'price-overridden': ({ seq, at, actor, body }, db) =>
    insertAct({ seq, at, actor, kind: 'price-overridden', amount: takenOff(body) }, db),
  'floor-passed': ({ seq, at, actor, body }, db) =>
    insertAct({ seq, at, actor, kind: 'floor-passed', amount: lowered(body) }, db),
  'drawer-opened': ({ seq, at, actor }, db) =>
    insertAct({ seq, at, actor, kind: 'drawer-opened', amount: 0 }, db),
};

/** What one act took off the goods it was about: acts on the same line add up to what was taken off it. */
const takenOff = ({ line, before }: Facts['price-overridden']): Minor =>
  minor(grossOf({ ...line, unitPrice: before }) - grossOf(line));

/** How much further below the floor lines may go by one act. */
const lowered = ({ lines }: Facts['floor-passed']): Minor =>
  sum(lines.map(line => minor(line.until - line.amount)));

function ticketOfSale(seq: number, sale: Sale): Ticket {
  return {
    ...headOf(seq, sale),
    kind: 'sale',
    pieces: sale.pieces,
    gross: sale.gross,
    discount: minor(sale.lineDiscount + sale.ticketDiscount),
    net: sale.net,
    tax: sale.tax,
    total: sale.total,
    tenders: byName(sale.tenders, 1),
  };
}

function ticketOfRefund(seq: number, refund: SaleRefund): Ticket {
  return {
    ...headOf(seq, refund),
    kind: refund.kind,
    pieces: minor(-refund.pieces),
    gross: minor(-refund.gross),
    discount: minor(-refund.lineDiscount - refund.ticketDiscount),
    net: minor(-refund.net),
    tax: minor(-refund.tax),
    total: minor(-refund.total),
    tenders: byName(refund.back, -1),
  };
}

/**
 * What was put down as given for an exchange went another way after all: the refund's row says so. The refund is
 * one of the newest rows, for at most one exchange is open.
 */
function exchangeReturned({ refund, amount, back }: ExchangeReturn, db: WriteDb): void {
  const row = db.get<{ seq: number; tenders: string }>(
    "SELECT seq, tenders FROM tickets WHERE kind = 'refund' AND number = ? ORDER BY seq DESC LIMIT 1",
    [refund.number],
  );
  if (!row) return;
  const tenders: Record<string, number> = JSON.parse(row.tenders);
  const add = (name: string, more: number) => {
    tenders[name] = (tenders[name] ?? 0) + more;
    if (tenders[name] === 0) delete tenders[name];
  };
  add('exchange', amount);
  for (const [name, less] of Object.entries(byName(back, -1))) add(name, less);
  db.run('UPDATE tickets SET tenders = ? WHERE seq = ?', [canonicalJson(tenders), row.seq]);
}

const headOf = (seq: number, { number, receipt, shift, cashier, at, offline }: Sale | SaleRefund) => ({
  seq,
  number,
  receipt,
  shift,
  cashier,
  at,
  offline,
});

/** Only `amount` counts: what was handed over in cash and the change of it are no takings. */
function byName(parts: readonly (Sale['tenders'][number] | MoneyBack)[], sign: 1 | -1): Ticket['tenders'] {
  const amounts: Partial<Record<TenderName, Minor>> = {};
  for (const part of parts) {
    const name = part.kind === 'code' ? part.wallet : part.kind;
    amounts[name] = minor((amounts[name] ?? 0) + sign * part.amount);
  }
  return amounts;
}

/** What goods would have cost, before any discount. */
const worth = (lines: readonly CartLine[]): Minor => sum(lines.map(line => grossOf(line)));

export const ticketColumns =
  'seq, kind, number, receipt, shift, cashier, at, pieces, gross, discount, net, tax, total, tenders, offline';

function insertTicket(ticket: Ticket, db: WriteDb): void {
  db.run(`INSERT INTO tickets (${ticketColumns}) VALUES (${ticketColumns.replaceAll(/\w+/g, ':$&')})`, {
    ...ticket,
    tenders: canonicalJson(ticket.tenders as Record<string, number>),
    offline: ticket.offline ? 1 : 0,
  });
}

function insertAct(act: Act, db: WriteDb): void {
  db.run(
    'INSERT INTO watched_acts (seq, kind, actor, at, amount) VALUES (:seq, :kind, :actor, :at, :amount)',
    act,
  );
}
