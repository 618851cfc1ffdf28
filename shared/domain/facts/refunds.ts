import type { SaleRefund } from '../sale-refund.ts';

/** Goods that came back. */
export type RefundFacts = {
  /** What goes back to the customer, goods and money, is in it to the fen. */
  'sale-refunded': { readonly refund: SaleRefund };
  /** The last sale, undone as a whole before anything came after it. */
  'sale-voided': { readonly refund: SaleRefund };
};
