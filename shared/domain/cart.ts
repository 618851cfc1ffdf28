import type { Brand } from '../lib/brand.ts';
import { no, ok, type Result } from '../lib/result.ts';
import type { Discount } from './discount.ts';
import type { LetBelow } from './floor.ts';
import { type ItemFlags, type ItemId, isWeighed, type Unit } from './item.ts';
import { amountMax, type Minor, minor } from './money.ts';
import type { Goods } from './pack.ts';
import { extend, type Quantity, quantity, quantityMax } from './quantity.ts';

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
  /** The price was set by hand (改价); absent where it is the price list's. */
  readonly override?: PriceOverride;
  /** What a scale's label says: the line comes to exactly that. Absent where no sum is printed on the goods. */
  readonly stamped?: Minor | undefined;
  /** The last four digits of the scale's label it was read from; enough to know the same label again. */
  readonly label?: string | undefined;
  /** Pieces in one of it, where a pack is sold at a price of its own. */
  readonly packOf?: number;
};

/** Why a price was set by hand, and what the price list says. */
export const overrideReasons = ['tag', 'match', 'damaged', 'expiring', 'agreed'] as const;
export type OverrideReason = (typeof overrideReasons)[number];
export type PriceOverride = { readonly listed: Minor; readonly reason: OverrideReason };

export type Cart = {
  readonly id: CartId;
  readonly lines: readonly CartLine[];
  readonly discount: Discount | null;
  /** The line that keys act on: the one touched last. */
  readonly current: LineId | null;
  readonly nextLine: LineId;
  /** The cashier has seen that this customer may buy what only grown-ups may. */
  readonly ageChecked?: true;
  /** Lines that have been let below their floor, and how low. */
  readonly letBelow?: readonly LetBelow[];
  /** The customer has heard what it comes to, and it went back to the goods. */
  readonly amountSaid?: true;
  /** What came in last, until goods are taken out. */
  readonly latest?: { readonly line: LineId; readonly quantity: Quantity };
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
  | {
      readonly do: 'add';
      readonly item: Goods;
      readonly code: string;
      readonly quantity: Quantity;
      /** The sum on a scale's label. */
      readonly stamped?: Minor | undefined;
      /** The last four digits of that label. */
      readonly label?: string | undefined;
    }
  | { readonly do: 'set-quantity'; readonly line: LineId; readonly quantity: Quantity }
  /** So many pieces more, or fewer; what is weighed is weighed again. */
  | { readonly do: 'adjust'; readonly line: LineId; readonly by: number }
  /** The price list's own price takes an override away. */
  | {
      readonly do: 'set-price';
      readonly line: LineId;
      readonly price: Minor;
      readonly reason: OverrideReason;
    }
  | { readonly do: 'remove'; readonly line: LineId }
  | { readonly do: 'select'; readonly line: LineId }
  | { readonly do: 'discount-line'; readonly line: LineId; readonly discount: Discount | null }
  | { readonly do: 'confirm-age' }
  | { readonly do: 'discount-ticket'; readonly discount: Discount | null };

export type CartFault =
  | 'no-such-line'
  | 'cart-full'
  | 'quantity-not-positive'
  | 'quantity-too-large'
  | 'quantity-not-whole'
  | 'price-not-positive'
  | 'amount-too-large'
  | 'no-discount-on-this'
  /** A scale has printed its sum or its weight. */
  | 'line-is-stamped'
  | 'line-is-weighed';

/** The cart after one change, or why the change can't be; the cart handed in is left as it is. */
export function apply(cart: Cart, change: CartChange): Result<Cart, CartFault> {
  switch (change.do) {
    case 'add':
      return added(add(cart, change), change.quantity);
    case 'set-quantity':
      return editLine(withoutLatest(cart), change.line, line =>
        line.stamped === undefined && line.label === undefined
          ? withQuantity(line, change.quantity)
          : no('line-is-stamped'),
      );
    case 'adjust':
      return editLine(withoutLatest(cart), change.line, line => withMore(line, change.by));
    case 'set-price':
      return editLine(cart, change.line, line => withPrice(line, change.price, change.reason));
    case 'discount-line':
      return editLine(cart, change.line, line =>
        change.discount && !discountable(line.flags)
          ? no('no-discount-on-this')
          : ok({ ...line, discount: change.discount }),
      );
    case 'remove':
      return remove(withoutLatest(cart), change.line);
    case 'select':
      return editLine(cart, change.line, ok);
    case 'confirm-age':
      return ok({ ...cart, ageChecked: true });
    case 'discount-ticket':
      return ok({ ...cart, discount: change.discount });
  }
}

export const findLine = (cart: Cart, id: LineId): CartLine | undefined =>
  cart.lines.find(line => line.id === id);

/** Deposits and goods marked so take no discount, neither their own nor a share of the ticket's. */
export const discountable = (flags: ItemFlags): boolean => !flags.noDiscount && !flags.deposit;

/** Whether somebody has to see the customer's age before the money is taken. */
export const needsAgeCheck = (cart: Cart): boolean =>
  cart.ageChecked === undefined && cart.lines.some(line => line.flags.ageCheck);

/** The price list's price of a line, be it set by hand meanwhile. */
export const listPriceOf = (line: Pick<CartLine, 'unitPrice' | 'override'>): Minor =>
  line.override?.listed ?? line.unitPrice;

/** What a price set by hand took off a line, before discounts; below nothing where it is dearer. */
export const givenUp = (line: CartLine): Minor =>
  minor(extend(listPriceOf(line), line.quantity) - extend(line.unitPrice, line.quantity));

const added = (cart: Result<Cart, CartFault>, count: Quantity): Result<Cart, CartFault> =>
  cart.ok ? ok({ ...cart.value, latest: { line: cart.value.current!, quantity: count } }) : cart;

function withoutLatest({ latest: _latest, ...cart }: Cart): Cart {
  return cart;
}

function add(
  cart: Cart,
  { item, code, quantity: count, stamped, label }: CartChange & { readonly do: 'add' },
): Result<Cart, CartFault> {
  const alone = isWeighed(item.unit) || stamped !== undefined || label !== undefined;
  const twin = alone ? undefined : cart.lines.find(line => isTwin(line, item));
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
    ...(stamped !== undefined && { stamped }),
    ...(label !== undefined && { label }),
    ...(item.packOf !== undefined && { packOf: item.packOf }),
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
 * Pieces of the same goods join one line; a weighing, a discounted line and one whose price was set by hand
 * stay their own, and so do goods whose price, name, unit, tax or flags a new price list has changed meanwhile.
 */
const isTwin = (line: CartLine, item: Goods): boolean =>
  line.item === item.id &&
  line.discount === null &&
  line.override === undefined &&
  line.stamped === undefined &&
  line.label === undefined &&
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

function withMore(line: CartLine, by: number): Result<CartLine, CartFault> {
  if (line.stamped !== undefined || line.label !== undefined) return no('line-is-stamped');
  if (isWeighed(line.unit)) return no('line-is-weighed');
  const count = line.quantity + by * 1000;
  return count > quantityMax ? no('quantity-too-large') : withQuantity(line, count as Quantity);
}

/** Goods are given away by a discount, which says so; never by a price of nothing. */
function withPrice(line: CartLine, price: Minor, reason: OverrideReason): Result<CartLine, CartFault> {
  if (line.stamped !== undefined) return no('line-is-stamped');
  if (price <= 0) return no('price-not-positive');
  const listed = listPriceOf(line);
  const { override: _former, ...bare } = line;
  return ok({ ...bare, unitPrice: price, ...(price !== listed && { override: { listed, reason } }) });
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
    const gross = perThousandUp(
      line.stamped === undefined
        ? BigInt(line.unitPrice) * BigInt(line.quantity)
        : BigInt(line.stamped) * 1000n,
    );
    return all + gross + perThousandUp(gross * BigInt(line.taxPermille));
  }, 0n);
  return most > BigInt(amountMax) ? no('amount-too-large') : ok(cart);
}

const perThousandUp = (value: bigint): bigint => (value + 999n) / 1000n;
