import type { Minor } from '../money.ts';
import type { ShiftId, StaffId } from '../sale.ts';
import type { MoneyBack, SaleRefund } from '../sale-refund.ts';

/** Goods that came back. */
export type RefundFacts = {
  /** What goes back to the customer, goods and money, is in it to the fen. */
  'sale-refunded': { readonly refund: SaleRefund };
  /** The last sale, undone as a whole before anything came after it. */
  'sale-voided': { readonly refund: SaleRefund };
  'exchange-returned': ExchangeReturn;
};

/**
 * Money of an exchange's credit that no goods were taken for. `sale`: the receipt of the sale that cost less;
 * null where the customer changed their mind and all of it went back.
 */
export type ExchangeReturn = {
  readonly refund: { readonly number: number; readonly receipt: string };
  readonly sale: string | null;
  readonly shift: ShiftId;
  readonly cashier: StaffId;
  readonly amount: Minor;
  readonly back: readonly MoneyBack[];
};
