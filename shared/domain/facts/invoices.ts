import type { Minor } from '../money.ts';
import type { SaleRefund } from '../sale-refund.ts';

export type InvoicedSale = Omit<NonNullable<SaleRefund['sale']>, 'till'>;

/** Who wants an invoice for which sale, and what the shop's invoicing service has made of it. */
export type InvoiceFacts = {
  /** `amount`: what of the sale could be invoiced at that moment. Personal: `title`, `taxNumber`, `email`, `phone`, where given. */
  'invoice-requested': {
    readonly sale: InvoicedSale;
    readonly buyer: 'company' | 'person';
    readonly amount: Minor;
  };
  'invoice-withdrawn': { readonly sale: InvoicedSale };
  'invoice-issued': { readonly sale: InvoicedSale; readonly number: string };
  /** `number` is the red invoice's, `invoice` that of the one it takes back. */
  'invoice-red': { readonly sale: InvoicedSale; readonly number: string; readonly invoice: string };
};
