import type { Language, PrinterSetup, ScannerSetup, Shop } from '../../shared/contract/setup.ts';
import type { ShiftTotals } from '../../shared/contract/shifts.ts';
import type { Cart } from '../../shared/domain/cart.ts';
import type { Item, ItemId } from '../../shared/domain/item.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { Sale, ShiftId, StaffId } from '../../shared/domain/sale.ts';
import type { TaxMode } from '../../shared/domain/tax.ts';

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
  };
  staff(
    id: StaffId,
  ):
    | { readonly id: StaffId; readonly name: string; readonly role: Role; readonly pinHash: string | null }
    | undefined;
};

export type LinkReads = {
  /** False from the moment a probe or a send failed until one succeeded. */
  isOnline(): boolean;
};
