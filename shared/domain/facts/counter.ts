import type { Cart, CartId, CartLine } from '../cart.ts';
import type { BelowFloor } from '../floor.ts';
import type { Minor } from '../money.ts';
import type { RemovalReason } from '../removal.ts';
import type { Sale, SaleId, ShiftId, StaffId } from '../sale.ts';
import type { SaleRefundId } from '../sale-refund.ts';

/** Carts, sales and their paper. */
export type CounterFacts = {
  /** `reason`: where somebody was asked, or said it. */
  'line-removed': {
    readonly cart: CartId;
    readonly shift: ShiftId;
    readonly line: CartLine;
    readonly reason?: RemovalReason;
  };
  /** A unit price set by hand: `line` as it is with it, `before` the unit price it had until then. */
  'price-overridden': {
    readonly cart: CartId;
    readonly shift: ShiftId;
    readonly line: CartLine;
    readonly before: Minor;
  };
  /**
   * Lines that go below their floor: by `by`'s leave, or by nobody's where the shop is only warned. `least` is what the
   * floor comes to, `until` how low the line could go before.
   */
  'floor-passed': {
    readonly cart: CartId;
    readonly shift: ShiftId;
    readonly by: StaffId | null;
    readonly lines: readonly (BelowFloor & { readonly until: Minor })[];
  };
  /** Somebody looked: the customer may buy these goods, named as they stand in the cart. */
  'age-checked': { readonly cart: CartId; readonly shift: ShiftId; readonly goods: readonly string[] };
  'cart-held': {
    readonly cart: CartId;
    readonly shift: ShiftId;
    readonly label: string;
    readonly pieces: number;
    readonly due: Minor;
  };
  'cart-recalled': { readonly cart: CartId; readonly shift: ShiftId };
  /** As held, with a payment under way. */
  'cart-parked': {
    readonly cart: CartId;
    readonly shift: ShiftId;
    readonly label: string;
    readonly pieces: number;
    readonly due: Minor;
  };
  'cart-brought-back': { readonly cart: CartId; readonly shift: ShiftId };
  'cart-voided': { readonly shift: ShiftId; readonly cart: Cart; readonly reason?: RemovalReason };
  'sale-completed': { readonly sale: Sale };
  /** `copy` counts with the paper itself, so the first reprint is the second. */
  'receipt-reprinted': { readonly copy: number } & (
    | { readonly sale: SaleId }
    | { readonly refund: SaleRefundId }
  );
};
