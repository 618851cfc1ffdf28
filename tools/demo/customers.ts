import type { DemoItem } from '../../electron/features/catalog/demo.ts';
import type { Discount } from '../../shared/domain/discount.ts';
import { isWeighed } from '../../shared/domain/item.ts';
import { minor } from '../../shared/domain/money.ts';
import { one, pieces, type Quantity, quantity } from '../../shared/domain/quantity.ts';
import type { Rng } from '../../shared/lib/rng.ts';

/** One kind of goods that a customer brings. */
export type Basketful = {
  readonly item: DemoItem;
  readonly quantity: Quantity;
  readonly discount: Discount | null;
};

/** What one customer does at the till. */
export type Customer = {
  readonly basket: readonly Basketful[];
  /** Changes their mind about what lies on this place of the basket. */
  readonly givesBack: number | null;
  readonly ticketDiscount: Discount | null;
  /** Has left the purse in the car: the cart is held until after the next customer. */
  readonly comesBack: boolean;
  /** Counts the money out exactly; else hands a note over. */
  readonly paysExactly: boolean;
};

const kindsMax = 6;
/** Nobody buys a dozen of what costs more than this, in fen. */
const dozenPriceMax = 1_500;

/**
 * The customers of one day, drawn from `rng`: who buys what is chance, but every kind of thing that
 * happens in a shop happens on every day (the place in the queue decides it).
 */
export function customersOfTheDay(goods: readonly DemoItem[], count: number, rng: Rng): Customer[] {
  const weighed = goods.filter(item => isWeighed(item.unit));
  const counted = goods.filter(item => !isWeighed(item.unit));
  const cheap = counted.filter(item => item.price <= dozenPriceMax);
  const discountable = counted.filter(item => !item.flags?.noDiscount && !item.flags?.deposit);
  const draw = <T>(list: readonly T[]): T => list[Math.floor(rng() * list.length)]!;
  const between = (least: number, most: number) => least + Math.floor(rng() * (most - least + 1));
  return Array.from({ length: count }, (_, place) => {
    const basket: Basketful[] = Array.from({ length: between(2, kindsMax) }, () => ({
      item: draw(counted),
      quantity: one,
      discount: null,
    }));
    if (place % 3 === 1)
      basket.push({ item: draw(weighed), quantity: quantity(between(150, 2_400)), discount: null });
    if (place % 4 === 2) basket.push({ item: draw(cheap), quantity: pieces(between(3, 12)), discount: null });
    if (place % 5 === 3)
      basket.push({
        item: draw(discountable),
        quantity: pieces(2),
        discount: { kind: 'share', permilleOff: 100 },
      });
    const kinds = oncePerKind(basket);
    return {
      basket: kinds,
      givesBack: place % 6 === 4 && kinds.length > 1 ? 0 : null,
      ticketDiscount: place % 8 === 5 ? { kind: 'amount', off: minor(between(1, 5) * 10) } : null,
      comesBack: place % 9 === 6 && place < count - 1,
      paysExactly: rng() < 0.3,
    };
  });
}

/** Goods scanned twice would join one line; here each kind stays on a line of its own, so that a place is a line. */
function oncePerKind(basket: readonly Basketful[]): Basketful[] {
  const kinds = new Map(basket.map(each => [each.item.code, each]));
  return [...kinds.values()];
}
