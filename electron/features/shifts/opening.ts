import { addDays, type BusinessDay, businessDayOf } from '../../../shared/domain/business-day.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import type { CashCount } from '../../../shared/domain/shift/cash-count.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, type Feature, refuse, type Tx } from '../../core/feature.ts';
import type { ReadDb } from '../../db/open.ts';
import { disputed } from './counted.ts';
import type { ShiftPorts } from './ports.ts';
import { activeRow, findShift, lastOfDrawer, openRows, type Row } from './rows.ts';
import { shiftView } from './views.ts';

type OpenCommands = Pick<Feature<'shifts'>['commands'], 'open' | 'takeUp' | 'setAside'>;
type OpenInput = {
  readonly float: Minor;
  readonly faces?: CashCount | undefined;
  readonly drawer?: string | undefined;
  readonly trustClock?: boolean | undefined;
};

/** A clock this far behind the last thing the till knows of was set, or its battery is dead. */
const clockSlackMs = 2 * 60 * 60_000;

export function openingCommands(ports: ShiftPorts): OpenCommands {
  return {
    open: (input, tx) => open(input, tx, ports),
    takeUp: ({ shift }, tx) => {
      const row = findShift(tx.db, shift);
      if (row?.state === 'active') return ok({});
      if (row?.state !== 'waiting') return refuse('no-such-shift', {});
      const pieces = ports.selling().currentCart().lines.length;
      if (pieces > 0) return refuse('shift-has-open-cart', { pieces });
      tx.record('shift-taken-up', { shift });
      return ok({});
    },
    setAside: (_input, tx) => {
      const row = activeRow(tx.db);
      if (!row) return refuse('no-shift', {});
      const pieces = ports.selling().currentCart().lines.length;
      if (pieces > 0) return refuse('shift-has-open-cart', { pieces });
      tx.record('shift-set-aside', { shift: row.id });
      return ok({});
    },
  };
}

function open(input: OpenInput, tx: Tx, ports: ShiftPorts): Answer<ReturnType<typeof shiftView>> {
  const cashier = tx.actor.staff;
  if (!cashier) return refuse('not-signed-in', {});
  const rules = ports.setup.shiftRules();
  const drawer = input.drawer ?? rules.drawers[0]!.drawer;
  if (!rules.drawers.some(each => each.drawer === drawer)) return refuse('no-such-drawer', {});
  if (openRows(tx.db).some(row => row.drawer === drawer && row.state !== 'aside'))
    return refuse('shift-already-open', {});
  const dispute = disputed(input.float, input.faces, ports.setup.settings().currency);
  if (dispute) return dispute;
  const last = lastTradedAt(tx.db);
  if (tx.at < last - clockSlackMs && !input.trustClock) return refuse('clock-behind', { now: tx.at, last });
  const before = lastOfDrawer(tx.db, drawer);
  tx.record('shift-opened', {
    shift: tx.env.newId() as ShiftId,
    drawer,
    day: dayToOpen(tx.db, ports, tx.at),
    cashier,
    float: input.float,
    faces: input.faces ?? null,
    left: before ? { amount: before.left_as_float!, shift: before.id } : null,
  });
  return ok(shiftView(activeRow(tx.db)!, tx.at, ports));
}

/** Today, or the first day after it that has not been closed: what is sold after the close belongs to the next day. */
function dayToOpen(db: ReadDb, ports: ShiftPorts, atMs: number): BusinessDay {
  let day = today(ports, atMs);
  while (db.get('SELECT 1 FROM closed_days WHERE day = ?', [day])) day = addDays(day, 1);
  return day;
}

/** The shop's business day at a moment. */
export const today = (ports: ShiftPorts, atMs: number): BusinessDay =>
  businessDayOf(ports.localTime(atMs), ports.setup.shiftRules().cutOffHour);

/** When the shop last traded. Not the newest fact: that is the sign-in just now, written by the very clock in doubt. */
const lastTradedAt = (db: ReadDb): number =>
  db.get<{ at: number }>(
    "SELECT at FROM journal WHERE kind IN ('shift-opened', 'sale-completed', 'shift-closed') ORDER BY seq DESC LIMIT 1",
  )?.at ?? 0;

/** Whoever has an open shift of their own goes on with it when they come back. */
export function goOnWithOwnShift(tx: Tx, staff: string): void {
  const own: Row | undefined = openRows(tx.db).find(row => row.state === 'waiting' && row.cashier === staff);
  if (own) tx.record('shift-taken-up', { shift: own.id });
}
