import type { PrintBlock } from '../../../shared/domain/document.ts';
import { filled } from '../../../shared/domain/invoice/address.ts';
import { minorDigits, plainAmount } from '../../../shared/domain/money.ts';
import type { Sale } from '../../../shared/domain/sale.ts';
import type { ReceiptFacts } from './receipt.ts';

/**
 * The way to the shop's invoicing service (扫码开票), where it has one. Not on a practice receipt, nor where nothing
 * was paid: nobody gets an invoice for that.
 */
export function invoiceBlocks(
  sale: Sale,
  { words, invoiceUrl, dateText }: Pick<ReceiptFacts, 'words' | 'invoiceUrl' | 'dateText'>,
): PrintBlock[] {
  if (invoiceUrl === '' || sale.training || sale.total === 0) return [];
  const address = filled(invoiceUrl, {
    receipt: sale.receipt,
    amount: plainAmount(sale.total, minorDigits(sale.currency)),
    date: dateText(sale.at),
  });
  return [
    { kind: 'rule' },
    { kind: 'text', text: words.invoice, align: 'center', bold: true },
    { kind: 'qr', text: address },
    { kind: 'text', text: words.invoiceValid, align: 'center' },
    { kind: 'rule' },
  ];
}
