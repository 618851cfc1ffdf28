import type { RefundView } from '../../../shared/contract/refunding.ts';
import type { LocalTime } from '../../../shared/domain/business-day.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { Mirrored } from '../../../shared/domain/refunding/mirror.ts';
import type { BackPart } from '../../../shared/domain/refunding/plan.ts';
import type { Sale } from '../../../shared/domain/sale.ts';
import {
  type MoneyBack,
  refundReceipt,
  type SaleRefund,
  type SaleRefundId,
} from '../../../shared/domain/sale-refund.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, refuse, type Tx } from '../../core/feature.ts';
import type {
  CatalogReads,
  InvoiceReads,
  LinkReads,
  OtherTills,
  PaymentRefunds,
  SellingReads,
  SetupReads,
  ShiftReads,
  TicketReads,
} from '../../core/ports.ts';
import { nextNumber } from './refunds.ts';

export type RefundingPorts = {
  readonly selling: SellingReads;
  readonly setup: SetupReads;
  readonly shifts: ShiftReads;
  readonly link: LinkReads;
  readonly others: OtherTills;
  readonly catalog: CatalogReads;
  readonly payments: PaymentRefunds;
  readonly invoices: InvoiceReads;
  /** Made later than this: reports stand on all that is sold. */
  readonly tickets: () => TicketReads;
  readonly localTime: (atMs: number) => LocalTime;
};

/** What was decided about a refund; number, shift, cashier and time are this till's, now. */
export type Decided = {
  readonly kind: SaleRefund['kind'];
  readonly sale: Sale | null;
  /** The other till that sold it. */
  readonly till: string | null;
  readonly reason: string;
  readonly money: Mirrored;
  readonly back: readonly MoneyBack[];
};

/** Writes a refund down: one fact, and the rest of the house does its part about it. */
export function recordRefund(tx: Tx, ports: RefundingPorts, decided: Decided): Answer<RefundView> {
  const shift = ports.shifts.current();
  const cashier = tx.actor.staff;
  if (!shift || !cashier) return refuse('no-shift', {});
  const settings = ports.setup.settings();
  const { kind, sale, till, reason, money, back } = decided;
  const { currency, taxMode } = sale ?? settings;
  const number = nextNumber(tx.db);
  const refund: SaleRefund = {
    id: tx.env.newId() as SaleRefundId,
    kind,
    number,
    receipt: refundReceipt(settings.tillLabel, number),
    sale: sale && { id: sale.id, number: sale.number, receipt: sale.receipt, till },
    shift: shift.id,
    cashier,
    at: tx.at,
    offline: !ports.link.isOnline(),
    training: settings.training !== 'no',
    currency,
    taxMode,
    reason,
    ...money,
    back,
  };
  tx.record(kind === 'void' ? 'sale-voided' : 'sale-refunded', { refund });
  return ok({ number, receipt: refund.receipt, total: refund.total, back });
}

/** Sets a part of the money going: a wallet's through its provider, what is left in the drawer by hand. */
export function giveBack(tx: Tx, part: BackPart, reason: string, payments: PaymentRefunds): MoneyBack {
  const { tender, amount, asCash, held } = part;
  if (held && tender.kind === 'code') payments.letGo(tx, tender.attempt, amount);
  const common = { id: tx.env.newId(), amount, tender: tender.id };
  if (asCash || tender.kind === 'cash') return { ...common, kind: 'cash' };
  if (tender.kind === 'store-code') return { ...common, kind: 'store-code' };
  const { wallet, channel, attempt, order } = tender;
  const refund = payments.begin(tx, attempt, amount, reason);
  return { ...common, kind: 'code', wallet, channel, attempt, order, refund };
}

/** All of it out of the drawer, for goods that point at no sale. */
export const cashBack = (tx: Tx, amount: Minor): MoneyBack[] =>
  amount === 0 ? [] : [{ id: tx.env.newId(), kind: 'cash', amount, tender: null }];
