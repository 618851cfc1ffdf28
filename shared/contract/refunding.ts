import { z } from 'zod';
import { type LineId, linesMax } from '../domain/cart.ts';
import type { InvoiceState } from '../domain/invoice/invoice.ts';
import type { Minor } from '../domain/money.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { TenderLeft } from '../domain/refunding/plan.ts';
import type { Sale } from '../domain/sale.ts';
import type { MoneyBack, SaleRefund } from '../domain/sale-refund.ts';
import {
  Amount,
  Id,
  ItemIdField,
  LineIdField,
  LocalDate,
  NameField,
  QuantityField,
  ReceiptTail,
  ScanText,
} from './fields.ts';
import { command, query } from './word.ts';

/**
 * A sale, and what of it can still come back. With `mirror` and `planBack` a screen knows from it to the fen
 * what a refund will be; the core decides by the same functions.
 */
export type RefundableSale = {
  readonly sale: Sale;
  /** The other till that sold it; null where it was this one. */
  readonly till: { readonly id: string; readonly label: string } | null;
  /** How much of its lines has come back; the others have not at all. */
  readonly refunded: readonly { readonly line: LineId; readonly quantity: Quantity }[];
  readonly tenders: readonly TenderLeft[];
  /** Nothing has come after it: one word undoes it as a whole. */
  readonly voidable: boolean;
  /** How far its invoice is: one that was issued has to be taken back in red (红冲) once goods come back. */
  readonly invoice: InvoiceState;
};

/** A sale among those found; enough to know it again by. */
export type FoundSale = Pick<Sale, 'number' | 'receipt' | 'at' | 'total' | 'pieces'> & {
  /** Of its first goods. */
  readonly name: string;
};

export type RefundView = {
  readonly number: number;
  /** As printed. */
  readonly receipt: string;
  readonly total: Minor;
  readonly back: readonly MoneyBack[];
};

const Reason = NameField(40);
const SaleNumber = z.int().min(1);
const Goods = z.enum(['stock', 'written-off']);
const Refund = z.object({
  /** The sale's number at the till that sold it. */
  sale: SaleNumber,
  /** Where it was another till: the sale's id, and the receipt by which it is asked for. */
  other: z.object({ id: Id, receipt: ScanText }).nullable().default(null),
  /** What the screen showed; another sum means that something came back meanwhile. */
  total: Amount,
  picks: z.array(z.object({ line: LineIdField, quantity: QuantityField, goods: Goods })).max(linesMax),
  reason: Reason,
});
const Brought = z
  .array(z.object({ item: ItemIdField, quantity: QuantityField, goods: Goods }))
  .min(1)
  .max(linesMax);

export const refunding = {
  /** By what a scanner reads off the receipt, its number, or the last digits of it (the newest such sale). */
  sale: query('sell', z.object({ text: ScanText })).returns<RefundableSale>(),
  /** By what a customer without a receipt remembers, newest first; the last sales where that is nothing. */
  find: query(
    'sell',
    z.object({ date: LocalDate.optional(), amount: Amount.optional(), tail: ReceiptTail.optional() }),
  ).returns<readonly FoundSale[]>(),
  /** The last refunds, newest first. */
  lastRefunds: query('sell', z.object({ limit: z.int().min(1).max(50) })).returns<readonly SaleRefund[]>(),
  /** What other tills of the shop sold under this receipt, newest first; never empty. */
  elsewhere: query('sell', z.object({ text: ScanText })).returns<readonly RefundableSale[]>(),
  /** The money goes back as it came. */
  refund: command('refund', Refund).returns<RefundView>(),
  /** The money goes back out of the drawer, however it came. */
  refundInCash: command('refund-in-cash', Refund).returns<RefundView>(),
  /** Nothing goes back yet: it is a credit at this counter, and pays for the next sale before anything else does. */
  exchange: command('refund', Refund).returns<RefundView>(),
  /** Gives the whole open credit back as its money came; `refund` is the number of its refund. */
  returnExchange: command('refund', z.object({ refund: z.int().min(1) })).returns<RefundView>(),
  /** Undoes the last sale of this shift as a whole, while nothing has come after it. */
  voidLast: command('refund', z.object({ sale: SaleNumber, reason: Reason })).returns<RefundView>(),
  /** What goods without a receipt are worth today. */
  worth: query('sell', z.object({ lines: Brought })).returns<{ total: Minor }>(),
  /** At today's price, in cash, up to a sum a day. `total` is what the screen showed. */
  withoutReceipt: command(
    'refund-without-receipt',
    z.object({ lines: Brought, total: Amount, reason: Reason }),
  ).returns<RefundView>(),
};
