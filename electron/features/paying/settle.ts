import type { PaidView } from '../../../shared/contract/paying.ts';
import type { CartId } from '../../../shared/domain/cart.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { PricedCart } from '../../../shared/domain/pricing.ts';
import {
  receiptNumber,
  type Sale,
  type SaleId,
  type StaffId,
  sealSale,
  type Tender,
} from '../../../shared/domain/sale.ts';
import { assert } from '../../../shared/lib/assert.ts';
import type { Tx } from '../../core/feature.ts';
import type { LinkReads, SellingReads, SetupReads, ShiftReads } from '../../core/ports.ts';
import { nameReceipt } from './attempts.ts';
import { dropIntent, type Intent, remainingOf } from './intents.ts';

export type SettlePorts = {
  readonly selling: SellingReads;
  readonly setup: SetupReads;
  readonly shifts: ShiftReads;
  readonly link: LinkReads;
};

/** Seals cart and tenders into a sale: one fact, and the rest of the house does its part about it. A shift must be open. */
export function completeSale(
  tx: Tx,
  ports: SettlePorts,
  what: {
    readonly cart: CartId;
    readonly cashier: StaffId;
    readonly priced: PricedCart;
    readonly rounding: Minor;
    readonly tenders: readonly Tender[];
  },
): PaidView {
  const shift = ports.shifts.current();
  assert(shift, 'a sale belongs to a shift');
  const settings = ports.setup.settings();
  const number = ports.selling.nextNumber();
  const sale: Sale = sealSale(
    {
      id: tx.env.newId() as SaleId,
      cart: what.cart,
      number,
      receipt: receiptNumber(settings.tillLabel, number),
      shift: shift.id,
      cashier: what.cashier,
      at: tx.at,
      offline: !ports.link.isOnline(),
      training: settings.training !== 'no',
      currency: settings.currency,
      taxMode: settings.taxMode,
    },
    what.priced,
    what.rounding,
    what.tenders,
  );
  tx.record('sale-completed', { sale });
  const { total, change, tenders } = sale;
  const given = what.tenders.reduce((all, tender) => all + tender.given, 0) as Sale['total'];
  return { sale: sale.id, number, receipt: sale.receipt, total, given, change, tenders };
}

/** Completes the sale of an intent that is settled to the fen; undefined while something is owed, or no shift is open. */
export function completeIntent(tx: Tx, ports: SettlePorts, intent: Intent): PaidView | undefined {
  if (remainingOf(intent) !== 0 || !ports.shifts.current()) return undefined;
  const view = completeSale(tx, ports, intent);
  nameReceipt(tx.db, intent.id, view.receipt);
  dropIntent(tx.db, intent.id);
  tx.touch('payments');
  return view;
}
