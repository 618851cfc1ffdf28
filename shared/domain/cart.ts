import type { Brand } from '../lib/brand.ts';
import { no, ok, type Result } from '../lib/result.ts';
import type { Discount } from './discount.ts';
import { type ItemFlags, type ItemId, isWeighed, type Unit } from './item.ts';
import { amountMax, type Minor } from './money.ts';
import type { Goods } from './pack.ts';
import { type Quantity, quantity, quantityMax } from './quantity.ts';

export type CartId = Brand<string, 'CartId'>;
/** Counts up within one cart and is never used again, so a late command can't hit another line. */
export type LineId = Brand<number, 'LineId'>;

/** What is being sold on one line; name, price and tax are copied, so a price change never reaches an open cart. */
export type CartLine = {
  readonly id: LineId;
  readonly item: ItemId;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: Unit;
  readonly unitPrice: Minor;
  readonly quantity: Quantity;
  readonly taxPermille: number;
  readonly taxCode: string;
  readonly flags: ItemFlags;
  readonly discount: Discount | null;
  /** Pieces in one of it, where a pack is sold at a price of its own. */
  readonly packOf?: number;
};

export type Cart = {
  readonly id: CartId;
  readonly lines: readonly CartLine[];
  readonly discount: Discount | null;
  /** The line that keys act on: the one touched last. */
  readonly current: LineId | null;
  readonly nextLine: LineId;
};

export const linesMax = 500;

export const emptyCart = (id: CartId): Cart => ({
  id,
  lines: [],
  discount: null,
  current: null,
  nextLine: 1 as LineId,
});

export type CartChange =
  | { readonly do: 'add'; readonly item: Goods; readonly code: string; readonly quantity: Quantity }
  | { readonly do: 'set-quantity'; readonly line: LineId; readonly quantity: Quantity }
  | { readonly do: 'remove'; readonly line: LineId }
  | { readonly do: 'select'; readonly line: LineId }
  | { readonly do: 'discount-line'; readonly line: LineId; readonly discount: Discount | null }
  | { readonly do: 'discount-ticket'; readonly discount: Discount | null };

export type CartFault =
  | 'no-such-line'
  | 'cart-full'
  | 'quantity-not-positive'
  | 'quantity-too-large'
  | 'quantity-not-whole'
  | 'amount-too-large'
  | 'no-discount-on-this';

/** The cart after one change, or why the change can't be; the cart handed in is left as it is. */
export function apply(cart: Cart, change: CartChange): Result<Cart, CartFault> {
  switch (change.do) {
    case 'add':
      return add(cart, change.item, change.code, change.quantity);
    case 'set-quantity':
      return editLine(cart, change.line, line => withQuantity(line, change.quantity));
    case 'discount-line':
      return editLine(cart, change.line, line =>
        change.discount && !discountable(line.flags)
          ? no('no-discount-on-this')
          : ok({ ...line, discount: change.discount }),
      );
    case 'remove':
      return remove(cart, change.line);
    case 'select':
      return editLine(cart, change.line, ok);
    case 'discount-ticket':
      return ok({ ...cart, discount: change.discount });
  }
}

export const findLine = (cart: Cart, id: LineId): CartLine | undefined =>
  cart.lines.find(line => line.id === id);

/** Deposits and goods marked so take no discount, neither their own nor a share of the ticket's. */
export const discountable = (flags: ItemFlags): boolean => !flags.noDiscount && !flags.deposit;

function add(cart: Cart, item: Goods, code: string, count: Quantity): Result<Cart, CartFault> {
  const twin = isWeighed(item.unit) ? undefined : cart.lines.find(line => isTwin(line, item));
  if (twin) {
    const total = twin.quantity + count;
    if (total > quantityMax) return no('quantity-too-large');
    return editLine(cart, twin.id, line => withQuantity(line, quantity(total)));
  }
  if (cart.lines.length >= linesMax) return no('cart-full');
  const bare: CartLine = {
    id: cart.nextLine,
    item: item.id,
    code,
    name: item.name,
    category: item.category,
    unit: item.unit,
    unitPrice: item.price,
    quantity: count,
    taxPermille: item.taxPermille,
    taxCode: item.taxCode,
    flags: item.flags,
    discount: null,
    ...(item.packOf === undefined ? {} : { packOf: item.packOf }),
  };
  const line = withQuantity(bare, count);
  if (!line.ok) return line;
  return bounded({
    ...cart,
    lines: [...cart.lines, line.value],
    current: line.value.id,
    nextLine: (cart.nextLine + 1) as LineId,
  });
}

/**
 * Pieces of the same goods join one line; a weighing or a discounted line stays its own, and so do goods
 * whose price, name, unit, tax or flags a new price list has changed meanwhile.
 */
const isTwin = (line: CartLine, item: Goods): boolean =>
  line.item === item.id &&
  line.discount === null &&
  line.unitPrice === item.price &&
  line.name === item.name &&
  line.unit === item.unit &&
  line.packOf === item.packOf &&
  line.taxPermille === item.taxPermille &&
  line.taxCode === item.taxCode &&
  line.flags.noDiscount === item.flags.noDiscount &&
  line.flags.ageCheck === item.flags.ageCheck &&
  line.flags.deposit === item.flags.deposit;

function editLine(
  cart: Cart,
  id: LineId,
  edit: (line: CartLine) => Result<CartLine, CartFault>,
): Result<Cart, CartFault> {
  const line = findLine(cart, id);
  if (!line) return no('no-such-line');
  const edited = edit(line);
  if (!edited.ok) return edited;
  return bounded({
    ...cart,
    current: id,
    lines: cart.lines.map(each => (each.id === id ? edited.value : each)),
  });
}

function withQuantity(line: CartLine, count: Quantity): Result<CartLine, CartFault> {
  if (count <= 0) return no('quantity-not-positive');
  if (!isWeighed(line.unit) && count % 1000 !== 0) return no('quantity-not-whole');
  return ok({ ...line, quantity: count });
}

function remove(cart: Cart, id: LineId): Result<Cart, CartFault> {
  const at = cart.lines.findIndex(line => line.id === id);
  if (at < 0) return no('no-such-line');
  const lines = cart.lines.filter(line => line.id !== id);
  // The line that moves up takes over, so that deleting twice deletes neighbours, as a list editor would.
  const current = lines[Math.min(at, lines.length - 1)]?.id ?? null;
  return ok({ ...cart, lines, current });
}

/**
 * Sums are checked before they are money, so that no later step can overflow: undiscounted, with each
 * line's tax on top and every rounding up, a cart stays within what the till can take.
 */
function bounded(cart: Cart): Result<Cart, CartFault> {
  const most = cart.lines.reduce((all, line) => {
    const gross = perThousandUp(BigInt(line.unitPrice) * BigInt(line.quantity));
    return all + gross + perThousandUp(gross * BigInt(line.taxPermille));
  }, 0n);
  return most > BigInt(amountMax) ? no('amount-too-large') : ok(cart);
}

const perThousandUp = (value: bigint): bigint => (value + 999n) / 1000n;
