import { type CartLine, type LineId, listPriceOf } from './cart.ts';
import type { Item, ItemId } from './item.ts';
import { type Minor, minor } from './money.ts';
import type { PricedLine } from './pricing.ts';
import { extend, type Quantity } from './quantity.ts';

/** What a shop does where goods would go for less than their floor: nothing, say so, or ask for leave each time. */
export const floorGuards = ['off', 'warn', 'approve'] as const;
export type FloorGuard = (typeof floorGuards)[number];

/** What one unit may not go below: the lowest price (最低售价), or, where the price list says none, what it cost. */
export type Floor = { readonly by: 'lowest' | 'cost'; readonly price: Minor };

/** A line that comes to less than its floor. `least` is what it would have to come to. */
export type BelowFloor = {
  readonly line: LineId;
  readonly item: ItemId;
  readonly name: string;
  readonly quantity: Quantity;
  readonly amount: Minor;
  readonly least: Minor;
  readonly floor: Floor;
};

/** A line that has been let below its floor: it may come to so much for so many, and not to less. */
export type LetBelow = Pick<BelowFloor, 'line' | 'quantity' | 'amount'>;

/** The floor of one of what a line sells; null where the price list says nothing. */
export function floorOf(
  { lowest, cost }: Pick<Item, 'lowest' | 'cost'>,
  { packOf = 1 }: Pick<CartLine, 'packOf'>,
): Floor | null {
  if (lowest !== undefined) return { by: 'lowest', price: minor(lowest * packOf) };
  return cost === undefined ? null : { by: 'cost', price: minor(cost * packOf) };
}

/**
 * The one rule: which lines come to less than their floor once everything is taken off, whatever took it off.
 * What the price list itself, or a scale's label, sells below the floor may be sold so: then that is the floor.
 * `floorOfLine` is asked only for lines of which something was taken off.
 */
export function linesBelowFloor(
  lines: readonly PricedLine[],
  floorOfLine: (line: PricedLine) => Floor | null,
): readonly BelowFloor[] {
  return lines.flatMap(line => {
    const listed = line.stamped ?? extend(listPriceOf(line), line.quantity);
    const floor = line.amount < listed ? floorOfLine(line) : null;
    if (!floor) return [];
    const least = minor(Math.min(extend(floor.price, line.quantity), listed));
    if (line.amount >= least) return [];
    const { id, item, name, quantity, amount } = line;
    return [{ line: id, item, name, quantity, amount, least, floor }];
  });
}

/** Those of the lines that nobody has let go so low yet. */
export const notLet = (below: readonly BelowFloor[], given: readonly LetBelow[]): readonly BelowFloor[] =>
  below.filter(each => !given.some(leave => covers(leave, each)));

/** A fen less is the sharing out of the ticket discount, which moves it with every line. */
const covers = (leave: LetBelow, { line, quantity, amount }: BelowFloor): boolean =>
  leave.line === line &&
  BigInt(amount + 1) * BigInt(leave.quantity) >= BigInt(leave.amount) * BigInt(quantity);

/** What has been let below, with these lines now as low as they are. */
export const withLet = (given: readonly LetBelow[], below: readonly BelowFloor[]): readonly LetBelow[] => [
  ...given.filter(leave => !below.some(each => each.line === leave.line)),
  ...below.map(({ line, quantity, amount }) => ({ line, quantity, amount })),
];
