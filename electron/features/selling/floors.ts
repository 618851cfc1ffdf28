import type { Cart } from '../../../shared/domain/cart.ts';
import {
  type BelowFloor,
  floorOf,
  type LetBelow,
  linesBelowFloor,
  notLet,
  withLet,
} from '../../../shared/domain/floor.ts';
import { type Minor, scale } from '../../../shared/domain/money.ts';
import { price } from '../../../shared/domain/pricing.ts';
import { mayDo } from '../../../shared/domain/roles.ts';
import type { Actor, MoreLeave, Tx } from '../../core/feature.ts';
import type { CatalogReads, SetupReads, ShiftReads } from '../../core/ports.ts';

export type FloorPorts = {
  readonly catalog: CatalogReads;
  readonly setup: SetupReads;
  readonly shifts: ShiftReads;
};

/**
 * Lines of a cart that come to less than their floor. Floors are asked of the price list as it is now and stand in
 * no cart, so nothing that is made of one (a view, a receipt, a sale) can tell what goods cost.
 */
export function linesBelow(cart: Cart, { catalog, setup }: FloorPorts): readonly BelowFloor[] {
  // What nearly all carts are.
  if (!cart.discount && cart.lines.every(line => !line.discount && !line.override)) return [];
  const settings = setup.settings();
  if (settings.floorGuard === 'off') return [];
  return linesBelowFloor(price(cart, settings).lines, line => {
    const item = catalog.item(line.item);
    return item ? floorOf(item, line) : null;
  });
}

const notLetYet = (cart: Cart, ports: FloorPorts) => notLet(linesBelow(cart, ports), cart.letBelow ?? []);

/** The leave that this cart needs as it is, or would be. What goods cost is told to nobody who does not keep the price list. */
export function leaveForFloors(cart: Cart, actor: Actor, ports: FloorPorts): MoreLeave | null {
  if (ports.setup.settings().floorGuard !== 'approve') return null;
  const below = notLetYet(cart, ports);
  if (below.length === 0) return null;
  const knowsCost = mayDo[actor.role].includes('import-catalog');
  const tells = ({ floor }: BelowFloor) => knowsCost || floor.by === 'lowest';
  return {
    about: below.map(each => ({
      name: each.name,
      amount: each.amount,
      least: tells(each) ? each.least : null,
    })),
    // Else trying one price after the other would tell it.
    hidden: !below.every(tells),
  };
}

/**
 * Lets lines go as low as they are, and writes it down with the floor that was passed and whose leave it was.
 * Null where leave is needed and nobody gave any.
 */
export function letBelowFloors(cart: Cart, tx: Tx, ports: FloorPorts): Cart | null {
  const below = notLetYet(cart, ports);
  const shift = ports.shifts.current();
  if (below.length === 0 || !shift) return cart;
  if (ports.setup.settings().floorGuard === 'approve' && tx.approvedBy === null) return null;
  const before = cart.letBelow ?? [];
  tx.record('floor-passed', {
    cart: cart.id,
    shift: shift.id,
    by: tx.approvedBy,
    lines: below.map(each => ({ ...each, until: untilNow(each, before) })),
  });
  return { ...cart, letBelow: withLet(before, below) };
}

/** How low a line could go until now. */
function untilNow({ line, quantity, least }: BelowFloor, before: readonly LetBelow[]): Minor {
  const given = before.find(each => each.line === line);
  return given ? scale(given.amount, quantity, given.quantity) : least;
}
