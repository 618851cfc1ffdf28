import type { Minor } from '../../../shared/domain/money.ts';
import { expectedCash } from '../../../shared/domain/shift/cash.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, type Feature, refuse, type Tx } from '../../core/feature.ts';
import { activeRow, tallyOf } from './rows.ts';

type MoveCommands = Pick<Feature<'shifts'>['commands'], 'moveCash' | 'drop' | 'exchange' | 'openDrawer'>;
type Move = 'paid-in' | 'paid-out' | 'drop' | 'exchange';

/** Cash that goes in and out between sales; each a row of the ledger, with its reason. */
export const movingCommands: MoveCommands = {
  moveCash: ({ move: way, amount, reason }, tx) => move(tx, way, amount, reason),
  drop: ({ amount, reason }, tx) => move(tx, 'drop', amount, reason),
  exchange: ({ amount, reason }, tx) => move(tx, 'exchange', amount, reason),
  openDrawer: ({ reason }, tx) => {
    tx.record('drawer-opened', { shift: activeRow(tx.db)?.id ?? null, reason });
    return ok({});
  },
};

function move(tx: Tx, way: Move, amount: Minor, reason: string): Answer<Record<string, never>> {
  const shift = activeRow(tx.db);
  if (!shift) return refuse('no-shift', {});
  if (amount === 0) return refuse('nothing-to-move', {});
  // Said without the sum: whoever counts the drawer blind must not learn it here.
  if (way !== 'paid-in' && amount > expectedCash(tallyOf(shift).cash)) return refuse('drawer-lacks-cash', {});
  tx.record('cash-moved', { shift: shift.id, drawer: shift.drawer, move: way, amount, reason });
  return ok({});
}
