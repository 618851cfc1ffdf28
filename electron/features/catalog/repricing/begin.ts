import type { Refusal } from '../../../../shared/contract/refusals.ts';
import type { ItemId } from '../../../../shared/domain/item.ts';
import type { Minor } from '../../../../shared/domain/money.ts';
import { ok, type Result } from '../../../../shared/lib/result.ts';
import { refuse, type Tx } from '../../../core/feature.ts';
import { itemOf, rowById } from '../on-list.ts';
import { liveSlot } from '../slots.ts';
import {
  beginRepricing,
  comingRepricing,
  dropRepricing,
  dueRepricings,
  makeReady,
  newPrices,
  openRepricing,
  type PlannedRepricing,
} from './stored.ts';

/** Makes every repricing whose moment has come count, in the order of their moments; false where none has. */
export function beginDue(tx: Tx): boolean {
  const due = dueRepricings(tx.db, tx.at);
  for (const { place, id, starts, goods } of due) {
    beginRepricing(tx.db, place);
    tx.record('repricing-begun', { repricing: id, starts, goods });
  }
  if (due.length > 0) touchPrices(tx);
  return due.length > 0;
}

/** Says that a repricing is planned, whose prices are all written. */
export function plan(tx: Tx, repricing: PlannedRepricing, place: number, one?: OnePrice): void {
  makeReady(tx.db, place);
  const { id, starts, goods, import: from } = repricing;
  tx.record('repricing-planned', { repricing: id, starts, goods, import: from, ...(one && { one }) });
  touchPrices(tx);
}

type OnePrice = { readonly item: ItemId; readonly name: string; readonly was: Minor; readonly price: Minor };

/** A new price of one item, from `starts` on (wall ms), or at once where that is null or past. */
export function planPrice(
  tx: Tx,
  { item, price, starts }: { readonly item: ItemId; readonly price: Minor; readonly starts: number | null },
): Result<{ repricing: string }, Refusal> {
  const row = rowById(tx.db, liveSlot(tx.db), item);
  if (!row) return refuse('no-such-item', {});
  if (price <= 0) return refuse('price-not-positive', {});
  if (starts !== null && starts - tx.at > startsWithinMs) return refuse('moment-too-far', {});
  // What is due begins first, so that this one is the last word.
  beginDue(tx);
  const { name, price: was } = itemOf(tx.db, row);
  const repricing = {
    id: tx.env.newId(),
    starts: Math.max(starts ?? tx.at, tx.at),
    goods: 1,
    import: null,
    file: null,
  };
  const place = openRepricing(tx.db, repricing, { at: tx.at, actor: tx.actor.id });
  const prices = newPrices();
  prices.add(tx.db, item, place, price, was);
  prices.flush(tx.db);
  plan(tx, repricing, place, { item, name, was, price });
  beginDue(tx);
  return ok({ repricing: repricing.id });
}

/** Takes back what has not begun. */
export function withdrawRepricing(tx: Tx, id: string): Result<Record<string, never>, Refusal> {
  const row = comingRepricing(tx.db, id);
  if (!row) return refuse('repricing-begun', {});
  dropRepricing(tx.db, row.place);
  tx.record('repricing-withdrawn', { repricing: id, starts: row.starts, goods: row.goods });
  touchPrices(tx);
  return ok({});
}

/** A moment further away is a slip of the keys. */
export const startsWithinMs = 2 * 366 * 86_400_000;

function touchPrices(tx: Tx): void {
  tx.touch('catalog');
  tx.touch('quick-keys');
}
