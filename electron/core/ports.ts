import type { FinishedSale, ScanOutcome } from '../../shared/contract/selling.ts';
import type { Language, PrinterSetup, ScannerSetup, Shop } from '../../shared/contract/setup.ts';
import type { ShiftTotals } from '../../shared/contract/shifts.ts';
import type { Cart, CartId } from '../../shared/domain/cart.ts';
import type { Item, ItemId } from '../../shared/domain/item.ts';
import type { Minor } from '../../shared/domain/money.ts';
import type { AttemptId } from '../../shared/domain/payment/payment.ts';
import type { RefundId } from '../../shared/domain/payment/refund.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { CashRounding } from '../../shared/domain/rounding.ts';
import type { Sale, ShiftId, StaffId } from '../../shared/domain/sale.ts';
import type { SaleRefund } from '../../shared/domain/sale-refund.ts';
import type { TaxMode } from '../../shared/domain/tax.ts';
import type { Wallet } from '../../shared/domain/wallet-codes.ts';
import type { Tx } from './feature.ts';

// What features let each other read. They never import each other; boot hands these in.

export type CatalogReads = {
  /** Items that carry this code, in any spelling of it; more than one when a code is on several goods. */
  itemsWithCode(code: string): readonly Item[];
  item(id: ItemId): Item | undefined;
  /** Most sold first; for the quick keys. */
  mostSold(most: number): readonly Item[];
  categories(most: number): readonly string[];
  inCategory(category: string, most: number): readonly Item[];
};

export type SellingReads = {
  currentCart(): Cart;
  heldCarts(): number;
  sale(number: number): Sale | undefined;
  /** The newest sale whose number ends in these digits. */
  lastSaleEnding(digits: string): Sale | undefined;
  /** The sale just finished, until the next customer's first goods. */
  finished(): FinishedSale | null;
  /** The number the next sale takes. */
  nextNumber(): number;
};

export type ShiftReads = {
  current(): { readonly id: ShiftId; readonly cashier: StaffId } | null;
  totals(id: ShiftId): ShiftTotals | undefined;
};

export type SetupReads = {
  isSetUp(): boolean;
  settings(): {
    readonly language: Language;
    readonly country: string;
    readonly currency: string;
    readonly taxMode: TaxMode;
    readonly training: 'no' | 'demo' | 'country';
    readonly shop: Shop;
    readonly tillLabel: string;
    readonly printer: PrinterSetup;
    readonly scanner: ScannerSetup;
    /** A payment code that is read among goods is charged at once, without the key that freezes the amount. */
    readonly zeroKey: boolean;
    readonly cashRounding: CashRounding;
  };
  staff(
    id: StaffId,
  ):
    | { readonly id: StaffId; readonly name: string; readonly role: Role; readonly pinHash: string | null }
    | undefined;
};

/** What a scan means to whoever takes the money; asked by selling, in the scan's own transaction. */
export type PaymentScans = {
  /** The amount has been said; the cart does not change until it is taken or given up. */
  isFrozen(cart: CartId): boolean;
  /** What became of a scan while the counter's amount is frozen; undefined where none is. */
  whileFrozen(text: string, typed: boolean, tx: Tx): ScanOutcome | undefined;
  /** What became of a payment code that was read among goods. */
  amongGoods(text: string, wallet: Wallet, tx: Tx): ScanOutcome;
};

/** Money of customers' payments on its way back; refunding decides how much, paying how it gets there. */
export type PaymentRefunds = {
  /** What of a payment has not gone back, and is not on its way back, by whatever hand. */
  refundable(attempt: AttemptId): Minor;
  /** Writes it down and leaves the sending for after the commit; offline it waits there. `amount` at most what is refundable. */
  begin(tx: Tx, attempt: AttemptId, amount: Minor, reason: string): RefundId;
};

export type RefundReads = {
  refund(number: number): SaleRefund | undefined;
};

export type LinkReads = {
  /** False from the moment a probe or a send failed until one succeeded. */
  isOnline(): boolean;
};
