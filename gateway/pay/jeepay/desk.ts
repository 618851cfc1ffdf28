import type { Wallets, World } from '../wallets.ts';
import type { Order } from './order.ts';
import type { Refund } from './refunding.ts';
import type { Fields } from './signing.ts';

/** All that Jeepay has: its own tables, and a line to the wallets. In memory, under the merchant’s numbers. */
export type Desk = {
  readonly world: World;
  readonly wallets: Wallets;
  readonly orders: Map<string, Order>;
  readonly refunds: Map<string, Refund>;
  /** A new number: a letter, the time in Beijing to the millisecond, a count of four digits. */
  newNumber(letter: 'P' | 'R'): string;
};

/** Rows of a table: a till that never stops asking must not fill the memory. */
export const rowsMax = 100_000;
const beijingMs = 8 * 3_600_000;

export function openDesk(world: World, wallets: Wallets): Desk {
  let count = 0;
  return {
    world,
    wallets,
    orders: new Map(),
    refunds: new Map(),
    newNumber(letter) {
      count += 1;
      const stamp = new Date(world.wallMs() + beijingMs).toISOString().replace(/\D/g, '');
      return `${letter}${stamp}${String(count % 10_000).padStart(4, '0')}`;
    },
  };
}

/** The order that a request names, by Jeepay’s number first; undefined where there is none. */
export function findOrder({ orders }: Desk, { payOrderId, mchOrderNo }: Fields): Order | undefined {
  if (!payOrderId) return orders.get(String(mchOrderNo));
  return [...orders.values()].find(order => order.payOrderId === payOrderId);
}
